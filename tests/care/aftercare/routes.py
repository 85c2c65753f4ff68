"""Aftercare: its plan, its contacts, the calendar."""

from collections.abc import Callable
from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from tests import people
from tests.access import CARING, FILE, LISTS, within
from tests.care.aftercare.relapse_factories import RelapseFactory
from tests.care.factories import FollowUpFactory
from tests.care.plan_factories import (
    AftercarePlanFactory,
)
from tests.clients.factories import (
    CaseFactory,
)
from tests.route import NOW, TODAY, Door, Route
from tests.screening.factories import consenting_case
from tests.screening.review_factories import rescreened


def _follow_up() -> Door:
    due = NOW
    case = CaseFactory(in_aftercare=True, opened_on=due - timedelta(days=90))
    case.service_ended_on = case.service_started_on = due - timedelta(days=7)
    case.save()
    row = FollowUpFactory(case=case, due_on=due)
    body = {"on": TODAY, "channel": "phone", "outcome": "needs_help"}
    return Door(people.ani(), reverse("care:follow_up", args=[row.pk]), body)


def _aftercare() -> Door:
    case = AftercarePlanFactory().case
    return Door(
        people.ani(), reverse("care:aftercare_plan", args=[case.pk]), {"first_contact_on": TODAY}
    )


def _relapsed(name: str) -> Callable[[], Door]:
    def made() -> Door:
        row = RelapseFactory(case=consenting_case(in_aftercare=True))
        return Door(people.ani(), reverse(f"care:{name}", args=[row.pk]))

    return made


def _relapse_settle() -> Door:
    row = RelapseFactory(case=consenting_case(in_aftercare=True), planned=True)
    rescreened(row.case, "low", at=timezone.now(), reason="relapse")
    url = reverse("care:relapse_settle", args=[row.pk])
    return Door(people.ani(), url, {"answer": "support"})


def _relapse_name() -> Door:
    case = consenting_case(in_aftercare=True)
    return Door(people.ani(), reverse("care:relapse_name", args=[case.pk]), {"on": TODAY})


ROUTES = [
    Route(
        "care:schedule",
        also_asked=("?tampilan=bulan",),
        statuses={"GET": LISTS},
        asked="tampilan bulan saat petugas jenis halaman",
    ),
    Route(
        "care:ics",
        statuses={"GET": LISTS},
        blind="only the calls that one carries oneself",
        asked="petugas",
    ),
    Route(
        "care:aftercare",
        about="client",
        stage="aftercare",
        statuses={"GET": FILE},
    ),
    Route(
        "care:next_follow_up",
        about="client",
        stage="aftercare",
        statuses={"GET": FILE},
        answers={"GET": "302"},
        found_only=True,
    ),
    Route(
        "care:follow_up",
        about="follow_up",
        stage="aftercare",
        door=_follow_up,
        statuses={"GET": FILE, "POST": within(CARING, CARING)},
    ),
    Route(
        "care:open_relapse",
        about="client",
        stage="aftercare",
        statuses={"GET": FILE},
        answers={"GET": "302"},
        found_only=True,
    ),
    Route(
        "care:relapse_name",
        about="client",
        stage="active",
        door=_relapse_name,
        statuses={"GET POST": within(CARING, CARING)},
        found_only=True,
    ),
    Route(
        "care:relapse",
        about="relapse",
        stage="aftercare",
        statuses={"GET": FILE},
    ),
    Route(
        "care:relapse_plan",
        about="relapse",
        stage="aftercare",
        door=_relapsed("relapse_plan"),
        statuses={"GET POST": within(CARING, CARING)},
        found_only=True,
    ),
    Route(
        "care:relapse_settle",
        about="relapse",
        stage="aftercare",
        door=_relapse_settle,
        statuses={"GET POST": within(CARING, CARING)},
        answers={"POST": "422"},
        found_only=True,
    ),
    Route(
        "care:relapse_reentry",
        about="relapse",
        stage="aftercare",
        door=_relapsed("relapse_reentry"),
        statuses={"GET POST": within(CARING)},
        found_only=True,
    ),
    Route(
        "care:aftercare_plan",
        about="client",
        stage="active",
        door=_aftercare,
        statuses={"GET POST": within(CARING, CARING)},
    ),
]
