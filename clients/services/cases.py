"""What happens to a case by hand: notes, a new lead worker, the end."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from clients.enums import CaseStatus, CloseReason, EventKind, NoteKind, TaskStatus
from clients.hanging import Occasion, let_go
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
    _demand_colleague(actor, to)
    if to.pk == case.lead_worker_id:
        raise DomainError(
            _("%(name)s sudah menangani kasus ini.") % {"name": to.name},
            code="same_worker",
            field="to",
        )
    old = case.lead_worker
    case.lead_worker = to
    case.save(update_fields=["lead_worker"])
    let_go(case, Occasion.HANDED_OVER, actor=actor, at=at, worker=old, to=to)
    names = {"old": old.name, "new": to.name}
    tell(case, EventKind.REASSIGNED, actor=actor, at=at, note=reason, **names)
    return case


@transaction.atomic
def hand_over(*, worker: User, to: User, reason: str = "", actor: User, at: datetime) -> int:
    """Everything that hangs on a worker goes to a colleague: cases led, cases supported, tasks. Returns how many cases."""
    _demand_colleague(actor, to)
    led = list(Case.objects.open().filter(lead_worker=worker).order_by("pk"))
    for case in led:
        reassign_case(case=case, to=to, reason=reason, actor=actor, at=at)
    helped = Case.objects.open().filter(
        Q(supporters=worker) | Q(tasks__owner=worker, tasks__status=TaskStatus.OPEN)
    )
    others = list(helped.exclude(pk__in=[case.pk for case in led]).order_by("pk").distinct())
    for case in others:
        _replace_supporter(lock_case(case), worker, to, actor=actor, at=at)
    return len(led) + len(others)


def _replace_supporter(case: Case, worker: User, to: User, *, actor: User, at: datetime) -> None:
    names = {"old": worker.name, "new": to.name}
    tell(case, EventKind.SUPPORTER_CHANGED, actor=actor, at=at, **names)
    case.supporters.remove(worker)
    if to.pk != case.lead_worker_id:
        case.supporters.add(to)
    let_go(case, Occasion.HANDED_OVER, actor=actor, at=at, worker=worker, to=to)


@transaction.atomic
def close_case(*, case: Case, reason: str, note: str = "", actor: User, at: datetime) -> Case:
    case = lock_case(case)
    _refuse_closed(case)
    today = timezone.localdate(at)
    demand_closing(case, reason, note, today=today)
    if case.status == CaseStatus.PLACEMENT:
        case.care_institution = None  # nobody has begun to care
    move(case, "close", CASE)
    case.close_reason, case.closed_on = reason, today
    set_next(case, "", None)
    case.save()
    tell(case, EventKind.CLOSED, actor=actor, at=at, note=note, reason=reason)
    occasion = Occasion.DIED if reason == CloseReason.DIED else Occasion.CLOSED
    let_go(case, occasion, actor=actor, at=at)
    return case


def _demand_colleague(actor: User, to: User) -> None:
    if not User.objects.colleagues_of(actor).who_carry_cases().filter(pk=to.pk).exists():
        raise DomainError(
            _("Pilih rekan yang menangani kasus di lembaga Anda."), code="no_colleague", field="to"
        )


def _refuse_closed(case: Case) -> None:
    if not case.is_open:
        raise DomainError(_("Kasus ini sudah ditutup."), code="closed")
