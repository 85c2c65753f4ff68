"""Contacts outside the schedule, the locator sheet, interviews about outcomes."""

from collections.abc import Callable
from datetime import timedelta

from django.urls import reverse

from tests import people
from tests.access import CARING, FILE, within
from tests.care.factories import LocatorEntryFactory
from tests.care.outcome_factories import begun, filled, finished
from tests.clients.factories import CaseFactory
from tests.route import NOW, TODAY, Door, Form, Route


def _unplanned() -> Door:
    case = CaseFactory(in_aftercare=True, opened_on=NOW - timedelta(days=150))
    case.service_ended_on = NOW - timedelta(days=20)
    case.save()
    body = {"on": TODAY, "channel": "phone", "outcome": "needs_help"}
    return Door(people.ani(), reverse("care:unplanned_contact", args=[case.pk]), body)


def _locator_new() -> Door:
    case = CaseFactory(in_service=True)
    said = {"name": "Sulastri", "words": "Saya teman lama."}
    body = {"kind": "may_ask", "relation": "friend", "channel": "phone", **said}
    return Door(people.ani(), reverse("care:locator_new", args=[case.pk]), body)


def _locator_remove() -> Door:
    return Door(people.ani(), reverse("care:locator_remove", args=[LocatorEntryFactory().pk]))


def _outcome_new() -> Door:
    case = CaseFactory(in_service=True)
    return Door(people.ani(), reverse("care:outcome_new", args=[case.pk, "start"]))


def _outcome(name: str, *slug: str) -> Callable[[], Door]:
    def door() -> Door:
        row = filled(begun(CaseFactory(in_service=True), asked_on=NOW))
        page = reverse("care:outcome_section", args=[row.pk, *slug]) if slug else ""
        url = reverse(f"care:outcome_{name}", args=[row.pk, *slug])
        return Door(people.ani(), url, page=page)

    return door


def _outcome_correct() -> Door:
    row = finished(CaseFactory(in_service=True), asked_on=NOW)
    url = reverse("care:outcome_correct", args=[row.pk])
    return Door(people.ani(), url, {"reason": "Hari memakai salah dicatat."})


def _outcome_discard() -> Door:
    old = finished(CaseFactory(in_service=True), asked_on=NOW)
    row = begun(old.case, asked_on=NOW, corrects=old, correction_reason="Hari memakai salah.")
    return Door(people.ani(), reverse("care:outcome_discard", args=[row.pk]))


ROUTES = [
    Route(
        "care:unplanned_contact",
        about="client",
        stage="aftercare",
        door=_unplanned,
        statuses={"GET POST": within(CARING, CARING)},
        found_only=True,
    ),
    Route("care:outcomes", about="client", stage="aftercare", statuses={"GET": FILE}),
    Route(
        "care:outcome_new",
        about="client",
        stage="aftercare",
        arguments={"point": "start"},
        door=_outcome_new,
        form=Form.FORGIVING,
        statuses={"GET POST": within(CARING, CARING)},
        found_only=True,
    ),
    Route(
        "care:outcome_of",
        about="follow_up",
        stage="aftercare",
        statuses={"GET": FILE},
        answers={"GET": "302"},
        found_only=True,
    ),
    Route(
        "care:outcome",
        about="interview",
        stage="aftercare",
        statuses={"GET": within(CARING, CARING)},
        found_only=True,
    ),
    Route(
        "care:outcome_section",
        about="interview",
        stage="aftercare",
        arguments={"slug": "pemakaian"},
        door=_outcome("section", "pemakaian"),
        more_doors={"lapse": _outcome("section", "kekambuhan")},
        form=Form.DRAFT,
        statuses={"GET POST": within(CARING, CARING)},
        found_only=True,
    ),
    Route(
        "care:outcome_autosave",
        about="interview",
        stage="aftercare",
        arguments={"slug": "dukungan"},
        door=_outcome("autosave", "dukungan"),
        form=Form.SCRIPT,
        answers={"POST": "200"},
        statuses={"POST": within(CARING, CARING)},
        found_only=True,
    ),
    Route(
        "care:outcome_finish",
        about="interview",
        stage="aftercare",
        door=_outcome("finish"),
        form=Form.FORGIVING,
        statuses={"GET POST": within(CARING, CARING)},
        found_only=True,
    ),
    Route(
        "care:outcome_correct",
        about="interview",
        stage="aftercare",
        door=_outcome_correct,
        # In the matrix the interview is still a draft, which is corrected where it is.
        answers={"POST": "422"},
        statuses={"GET POST": within(CARING, CARING)},
        found_only=True,
    ),
    Route(
        "care:outcome_discard",
        about="interview",
        stage="aftercare",
        door=_outcome_discard,
        # In the matrix the interview corrects none.
        answers={"POST": "422"},
        statuses={"GET POST": within(CARING, CARING)},
        found_only=True,
    ),
    Route("care:locator", about="client", stage="aftercare", statuses={"GET": FILE}),
    Route(
        "care:locator_new",
        about="client",
        stage="aftercare",
        door=_locator_new,
        statuses={"GET POST": within(CARING, CARING)},
    ),
    Route(
        "care:locator_remove",
        about="locator",
        stage="aftercare",
        door=_locator_remove,
        form=Form.FORGIVING,
        statuses={"GET POST": within(CARING, CARING)},
    ),
]
