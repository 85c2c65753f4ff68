"""Where a person goes to do a case's next step. URL names, not imports: the pages stand further left."""

from django.urls import reverse

from clients.enums import NextStep, TaskKind
from clients.models import CaseTask


# Each takes the case's id.
URL_NAMES: dict[str, str] = {
    NextStep.START_SCREENING: "screening:start",
    NextStep.FINISH_SCREENING: "screening:continue",
    NextStep.RETRIAGE: "screening:start",
    NextStep.DECIDE: "screening:decide",
    NextStep.SECOND_ASSESSMENT: "screening:decide",
    NextStep.APPROVE_OVERRIDE: "screening:decide",
    NextStep.REQUEST_PLACEMENT: "care:request",
    NextStep.AWAIT_ANSWER: "care:open",
    NextStep.START_SERVICE: "care:open",
    NextStep.REVIEW: "care:open",
    NextStep.FOLLOW_UP: "care:next_follow_up",
    NextStep.CLOSE: "clients:close",
}

# Where a task is done that has a page of its own; the others are done on the page of the task.
TASK_URL_NAMES: dict[str, str] = {
    TaskKind.RESCREEN: "screening:start",
    TaskKind.STEP: "screening:step",
    TaskKind.TRANSFER: "care:transfer_open",
    TaskKind.ARRIVAL: "care:transfer_open",
    TaskKind.SUPPORT_ANSWER: "care:supporting",
    TaskKind.OVERRIDE_REVIEW: "screening:review_override",
    TaskKind.PLAN_REVIEW: "care:open_plan",
    TaskKind.ESCALATION: "care:open",
    TaskKind.START_CARE: "care:open",
    TaskKind.TAKE_OFFER: "care:wait",
    TaskKind.WAITING_CONTACT: "care:wait",
}


def task_url(task: CaseTask) -> str:
    """The page where the task is done, "" when that is the task's own."""
    name = TASK_URL_NAMES.get(task.kind)
    return reverse(name, args=[task.case_id]) if name else ""
