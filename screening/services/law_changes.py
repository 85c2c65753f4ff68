"""What was proposed by the law as it stood is looked at again when the legal register changes."""

from datetime import datetime, timedelta

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from accounts.models import User
from clients.enums import CaseStatus, TaskStatus
from clients.models import Case
from clients.models.task import subject_of
from clients.services.case_tasks import NewTask, add_task, settle_tasks
from common.errors import DomainError
from law.enums import LawEvent
from screening.enums import ScreeningTask


# The officer of the Bapas, a report, a longer term and a held paper change no proposal.
WEIGHED = frozenset(
    {
        LawEvent.STAGE_RECORDED,
        LawEvent.STAGE_CORRECTED,
        LawEvent.ORDER_RECORDED,
        LawEvent.ORDER_CORRECTED,
        LawEvent.ORDER_CLOSED,
    }
)
# There is a proposal, and what follows from it is still to be decided, found or given.
PROPOSED = (CaseStatus.DECISION, CaseStatus.PLACEMENT, CaseStatus.IN_SERVICE)
SUBJECT = subject_of("law")
SOON = timedelta(days=1)


def look_again(case: Case, actor: User | None, at: datetime) -> None:
    """One task for as long as nobody has looked, however often the register changes meanwhile."""
    if case.status not in PROPOSED or _open(case):
        return
    task = NewTask(
        kind=ScreeningTask.LAW_CHANGED,
        subject=subject_of("law", case.events.count()),
        due_on=localdate(at) + SOON,
        institution=case.institution,
        owner=case.lead_worker,
    )
    add_task(case, task, actor=actor, at=at)


def has_looked(case: Case, *, actor: User, at: datetime) -> None:
    """A screening that was finished since has read the register; part of finishing it."""
    settle_tasks(case, SUBJECT, actor=actor, at=at)


def demand_looked_at(case: Case) -> None:
    """Nobody decides on a proposal that the register has overtaken."""
    if _open(case):
        raise DomainError(
            _(
                "Register hukum berubah sejak usulan ini dibuat. Koreksi skriningnya supaya usulan mengikuti register, atau selesaikan tugas “Tinjau usulan: register hukum berubah” dengan penjelasan."
            ),
            code="law_changed",
        )


def _open(case: Case) -> bool:
    return case.tasks.filter(subject__startswith=SUBJECT, status=TaskStatus.OPEN).exists()
