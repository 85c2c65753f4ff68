"""Plans of service with their goals and services, and case conferences."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.urls import reverse

from accounts.models import User
from tests import people
from tests.access import (
    CARING,
    FILE,
    within,
)
from tests.care.plan_factories import (
    CaseConferenceFactory,
    whole_plan,
)
from tests.clients.factories import (
    CaseFactory,
)
from tests.matrix.world import World
from tests.route import NOW, SOON, TODAY, Door, Route


def _of_case(name: str, person: Callable[[], User] = people.ani, **body: Any) -> Callable[[], Door]:
    """Of a case in service without a plan."""

    def made() -> Door:
        case = CaseFactory(in_service=True)
        return Door(person(), reverse(f"care:{name}", args=[case.pk]), body)

    return made


def _of_plan(
    name: str, status: str = "", person: Callable[[], User] = people.ani, **body: Any
) -> Callable[[], Door]:
    def made() -> Door:
        plan = whole_plan(review_on=NOW + timedelta(days=20), **({status: True} if status else {}))
        return Door(person(), reverse(f"care:{name}", args=[plan.case_id]), body)

    return made


def _of_line(name: str, lines: str, **body: Any) -> Callable[[], Door]:
    def made() -> Door:
        row = getattr(whole_plan(), lines).get()
        return Door(people.ani(), reverse(f"care:{name}", args=[row.pk]), body)

    return made


def _decision() -> Door:
    row = CaseConferenceFactory()
    body = {"due_on": SOON}
    return Door(people.ani(), reverse("care:decision_new", args=[row.pk]), body)


def _by_melati(_world: World, _relation: str) -> dict[str, Any]:
    """Today and by the own institution, by nobody in particular."""
    days = {"starts_on": TODAY, "ends_on": TODAY}
    return {"institution": people.melati().pk, "goal": "", "worker": "", **days}


ROUTES = [
    Route(
        "care:plan",
        about="client",
        stage="active",
        statuses={"GET": FILE},
    ),
    Route(
        "care:open_plan",
        about="client",
        stage="active",
        statuses={"GET": FILE},
        answers={"GET": "302"},
        found_only=True,
    ),
    Route(
        "care:plan_start",
        about="client",
        stage="to_place",
        door=_of_case("plan_start"),
        statuses={"GET POST": within(CARING, CARING)},
    ),
    Route(
        "care:plan_edit",
        about="client",
        stage="active",
        door=_of_plan("plan_edit"),
        statuses={"GET POST": within(CARING, CARING)},
    ),
    Route(
        "care:goal_new",
        about="client",
        stage="active",
        door=_of_plan("goal_new"),
        statuses={"GET POST": within(CARING, CARING)},
    ),
    Route(
        "care:service_new",
        at_home=_by_melati,
        about="client",
        stage="active",
        door=_of_plan("service_new", component="C4b"),
        statuses={"GET POST": within(CARING, CARING)},
    ),
    Route(
        "care:plan_submit",
        about="client",
        stage="active",
        door=_of_plan("plan_submit"),
        statuses={"GET POST": within(CARING, CARING)},
    ),
    Route(
        "care:plan_answer",
        about="client",
        stage="accepted",
        door=_of_plan("plan_answer", "submitted", people.budi, verdict="return"),
        statuses={"GET POST": within("supervisor manager ipwl", "supervisor manager ipwl")},
        found_only=True,
    ),
    Route(
        "care:plan_agree",
        about="client",
        stage="requested",
        door=_of_plan("plan_agree", "approved"),
        statuses={"GET POST": within(CARING, CARING)},
    ),
    Route(
        "care:plan_review",
        about="client",
        stage="active",
        door=_of_plan("plan_review", "agreed"),
        statuses={"GET POST": within(CARING, CARING)},
        answers={"POST": "422"},
    ),
    Route(
        "care:goal",
        about="goal",
        stage="active",
        door=_of_line("goal", "goals"),
        statuses={"GET POST": within(CARING, CARING)},
    ),
    Route(
        "care:goal_remove",
        about="goal",
        stage="active",
        door=_of_line("goal_remove", "goals"),
        statuses={"GET POST": within(CARING, CARING)},
    ),
    Route(
        "care:service",
        at_home=_by_melati,
        about="service",
        stage="active",
        door=_of_line("service", "services"),
        statuses={"GET POST": within(CARING, CARING)},
    ),
    Route(
        "care:service_remove",
        about="service",
        stage="active",
        door=_of_line("service_remove", "services"),
        statuses={"GET POST": within(CARING, CARING)},
    ),
    Route(
        "care:plan_version",
        about="plan",
        stage="active",
        statuses={"GET": FILE},
    ),
    Route(
        "care:plan_print",
        about="plan",
        stage="active",
        statuses={"GET": FILE},
    ),
    Route(
        "care:conferences",
        about="client",
        stage="active",
        statuses={"GET": FILE},
    ),
    Route(
        "care:conference_new",
        about="client",
        stage="active",
        door=_of_case("conference_new", on=TODAY, time="00:00", place="Ruang rapat"),
        statuses={"GET POST": within(CARING, CARING)},
    ),
    Route(
        "care:conference",
        about="conference",
        stage="active",
        statuses={"GET": FILE},
    ),
    Route(
        "care:decision_new",
        about="conference",
        stage="active",
        door=_decision,
        statuses={"GET POST": within(CARING, CARING)},
    ),
    Route(
        "care:conference_print",
        about="conference",
        stage="active",
        statuses={"GET": FILE},
    ),
]
