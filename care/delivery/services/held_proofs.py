"""A proof in which the scanner found something: the timeline of the person whom it is about says so."""

from datetime import datetime

from django.db.models import Q

from care.event_kinds import CareEvent
from care.models import Delivery
from clients.transitions import tell
from common.scope import WEB, Scope, acting, nation
from files.models import StoredFile


def tell_of_bad_proof(file: StoredFile, at: datetime) -> None:
    """In the name of the institution that keeps the case; by nobody."""
    with acting(nation()):
        of_the_file = Q(aid__file=file) | Q(training__file=file)
        row = Delivery.objects.filter(of_the_file).select_related("case").first()
    if row is None:
        return
    with acting(Scope(WEB, (row.case.institution_id,))):
        tell(row.case, CareEvent.PROOF_HELD, actor=None, at=at, what=row.kind, on=row.held_on)
