"""Whether a place that was asked for or given still suits the person: asked again when either has changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from care.enums import CareTask, PlacementStatus
from care.event_kinds import CareEvent
from care.models import Placement, Transfer
from care.placement.matching.conditions import Condition, said_of
from care.placement.matching.ranking import as_if_on, misfits
from clients.enums import TaskStatus
from clients.models import Case, CaseTask
from clients.models.task import subject_of
from clients.services.case_tasks import NewTask, add_task, settle_tasks
from clients.transitions import lock_case, tell
from common.errors import DomainError
from partners.models import Institution


SEEN_TO_WITHIN = timedelta(days=1)
KINDS = (CareTask.UNFIT_PLACE, CareTask.UNFIT_TRANSFER)


def demand_fit(case: Case, institution: Institution, *, base: str, today: date) -> None:
    """Under the locks of whoever gives the place, or lets care begin there."""
    for condition in misfits(as_if_on(case, base), institution, today=today):
        raise DomainError(said_of(condition, institution.name), code=condition.code)


@dataclass(frozen=True, slots=True)
class Misfit:
    kind: CareTask
    row: Placement | Transfer
    condition: Condition

    @property
    def subject(self) -> str:
        return subject_of(self.row, "unfit", self.condition.code)

    @property
    def told(self) -> list[str]:
        return [self.condition.code, self.row.institution.name if self.row.institution else ""]


def told_of(placement: Placement) -> list[str]:
    """What was found of it and is not seen to yet."""
    mine = subject_of(placement, "unfit")
    rows = CaseTask.objects.filter(case=placement.case_id, subject__startswith=mine)
    return [task.explanation for task in rows.filter(status=TaskStatus.OPEN).order_by("pk")]


def look_again(case: Case, actor: User | None, at: datetime) -> None:
    """What no longer suits becomes somebody's work, and what suits again is no work; the case is locked."""
    today = timezone.localdate(at)
    found = list(_misfits(case, today))
    waiting = CaseTask.objects.filter(case=case, kind__in=KINDS, status=TaskStatus.OPEN)
    open_ones = set(waiting.values_list("subject", flat=True))
    for misfit in found:
        if not any(subject.startswith(misfit.subject) for subject in open_ones):
            _tell(case, misfit, actor, at)
    for subject in open_ones:
        if not any(subject.startswith(misfit.subject) for misfit in found):
            settle_tasks(case, subject, actor=actor, at=at)


@transaction.atomic
def look_again_by_the_clock(*, case: Case, at: datetime) -> None:
    """Birthdays pass, agreements run out, and institutions change what they offer."""
    look_again(lock_case(case), None, at)


def _misfits(case: Case, today: date) -> Iterator[Misfit]:
    placements = Placement.objects.open().filter(case=case, institution__isnull=False)
    for placement in placements.select_related("institution"):
        is_running = placement.status == PlacementStatus.ACTIVE
        yield from _of(case, CareTask.UNFIT_PLACE, placement, today, is_running=is_running)
    transfers = Transfer.objects.open().filter(case=case, institution__isnull=False)
    for transfer in transfers.select_related("institution"):
        yield from _of(case, CareTask.UNFIT_TRANSFER, transfer, today)


def _of(
    case: Case,
    kind: CareTask,
    row: Placement | Transfer,
    today: date,
    *,
    is_running: bool = False,
) -> Iterator[Misfit]:
    """Of a running stay only what hangs on the person: papers that end are the institution's own work."""
    if row.institution is None:
        return
    for condition in misfits(as_if_on(case, row.base), row.institution, today=today):
        if condition.of_person or not is_running:
            yield Misfit(kind, row, condition)


def _tell(case: Case, misfit: Misfit, actor: User | None, at: datetime) -> None:
    today = timezone.localdate(at)
    task = NewTask(
        kind=misfit.kind,
        subject=misfit.subject + subject_of(today),
        due_on=today + SEEN_TO_WITHIN,
        institution=case.institution,
        owner=case.lead_worker,
        facts={"why": misfit.told},
    )
    add_task(case, task, actor=actor, at=at)
    tell(case, CareEvent.PLACE_UNFIT, actor=actor, at=at, why=misfit.told)
