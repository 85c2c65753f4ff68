"""What becomes of screenings, assessments and decisions when their case is closed, stopped or handed over."""

from clients.hanging import STOPPED, Hangs, Passing, on_each
from clients.models import Case
from screening.enums import DecisionStatus, StepStatus
from screening.models import RoutingDecision, StepChange


RECORD = "what was found stays with the file"
DRAFT = "any colleague goes on with a draft; that of a case that has stopped is not finished"


def drop_steps(case: Case, _passing: Passing) -> None:
    StepChange.objects.of_case(case).open().update(status=StepStatus.LAPSED)
    case.is_undecided = False
    case.save(update_fields=["is_undecided"])


def drop_asked_decisions(case: Case, _passing: Passing) -> None:
    rows = RoutingDecision.objects.filter(screening__case=case, status=DecisionStatus.AWAITING)
    rows.update(status=DecisionStatus.WITHDRAWN)


TABLES = {
    "screening.Screening": Hangs(stays=DRAFT),
    "screening.Assessment": Hangs(stays=DRAFT),
    "screening.AssessmentPart": Hangs(stays=RECORD),
    "screening.SecondAssessment": Hangs(stays=RECORD),
    "screening.RoutingDecision": Hangs(
        stays=RECORD,
        acts=on_each(STOPPED, drop_asked_decisions),
    ),
    "screening.UrgentStep": Hangs(stays="why the case went on without stays with the file"),
    "screening.StepChange": Hangs(stays=RECORD, acts=on_each(STOPPED, drop_steps)),
}
