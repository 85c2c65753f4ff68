"""The pages of the legal register. Houses that serve a person read it, IPWL among them not; the home keeps it."""

from collections.abc import Callable
from typing import Any

from django.urls import reverse

from tests import people
from tests.access import CARING, of_a_person, within
from tests.clients.factories import CaseFactory
from tests.law.factories import OfficerFactory, OrderFactory, StageFactory
from tests.route import SOON, TODAY, Door, Route


REFUSED = dict.fromkeys((*CARING.split(), "auditor"), "403")
KEPT = within(CARING)
READ = {
    **within(CARING),
    "shared": of_a_person("worker supervisor manager", **REFUSED),
}
ORDER = {
    "ordered_by": "judge",
    "office": "PN Bogor",
    "letter_number": "12/2026",
    "given_on": TODAY,
    "ordered_base": "balai",
    "begins_on": TODAY,
    "months": "6",
}


def _of_a_client(name: str, **body: Any) -> Callable[[], Door]:
    def door() -> Door:
        url = reverse(f"law:{name}", args=[CaseFactory().client_id])
        return Door(people.ani(), url, body)

    return door


def _of_an_order(name: str, **body: Any) -> Callable[[], Door]:
    def door() -> Door:
        return Door(people.ani(), reverse(f"law:{name}", args=[OrderFactory().pk]), body)

    return door


def _stage_edit() -> Door:
    url = reverse("law:stage_edit", args=[StageFactory().pk])
    return Door(people.ani(), url, {"legal_status": "court"})


def _officer() -> Door:
    row = OfficerFactory()
    url = reverse("law:officer", args=[row.case.client_id])
    return Door(people.ani(), url, {"name": "Sari PK"})


def _kept(name: str, about: str, door: Callable[[], Door]) -> Route:
    return Route(
        f"law:{name}",
        about=about,
        stage="active",
        door=door,
        statuses={"GET POST": KEPT},
        found_only=True,
    )


STAGE = {"legal_status": "police", "since": TODAY}
ROUTES = [
    Route("law:register", about="client", stage="active", statuses={"GET": READ}, found_only=True),
    _kept("stage_new", "client", _of_a_client("stage_new", **STAGE)),
    _kept("stage_edit", "legal_stage", _stage_edit),
    _kept("order_new", "client", _of_a_client("order_new", **ORDER)),
    _kept("order_edit", "legal_order", _of_an_order("order_edit", letter_number="13/2026")),
    _kept(
        "order_extend",
        "legal_order",
        _of_an_order("order_extend", letter_number="7/2026", given_on=TODAY, until_on=SOON),
    ),
    _kept("order_report", "legal_order", _of_an_order("order_report", sent_on=TODAY)),
    _kept("order_close", "legal_order", _of_an_order("order_close", reason="fulfilled", on=TODAY)),
    _kept("officer", "client", _officer),
    Route(
        "law:order_paper",
        about="legal_order",
        stage="active",
        statuses={"GET": READ},
        found_only=True,
    ),
]
