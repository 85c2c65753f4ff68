"""What follows when a request comes to nothing, whoever or whatever ended it."""

from datetime import date, datetime, timedelta

from accounts.models import User
from care.models import Placement
from clients.enums import CaseStatus, NextStep
from clients.models import Case
from clients.models.task import subject_of
from clients.services.case_tasks import settle_tasks
from clients.transitions import set_next


ASK_AGAIN = timedelta(days=1)


def back_to_choosing(case: Case, *, today: date) -> None:
    """Another place has to be found."""
    if case.status != CaseStatus.PLACEMENT:  # closed meanwhile: nothing is left to choose
        return
    case.care_institution = None
    if case.next_step != NextStep.CLOSE:  # whoever withdrew their consent is offered nothing more
        set_next(case, NextStep.REQUEST_PLACEMENT, today + ASK_AGAIN)
    case.save(update_fields=["care_institution", "next_step", "next_due_on"])


def settle_reminders(
    case: Case, placement: Placement, *, actor: User | None, at: datetime, cancelled: bool = False
) -> None:
    settle_tasks(case, subject_of(placement), actor=actor, at=at, cancelled=cancelled)
