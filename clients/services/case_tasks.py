"""What has to be done in a case beside its next step."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction
from django.db.models import TextChoices
from django.utils.translation import gettext as _

from accounts.models import User
from clients.enums import EventKind, TaskStatus
from clients.models import Case, CaseTask
from clients.task_texts import task_text_of
from clients.transitions import lock_case, tell
from common.errors import DomainError
from partners.models import Institution


@dataclass(frozen=True, slots=True)
class NewTask:
    """Without `owner` it is the whole institution's; `subject` names it for ever (`subject_of`)."""

    kind: TextChoices
    subject: str
    due_on: date
    institution: Institution
    owner: User | None = None
    detail: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)


def add_task(case: Case, task: NewTask, *, actor: User | None, at: datetime) -> CaseTask:
    """Part of the service that calls it, which writes the event; adding the same subject again does nothing."""
    added, _new = CaseTask.objects.get_or_create(
        case=case,
        subject=task.subject,
        defaults={
            "kind": task.kind,
            "facts": task_text_of(task.kind).kept(task.facts),
            "detail": task.detail,
            "institution": task.institution,
            "owner": task.owner,
            "due_on": task.due_on,
            "added_by": actor,
            "added_at": at,
        },
    )
    return added


def settle_tasks(
    case: Case, prefix: str, *, actor: User | None, at: datetime, cancelled: bool = False
) -> int:
    """Close the open tasks whose subject starts so, as part of the service that made them needless."""
    return CaseTask.objects.filter(
        case=case, subject__startswith=prefix, status=TaskStatus.OPEN
    ).update(
        status=TaskStatus.CANCELLED if cancelled else TaskStatus.DONE,
        settled_by=actor,
        settled_at=at,
    )


@transaction.atomic
def finish_task(*, task: CaseTask, outcome: str, actor: User, at: datetime) -> CaseTask:
    """Tick it off by hand, with a word on what came of it."""
    case = lock_case(task.case)
    task = CaseTask.objects.select_for_update(no_key=True).get(pk=task.pk)
    if not task.is_open:
        raise DomainError(_("Tugas ini sudah selesai."), code="task_settled")
    if not outcome.strip():
        raise DomainError(
            _("Tulis hasilnya dalam satu kalimat."), code="no_outcome", field="outcome"
        )
    task.status, task.outcome = TaskStatus.DONE, outcome.strip()
    task.settled_by, task.settled_at = actor, at
    task.save(update_fields=["status", "outcome", "settled_by", "settled_at"])
    tell(case, EventKind.TASK_DONE, actor=actor, at=at, note=task.outcome, task=task.kind)
    return task
