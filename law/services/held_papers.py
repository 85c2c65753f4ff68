"""A paper in which the scanner found something: the timeline of the person whom it is about says so."""

from datetime import datetime

from clients.transitions import tell
from common.scope import WEB, Scope, acting, nation
from files.models import StoredFile
from law.enums import LawEvent
from law.models import Order


def tell_of_bad_paper(file: StoredFile, at: datetime) -> None:
    """In the name of the institution that keeps the case; by nobody."""
    with acting(nation()):
        row = Order.objects.filter(file=file).select_related("case").first()
    if row is None:
        return
    with acting(Scope(WEB, (row.case.institution_id,))):
        tell(row.case, LawEvent.PAPER_HELD, actor=None, at=at)
