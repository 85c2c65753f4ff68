"""Assessments."""

from collections.abc import Callable
from typing import Any

from django.urls import reverse

from accounts.models import User
from tests import people
from tests.access import (
    CARING,
    FILE,
    within,
)
from tests.route import Door, Form, Route
from tests.screening import assessment_factories as assessments


def _assessment_start() -> Door:
    url = reverse("screening:assessment_start", args=[assessments.screened_case().pk])
    return Door(people.ani(), url, {"kind": "initial"})


def _assessment_part(name: str, slug: str) -> Callable[[], Door]:
    def door() -> Door:
        row = assessments.filled()
        args = [row.pk, slug]
        page = reverse("screening:assessment_section", args=args)
        return Door(people.ani(), reverse(f"screening:assessment_{name}", args=args), page=page)

    return door


def _assessment(
    name: str, person: Callable[[], User], row: Callable[[], Any], **body: str
) -> Callable[[], Door]:
    return lambda: Door(person(), reverse(f"screening:assessment_{name}", args=[row().pk]), body)


ROUTES = [
    Route(
        "screening:assessment_start",
        about="client",
        stage="screened",
        door=_assessment_start,
        statuses={"GET POST": within(CARING, "worker supervisor manager")},
    ),
    Route(
        "screening:assessment",
        about="assessment",
        stage="assessing",
        statuses={"GET": within(CARING, "worker supervisor manager")},
    ),
    Route(
        "screening:assessment_danger",
        about="assessment",
        stage="assessing",
        statuses={"GET": within(CARING, "worker supervisor manager")},
    ),
    Route(
        "screening:assessment_section",
        about="assessment",
        stage="assessing",
        arguments={"slug": "kesehatan"},
        door=_assessment_part("section", "kesehatan"),
        more_doors={"scale": _assessment_part("section", "srq20")},
        form=Form.DRAFT,
        statuses={"GET POST": within(CARING, "worker supervisor manager")},
    ),
    Route(
        "screening:assessment_autosave",
        about="assessment",
        stage="assessing",
        arguments={"slug": "kesehatan"},
        door=_assessment_part("autosave", "jejaring"),
        form=Form.SCRIPT,
        statuses={"POST": within(CARING, "worker supervisor manager")},
        answers={"POST": "200"},
    ),
    Route(
        "screening:assessment_review",
        about="assessment",
        stage="assessing",
        door=_assessment("review", people.ani, assessments.filled),
        statuses={"GET POST": within(CARING, "worker supervisor manager")},
    ),
    Route(
        "screening:assessment_sign",
        about="assessment",
        stage="asked_to_sign",
        door=_assessment("sign", people.budi, assessments.submitted),
        statuses={"GET POST": within("supervisor manager")},
        found_only=True,
    ),
    Route(
        "screening:assessment_return",
        about="assessment",
        stage="asked_to_sign",
        door=_assessment(
            "return", people.budi, assessments.submitted, note="Lengkapi bagian keluarga."
        ),
        statuses={"GET POST": within("supervisor manager")},
        found_only=True,
    ),
    Route(
        "screening:assessment_correct",
        about="assessment",
        stage="signed",
        door=_assessment("correct", people.ani, assessments.signed, reason="Salah isi."),
        statuses={"GET POST": within(CARING, "worker supervisor manager")},
    ),
    Route(
        "screening:assessment_result",
        about="assessment",
        stage="signed",
        statuses={"GET": FILE},
    ),
    Route(
        "screening:assessment_print",
        about="assessment",
        stage="signed",
        statuses={"GET": FILE},
    ),
    Route(
        "screening:assessment_compare",
        about="assessment",
        stage="signed",
        statuses={"GET": FILE},
    ),
]
