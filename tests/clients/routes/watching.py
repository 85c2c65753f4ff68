"""Emergencies, and watching over accesses."""

from django.urls import reverse

from tests import people
from tests.access import EVERYBODY, always, only, said
from tests.clients.factories import (
    BreakGlassFactory,
    CaseFactory,
)
from tests.route import Door, Form, Route


def _emergency() -> Door:
    case = CaseFactory()
    body = {"sought": case.client.registration_number}
    return Door(people.eko(), reverse("clients:emergency"), body)


def _review_emergency() -> Door:
    url = reverse("clients:review_emergency", args=[BreakGlassFactory().pk])
    return Door(people.hadi(), url)


def _close_emergency() -> Door:
    row = BreakGlassFactory(client=CaseFactory().client)
    url = reverse("clients:close_emergency", args=[row.pk])
    return Door(people.eko(), url, page=reverse("clients:file", args=[row.client_id]))


# The client's own institution judges an emergency, and those who watch.
JUDGED = {
    "own": said("supervisor manager officer", default="403"),
    "shared expired other emergency": said(
        "officer", default="403", supervisor="404", manager="404"
    ),
}

ROUTES = [
    Route(
        "clients:emergency",
        door=_emergency,
        statuses={"GET POST": only("worker supervisor manager ipwl ministry")},
        blind="a form",
        asked="acuan",
    ),
    Route(
        "clients:emergencies",
        statuses={"GET": only("supervisor manager officer")},
        blind="asked for by the client's institution",
        asked="halaman",
    ),
    Route(
        "clients:review_emergency",
        about="emergency",
        door=_review_emergency,
        statuses={"GET POST": JUDGED},
    ),
    Route(
        "clients:close_emergency",
        about="emergency",
        door=_close_emergency,
        form=Form.FORGIVING,
        statuses={"POST": always("404")},
        blind="only one's own",
    ),
    Route(
        "clients:field_rules",
        statuses={"GET": EVERYBODY},
        blind="a table of rules",
    ),
    Route(
        "audit:accesses",
        statuses={"GET": only("auditor officer")},
        blind="for those who watch",
        asked="klien petugas tindakan sejak sampai sebelum",
    ),
    Route(
        "audit:signals",
        statuses={"GET": only("auditor officer")},
        blind="for those who watch",
        asked="x",
    ),
]
