"""Institutions and agreements."""

from collections.abc import Callable
from datetime import timedelta

from django.urls import reverse

from partners.enums import InstitutionKind
from tests import people
from tests.access import (
    EVERYBODY,
    always,
    of_institution,
    only,
    said,
)
from tests.partners.factories import AgreementFactory, InstitutionFactory
from tests.regions.factories import RegencyFactory
from tests.route import NOW, TODAY, Door, Route


def _institution_new() -> Door:
    RegencyFactory()
    InstitutionFactory(kind=InstitutionKind.BALAI)
    body = {
        "name": "Yayasan Cahaya",
        "phone": "021 123456",
        "email": "cahaya@contoh.id",
        "accreditation_grade": "A",
        "accreditation_expires_on": "2030-01-01",
    }
    return Door(people.fitri(), reverse("partners:institution_new"), body)


def _institution_edit() -> Door:
    row = InstitutionFactory(kind=InstitutionKind.LKS, phone="021 123456")
    return Door(
        people.fitri(), reverse("partners:institution_edit", args=[row.pk]), {"phone": "021 123457"}
    )


def _agreement_new() -> Door:
    row = InstitutionFactory()
    body = {
        "institution": row.pk,
        "number": "PKS/7/2026",
        "title": "Rehabilitasi sosial",
        "first_party": "Kementerian",
        "starts_on": TODAY,
        "ends_on": (NOW + timedelta(days=300)).isoformat(),
        "signed_on": TODAY,
    }
    return Door(people.fitri(), reverse("partners:agreement_new"), body)


def _agreement(name: str) -> Callable[[], Door]:
    def door() -> Door:
        row = AgreementFactory(ends_on=NOW + timedelta(days=30), starts_on=NOW - timedelta(days=30))
        return Door(people.fitri(), reverse(f"partners:{name}", args=[row.pk]))

    return door


ROUTES = [
    Route(
        "partners:list",
        statuses={"GET": EVERYBODY},
        asked="cari provinsi perjanjian jenis halaman",
    ),
    Route(
        "partners:institution_new",
        door=_institution_new,
        statuses={"GET POST": only("ministry")},
        strangers={"mentor": people.harapan},
    ),
    Route(
        "partners:institution",
        about="institution",
        statuses={"GET": EVERYBODY},
    ),
    Route(
        "partners:institution_edit",
        about="institution",
        door=_institution_edit,
        # Sentra Melati of the country is a balai without a telephone number: its form has a gap to fill.
        statuses={
            "GET": only("ministry"),
            "POST": of_institution(
                own=said(default="403", ministry="422"), other=said("ministry", default="403")
            ),
        },
    ),
    Route(
        "partners:agreements",
        statuses={"GET": EVERYBODY},
        asked="cari status halaman",
    ),
    Route(
        "partners:agreement_new",
        at_home=lambda _world, _relation: {"institution": people.melati().pk},
        door=_agreement_new,
        statuses={"GET POST": only("ministry")},
        asked="mitra",
        strangers={"institution": lambda: InstitutionFactory(is_active=False)},
    ),
    Route(
        "partners:agreement",
        about="agreement",
        statuses={"GET": EVERYBODY},
    ),
    Route(
        "partners:agreement_edit",
        about="agreement",
        door=_agreement("agreement_edit"),
        statuses={"GET POST": only("ministry")},
    ),
    Route(
        "partners:agreement_end",
        about="agreement",
        door=_agreement("agreement_end"),
        statuses={"GET POST": only("ministry")},
    ),
    Route(
        "partners:agreement_document",
        about="agreement",
        statuses={"GET": always("404")},
    ),
]
