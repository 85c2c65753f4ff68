"""The interview and its results."""

from collections.abc import Callable
from typing import Any

from django.urls import reverse

from tests import people
from tests.access import (
    CARING,
    EVERYBODY,
    FILE,
    LISTS,
    of_a_person,
    within,
)
from tests.clients.factories import (
    ConsentFactory,
)
from tests.route import TODAY, Door, Form, Route
from tests.screening.factories import NO_DANGER, ScreeningFactory, consenting_case, finished
from tests.screening.review_factories import in_care


def _start_screening() -> Door:
    return Door(people.ani(), reverse("screening:start", args=[consenting_case().pk]))


def _section(slug: str, **facts: Any) -> Callable[[], Door]:
    def door() -> Door:
        draft = ScreeningFactory(**facts)
        return Door(people.ani(), reverse("screening:section", args=[draft.pk, slug]))

    return door


def _autosave() -> Door:
    draft = ScreeningFactory(answered=True)
    url = reverse("screening:autosave", args=[draft.pk, "keadaan"])
    page = reverse("screening:section", args=[draft.pk, "keadaan"])
    return Door(people.ani(), url, page=page)


def _review_answers() -> Door:
    return Door(
        people.ani(), reverse("screening:review", args=[ScreeningFactory(answered=True).pk])
    )


def _refer() -> Door:
    draft = ScreeningFactory(red_flags={**NO_DANGER, next(iter(NO_DANGER)): True})
    return Door(people.ani(), reverse("screening:refer", args=[draft.pk]))


def _looked_at() -> Door:
    draft = ScreeningFactory(red_flags={**NO_DANGER, "tuberculosis": True})
    body = {"outcome": "cleared", "clinician": "dr. Sinta", "place": "RSUD", "found_on": TODAY}
    return Door(people.ani(), reverse("screening:looked_at", args=[draft.pk]), body)


def _screen_again() -> Door:
    url = reverse("screening:start", args=[in_care().pk])
    return Door(people.ani(), url, {"reason": "relapse"})


def _correct() -> Door:
    screening = finished()
    ConsentFactory(client=screening.case.client)
    url = reverse("screening:correct", args=[screening.pk])
    return Door(people.ani(), url, {"reason": "Frekuensi pemakaian salah catat."})


# Whoever may hold the interview, who may look at it in an emergency too.
HELD = {**within(CARING, CARING), "emergency": of_a_person(CARING, ministry="403", auditor="403")}

ROUTES = [
    Route(
        "screening:list",
        statuses={"GET": LISTS},
        asked="halaman",
    ),
    Route(
        "screening:instruments",
        statuses={"GET": EVERYBODY},
        blind="instruments, and how often they are used",
    ),
    Route(
        "screening:instrument",
        arguments={"code": "dast10", "version": "1.0"},
        statuses={"GET": EVERYBODY},
        blind="an instrument",
    ),
    Route(
        "screening:client",
        about="client",
        stage="decided",
        statuses={"GET": FILE},
    ),
    Route(
        "screening:trend",
        about="client",
        stage="to_place",
        statuses={"GET": FILE},
    ),
    Route(
        "screening:trend_chart",
        about="client",
        stage="to_place",
        statuses={"GET": HELD},
        found_only=True,
    ),
    Route(
        "screening:start",
        about="client",
        door=_start_screening,
        more_doors={"again": _screen_again},
        statuses={"GET POST": within(CARING, "worker")},
        found_only=True,
    ),
    Route(
        "screening:continue",
        about="client",
        stage="draft",
        statuses={"GET": within(CARING, "worker")},
        answers={"GET": "302"},
        found_only=True,
    ),
    Route(
        "screening:sections",
        about="screening",
        stage="draft",
        statuses={"GET": within(CARING, "worker")},
        found_only=True,
    ),
    Route(
        "screening:section",
        about="screening",
        stage="draft",
        arguments={"slug": "q2"},
        door=_section("keadaan", answered=True),
        more_doors={
            "danger": _section("tanda-bahaya", red_flags=NO_DANGER),
            "q2": _section("q2", answered=True),
        },
        form=Form.DRAFT,
        statuses={"GET POST": within(CARING, "worker")},
        found_only=True,
    ),
    Route(
        "screening:autosave",
        about="screening",
        stage="draft",
        arguments={"slug": "q2"},
        door=_autosave,
        form=Form.SCRIPT,
        statuses={"POST": within(CARING, "worker")},
        answers={"POST": "200"},
        found_only=True,
    ),
    Route(
        "screening:review",
        about="screening",
        stage="draft",
        door=_review_answers,
        statuses={"GET POST": within(CARING, "worker")},
        found_only=True,
    ),
    Route(
        "screening:refer",
        about="screening",
        stage="danger",
        door=_refer,
        statuses={"GET POST": within(CARING, "worker")},
        found_only=True,
    ),
    Route(
        "screening:looked_at",
        about="screening",
        stage="danger",
        door=_looked_at,
        statuses={"GET POST": within(CARING, "worker")},
        found_only=True,
    ),
    Route(
        "screening:correct",
        about="screening",
        stage="decided",
        door=_correct,
        statuses={"GET POST": within(CARING, "worker")},
        found_only=True,
    ),
    Route(
        "screening:result",
        about="screening",
        stage="to_place",
        statuses={"GET": FILE},
    ),
]
