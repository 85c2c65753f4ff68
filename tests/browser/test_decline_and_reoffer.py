"""A place is refused, and the sender asks the next one with one click; both sides see where it stands."""

import pytest
from django.urls import reverse

from care.enums import PlacementStatus
from care.models import Placement
from tests import people
from tests.care.papers import with_papers
from tests.clients.factories import CaseFactory, ConsentFactory
from tests.partners.factories import InstitutionFactory


pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def case(transactional_db):
    case = with_papers(CaseFactory(to_place=True))
    ConsentFactory(client=case.client)
    InstitutionFactory(name="Sentra Anggrek", with_agreement=True)
    people.kenanga()
    return case


@pytest.mark.parametrize("width", [360, pytest.param(1280, marks=pytest.mark.slow)])
def test_a_refused_request_goes_to_the_next_place(case, visit, width):
    ani, eko = visit(people.ani(), width), visit(people.eko(), width)
    ani.go(reverse("care:request", args=[case.pk]))
    ani.pick("Sentra Kenanga")
    ani.fill("Keterangan", "Datang hari Senin bersama ibunya.")
    ani.press("Ajukan penempatan")
    ani.sees("1 hari lagi")

    eko.go(reverse("care:placement", args=[Placement.objects.get().pk]))
    eko.sees("1 hari lagi")
    eko.press("Tolak")
    eko.pick("Memerlukan perawatan medis lebih dahulu")
    eko.press("Tolak penempatan")

    ani.go(reverse("care:open", args=[case.pk]))
    ani.sees("Memerlukan perawatan medis lebih dahulu")
    assert "Sentra Kenanga" not in ani.page.locator("#id_institution").inner_text()
    ani.press("Ajukan ke sini Sentra Anggrek")
    ani.sees("Penempatan diajukan")

    again = Placement.objects.get(status=PlacementStatus.REQUESTED)
    assert again.institution.name == "Sentra Anggrek"
    assert again.request_note == "Datang hari Senin bersama ibunya."
