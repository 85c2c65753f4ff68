"""The end of a stay: its gate, its approval."""

from collections.abc import Callable
from typing import Any

from django.urls import reverse

from accounts.models import User
from care.enums import EndReason
from tests import people
from tests.access import (
    CARING,
    FILE,
    within,
)
from tests.care.aftercare.life_factories import OverdoseAdviceFactory
from tests.care.factories import PlacementFactory
from tests.care.plan_factories import (
    TerminationFactory,
)
from tests.route import NOW, TODAY, Door, Route


def _waive() -> Door:
    row = TerminationFactory(on=NOW, reason=EndReason.LOST)
    return Door(people.ani(), reverse("care:gate_waive", args=[row.case_id, "tasks"]), {})


def _termination(
    name: str, person: Callable[[], User] = people.ani, **facts: Any
) -> Callable[[], Door]:
    def made() -> Door:
        row = TerminationFactory(on=NOW, reason=EndReason.LOST, **facts)
        OverdoseAdviceFactory(case=row.case)
        return Door(person(), reverse(f"care:{name}", args=[row.case_id]), {})

    return made


def _advice() -> Door:
    case = PlacementFactory(active=True).case
    body = {"on": TODAY, "given_to": "both", "naloxone": "place_told"}
    return Door(people.ani(), reverse("care:overdose_advice", args=[case.pk]), body)


ROUTES = [
    Route(
        "care:overdose_advice",
        about="client",
        stage="active",
        door=_advice,
        statuses={"GET POST": within(CARING, CARING)},
        found_only=True,
    ),
    Route(
        "care:termination",
        about="client",
        stage="active",
        statuses={"GET": FILE},
    ),
    Route(
        "care:gate_waive",
        about="client",
        stage="active",
        arguments={"item": "tasks"},
        door=_waive,
        statuses={"GET POST": within(CARING, CARING)},
        found_only=True,
    ),
    Route(
        "care:termination_ask",
        about="client",
        stage="active",
        door=_termination("termination_ask"),
        statuses={"GET POST": within(CARING, CARING)},
        found_only=True,
    ),
    Route(
        "care:termination_answer",
        about="client",
        stage="ending",
        door=_termination("termination_answer", people.budi, asked=True),
        statuses={"GET POST": within("supervisor manager ipwl", "supervisor manager ipwl")},
        answers={"POST": "422"},
        found_only=True,
    ),
    Route(
        "care:termination_cancel",
        about="client",
        stage="active",
        door=_termination("termination_cancel"),
        statuses={"GET POST": within(CARING, CARING)},
        found_only=True,
    ),
]
