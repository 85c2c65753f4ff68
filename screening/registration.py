"""What screening brings to those below."""

from django.utils.translation import gettext_lazy as _

from accounts.enums import INSTITUTION_ROLES
from clients.enums import NextStep
from clients.events import register_events
from clients.field_rules import Field, register_fields
from clients.following import FOLLOWERS, Follower
from clients.hanging import register_hanging
from clients.tabs import Tab, register_tab
from clients.task_texts import register_task_texts
from clients.waits import Kind, register_waits
from clients.work import BEGINNINGS, register_steps, register_tasks
from common.looks import LOOKS, Look
from common.menu import Place, register_pages, register_place
from screening.decision.services.overtaken import look_at_decision
from screening.enums import AssessmentStatus, Missing, ScreeningEvent, ScreeningTask
from screening.event_texts import EVENTS, TASKS
from screening.hanging import TABLES
from screening.models import Assessment
from screening.services.home import settle_the_visit
from screening.services.law_changes import WEIGHED, look_again
from screening.signs import register as register_signs


STEP_PAGES = {
    NextStep.START_SCREENING: "screening:start",
    NextStep.FINISH_SCREENING: "screening:continue",
    NextStep.DECIDE: "screening:decide",
    NextStep.SECOND_ASSESSMENT: "screening:decide",
    NextStep.APPROVE_OVERRIDE: "screening:decide",
}
TASK_PAGES = {
    ScreeningTask.RESCREEN: "screening:start",
    ScreeningTask.STEP: "screening:step",
    ScreeningTask.OVERRIDE_REVIEW: "screening:review_override",
}

# Of which kind of fact each delicate column is (clients/field_rules.py).
FIELDS = {
    "screening.Assessment": {
        **dict.fromkeys(("correction_reason", "summary", "return_note"), Field.NOTES),
        **dict.fromkeys(("facts", "proposal"), Field.ANSWERS),
    },
    "screening.AssessmentPart": {
        **dict.fromkeys(("answers", "result"), Field.ANSWERS),
        "words": Field.COUNSELLING,
    },
    "screening.RoutingDecision": dict.fromkeys(
        ("reason", "approval_note", "review_note"), Field.NOTES
    ),
    "screening.SecondAssessment": {"judgement": Field.NOTES},
    "screening.Screening": {
        **dict.fromkeys(
            ("answers", "red_flags", "facts", "substances", "result", "proposal"), Field.ANSWERS
        ),
        "correction_reason": Field.NOTES,
    },
    "screening.StepChange": {"note": Field.NOTES},
    "screening.UrgentStep": {"words": Field.NOTES},
}


ASSESSMENT_LOOKS: dict[str, Look] = {
    AssessmentStatus.DRAFT: ("info", "pencil"),
    AssessmentStatus.SUBMITTED: ("warning", "clock"),
    AssessmentStatus.SIGNED: ("success", "circle-check"),
}

OF_A_FINDING = frozenset(
    {
        ScreeningEvent.SCREENING_FINISHED,
        ScreeningEvent.SCREENING_CORRECTED,
        ScreeningEvent.ASSESSMENT_SIGNED,
    }
)


def register() -> None:
    LOOKS.add(Assessment, ASSESSMENT_LOOKS)
    register_fields(FIELDS)
    register_hanging(TABLES)
    FOLLOWERS.add("legal register", Follower(WEIGHED, look_again))
    register_signs()
    _register_tabs()
    _register_work()
    _register_waits()
    _register_places()
    for group, texts in EVENTS:
        register_events(group, texts)
    register_task_texts(TASKS)
    FOLLOWERS.add("home", Follower(OF_A_FINDING, settle_the_visit))
    FOLLOWERS.add("decision", Follower(OF_A_FINDING, look_at_decision))


def _register_tabs() -> None:
    register_tab(Tab("screening", _("Skrining"), "screening:client", 30))


def _register_work() -> None:
    register_steps(STEP_PAGES)
    register_tasks(ScreeningTask, TASK_PAGES, urgent={ScreeningTask.RETRIAGE})
    BEGINNINGS.add(Missing.ASSESSMENT.value, "screening:assessment_start")


def _register_places() -> None:
    roles = frozenset(INSTITUTION_ROLES)
    register_place(Place(_("Skrining"), "screening:list", "clipboard-list", 40, roles))
    register_pages("clients:list", "screening:client")


def _register_waits() -> None:
    register_waits(
        {
            "override": Kind(_("Setujui penyimpangan usulan"), "screening:approval"),
            "screening": Kind(_("Lanjutkan skrining"), "screening:continue", "case_id"),
            "assessment": Kind(_("Lanjutkan asesmen"), "screening:assessment"),
            "signature": Kind(_("Sahkan asesmen"), "screening:assessment_sign"),
        }
    )
