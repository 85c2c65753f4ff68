"""The decision on a screening, overrides, second assessments."""

from typing import Any

from django.urls import reverse

from tests import people
from tests.access import CARING, within
from tests.care.papers import FIELDS, with_assessment
from tests.matrix.world import World
from tests.route import Door, Route
from tests.screening.factories import finished
from tests.screening.review_factories import proposed_up
from tests.screening.routing_factories import approved, asked_for_approval, two_apart


def _decide() -> Door:
    case = with_assessment(finished().case)
    url = reverse("screening:decide", args=[case.pk])
    return Door(people.ani(), url, {"base": "family", "override_code": "distance", **FIELDS})


def _step() -> Door:
    url = reverse("screening:step", args=[proposed_up().screening.case_id])
    return Door(people.ani(), url, {"answer": "accept", "note": "Disepakati bersama keluarga."})


def _second() -> Door:
    body = {"risk": "high", "judgement": "Klien tampak lebih berat daripada jawabannya."}
    return Door(people.budi(), reverse("screening:second", args=[two_apart().pk]), body)


def _approval() -> Door:
    url = reverse("screening:approval", args=[asked_for_approval().pk])
    return Door(people.budi(), url, {"answer": "approve"})


def _withdraw_override() -> Door:
    decision = asked_for_approval()
    url = reverse("screening:withdraw_override", args=[decision.pk])
    page = reverse("screening:decide", args=[decision.screening.case_id])
    return Door(people.ani(), url, page=page)


def _review_override() -> Door:
    url = reverse("screening:review_override", args=[approved().screening.case_id])
    return Door(people.budi(), url, {"outcome": "keep"})


def _has_seen_the_proposal(world: World, relation: str) -> dict[str, Any]:
    return {"seen": f"s{world.of(relation, 'decided').screening.pk}"}


ROUTES = [
    Route(
        "screening:step",
        about="client",
        stage="active",
        door=_step,
        statuses={"GET POST": within(CARING, "worker")},
        found_only=True,
    ),
    Route(
        "screening:decide",
        at_home=_has_seen_the_proposal,
        about="client",
        stage="decided",
        door=_decide,
        statuses={"GET POST": within(CARING, "worker")},
        found_only=True,
    ),
    Route(
        "screening:review_override",
        about="client",
        stage="approved",
        door=_review_override,
        statuses={"GET POST": within("supervisor manager")},
        found_only=True,
    ),
    Route(
        "screening:approval",
        about="decision",
        stage="asked",
        door=_approval,
        statuses={"GET POST": within("supervisor manager")},
        found_only=True,
    ),
    Route(
        "screening:withdraw_override",
        about="decision",
        stage="asked",
        door=_withdraw_override,
        statuses={"POST": within(CARING, "worker")},
        found_only=True,
    ),
    Route(
        "screening:second",
        about="screening",
        stage="far_apart",
        door=_second,
        statuses={"GET POST": within("supervisor manager ipwl")},
        found_only=True,
    ),
]
