"""The forms of service plans, conferences and terminations: who sends each, where to, and what makes it whole."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from care.enums import EndReason
from tests import people
from tests.care.plan_factories import (
    AftercarePlanFactory,
    CaseConferenceFactory,
    TerminationFactory,
    whole_plan,
)
from tests.clients.factories import CaseFactory


Made = tuple[User, str, dict[str, Any]]
NOW = timezone.localdate()
TODAY, SOON = NOW.isoformat(), (NOW + timedelta(days=20)).isoformat()


def _of_case(name: str, person: Callable[[], User] = people.ani, **body: Any) -> Callable[[], Made]:
    """Of a case in service without a plan."""

    def made() -> Made:
        case = CaseFactory(in_service=True)
        return person(), reverse(f"care:{name}", args=[case.pk]), body

    return made


def _of_plan(
    name: str, status: str = "", person: Callable[[], User] = people.ani, **body: Any
) -> Callable[[], Made]:
    def made() -> Made:
        plan = whole_plan(review_on=NOW + timedelta(days=20), **({status: True} if status else {}))
        return person(), reverse(f"care:{name}", args=[plan.case_id]), body

    return made


def _of_line(name: str, lines: str, **body: Any) -> Callable[[], Made]:
    def made() -> Made:
        row = getattr(whole_plan(), lines).get()
        return people.ani(), reverse(f"care:{name}", args=[row.pk]), body

    return made


def _decision() -> Made:
    row = CaseConferenceFactory()
    body = {"due_on": SOON}
    return people.ani(), reverse("care:decision_new", args=[row.pk]), body


def _waive() -> Made:
    row = TerminationFactory(on=NOW, reason=EndReason.LOST)
    return people.ani(), reverse("care:gate_waive", args=[row.case_id, "tasks"]), {}


def _termination(
    name: str, person: Callable[[], User] = people.ani, **facts: Any
) -> Callable[[], Made]:
    def made() -> Made:
        row = TerminationFactory(on=NOW, reason=EndReason.LOST, **facts)
        return person(), reverse(f"care:{name}", args=[row.case_id]), {}

    return made


def _aftercare() -> Made:
    case = AftercarePlanFactory().case
    return people.ani(), reverse("care:aftercare_plan", args=[case.pk]), {"first_contact_on": TODAY}


PLAN_DOORS: dict[str, Callable[[], Made]] = {
    "care:plan_start": _of_case("plan_start"),
    "care:plan_edit": _of_plan("plan_edit"),
    "care:goal_new": _of_plan("goal_new"),
    "care:goal": _of_line("goal", "goals"),
    "care:goal_remove": _of_line("goal_remove", "goals"),
    "care:service_new": _of_plan("service_new", component="C4b"),
    "care:service": _of_line("service", "services"),
    "care:service_remove": _of_line("service_remove", "services"),
    "care:plan_submit": _of_plan("plan_submit"),
    "care:plan_answer": _of_plan("plan_answer", "submitted", people.budi, verdict="return"),
    "care:plan_agree": _of_plan("plan_agree", "approved"),
    "care:plan_review": _of_plan("plan_review", "agreed"),
    "care:conference_new": _of_case("conference_new", on=TODAY, time="00:00", place="Ruang rapat"),
    "care:decision_new": _decision,
    "care:gate_waive": _waive,
    "care:termination_ask": _termination("termination_ask"),
    "care:termination_answer": _termination("termination_answer", people.budi, asked=True),
    "care:termination_cancel": _termination("termination_cancel"),
    "care:aftercare_plan": _aftercare,
}
