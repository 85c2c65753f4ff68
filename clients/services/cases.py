"""What happens to a case by hand: notes, a new lead worker, the end."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from clients.enums import EventKind, NoteKind
from clients.models import Case, CaseEvent
from clients.rules import demand_closing, demand_note_time
from clients.transitions import lock_case, set_next, tell
from clients.workflow import CASE
from common.errors import DomainError
from common.workflow import move


@transaction.atomic
def add_note(
    *, case: Case, kind: str, text: str, happened_at: datetime, actor: User, at: datetime
) -> CaseEvent:
    case = lock_case(case)
    _refuse_closed(case)
    demand_note_time(case, happened_at, at)
    about = NoteKind(kind)
    return tell(case, EventKind.NOTE, actor=actor, at=happened_at, note=text, about=about)


@transaction.atomic
def reassign_case(*, case: Case, to: User, reason: str = "", actor: User, at: datetime) -> Case:
    """Hand the case to a colleague; the former lead loses sight of it unless they support it."""
    case = lock_case(case)
    _refuse_closed(case)
    if not User.objects.colleagues_of(actor).who_carry_cases().filter(pk=to.pk).exists():
        raise DomainError(
            _("Pilih rekan yang menangani kasus di lembaga Anda."), code="no_colleague", field="to"
        )
    if to.pk == case.lead_worker_id:
        raise DomainError(
            _("%(name)s sudah menangani kasus ini.") % {"name": to.name},
            code="same_worker",
            field="to",
        )
    old = case.lead_worker
    case.lead_worker = to
    case.save(update_fields=["lead_worker"])
    names = {"old": old.name, "new": to.name}
    tell(case, EventKind.REASSIGNED, actor=actor, at=at, note=reason, **names)
    return case


@transaction.atomic
def close_case(*, case: Case, reason: str, note: str = "", actor: User, at: datetime) -> Case:
    case = lock_case(case)
    _refuse_closed(case)
    today = timezone.localdate(at)
    demand_closing(case, reason, note, today=today)
    move(case, "close", CASE)
    case.close_reason, case.closed_on = reason, today
    set_next(case, "", None)
    case.save()
    tell(case, EventKind.CLOSED, actor=actor, at=at, note=note, reason=reason)
    return case


def _refuse_closed(case: Case) -> None:
    if not case.is_open:
        raise DomainError(_("Kasus ini sudah ditutup."), code="closed")
