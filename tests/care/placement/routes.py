"""Placements: asked for, answered, begun, ended."""

from collections.abc import Callable
from typing import Any

from django.urls import reverse

from accounts.models import User
from care.enums import PlacementStatus
from partners.enums import CareBase
from tests import people
from tests.access import (
    CARING,
    FILE,
    LISTS,
    within,
)
from tests.care.factories import PlacementFactory
from tests.care.papers import FIELDS, with_papers
from tests.clients.factories import (
    CaseFactory,
    FamilyContactFactory,
)
from tests.partners.factories import InstitutionFactory
from tests.route import TODAY, Door, Route


def _request() -> Door:
    people.kenanga()
    case = with_papers(CaseFactory(to_place=True))
    return Door(people.ani(), reverse("care:request", args=[case.pk]), FIELDS)


def _request_family() -> Door:
    case = CaseFactory(to_place=True, base=CareBase.FAMILY)
    FamilyContactFactory(client=with_papers(case).client)
    return Door(
        people.ani(), reverse("care:request", args=[case.pk]), {"starts_on": TODAY, **FIELDS}
    )


def _placement(name: str, person: Callable[[], User], **facts: Any) -> Callable[[], Door]:
    def door() -> Door:
        placement = PlacementFactory(**facts)
        if name != "start":  # begins without them, and says why
            with_papers(placement.case)
        body = {"confirmed": "on", "starts_on": TODAY, "on": TODAY, "planned_end_on": "", **FIELDS}
        url = reverse(f"care:{name}", args=[placement.pk])
        return Door(person(), url, {} if name == "review" else body)

    return door


def _reoffer() -> Door:
    placement = PlacementFactory(status=PlacementStatus.DECLINED, decline_reason="full")
    with_papers(placement.case)
    body = {"institution": people.melati().pk}
    return Door(people.ani(), reverse("care:reoffer", args=[placement.pk]), body)


ROUTES = [
    Route(
        "care:placements",
        also_asked=("?arah=incoming", "?arah=outgoing"),
        statuses={"GET": LISTS},
        blind="asked for by the institution at either end",
        asked="arah status halaman",
    ),
    Route(
        "care:client",
        about="client",
        stage="active",
        statuses={"GET": FILE},
    ),
    Route(
        "care:open",
        about="client",
        stage="active",
        statuses={"GET": FILE},
        answers={"GET": "302"},
        found_only=True,
    ),
    Route(
        "care:request",
        about="client",
        stage="to_place",
        door=_request,
        more_doors={"family": _request_family},
        statuses={"GET POST": within(CARING)},
        answers={"POST": "302/422"},
        found_only=True,
        asked="semua lembaga",
        strangers={
            "institution": lambda: InstitutionFactory(name="Tanpa perjanjian"),
            "family family_contact": FamilyContactFactory,
        },
    ),
    Route(
        "care:compare",
        about="client",
        stage="to_place",
        statuses={"GET": within(CARING)},
        found_only=True,
        asked="lembaga",
    ),
    Route(
        "care:placement",
        about="placement",
        stage="active",
        statuses={"GET": FILE},
    ),
    Route(
        "care:accept",
        about="placement",
        stage="requested",
        door=_placement("accept", people.eko),
        statuses={"GET POST": within(shared="supervisor manager ipwl")},
        found_only=True,
        strangers={"worker": people.ani},
    ),
    Route(
        "care:decline",
        about="placement",
        stage="requested",
        door=_placement("decline", people.eko),
        statuses={"GET POST": within(shared="supervisor manager ipwl")},
        found_only=True,
    ),
    Route(
        "care:withdraw",
        about="placement",
        stage="requested",
        door=_placement("withdraw", people.ani),
        statuses={"GET POST": within(CARING)},
        found_only=True,
    ),
    Route(
        "care:start",
        about="placement",
        stage="accepted",
        door=_placement("start", people.ani, accepted=True),
        statuses={"GET POST": within(CARING, CARING)},
        found_only=True,
    ),
    Route(
        "care:review",
        about="placement",
        stage="active",
        door=_placement("review", people.ani, active=True),
        statuses={"GET POST": within(CARING, CARING)},
        found_only=True,
    ),
    Route(
        "care:end",
        about="placement",
        stage="active",
        door=_placement("end", people.ani, active=True),
        statuses={"GET POST": within(CARING, CARING)},
        found_only=True,
    ),
    Route(
        "care:reoffer",
        about="placement",
        stage="declined",
        door=_reoffer,
        statuses={"GET POST": within(CARING)},
        found_only=True,
        strangers={"institution": lambda: InstitutionFactory(is_active=False)},
    ),
]
