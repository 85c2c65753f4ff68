"""Two people correct one profile: the second chooses field by field, on a phone and at a desk."""

import pytest
from django.urls import reverse

from clients.models import Client, ConsentText
from tests import people
from tests.clients.factories import CaseFactory, ClientFactory


pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("width", [360, pytest.param(1280, marks=pytest.mark.slow)])
def test_the_second_sees_both_sides_and_keeps_both_changes(visit, width):
    ConsentText.objects.get_or_create(
        version="uji", defaults={"body": "…", "published_on": "2026-01-01"}
    )
    row = ClientFactory(name="Rian Saputra", address="Jalan Lama 1", phone="081200000000")
    page = reverse("clients:edit", args=[CaseFactory(client=row).client_id])
    budi, ani = visit(people.budi(), width), visit(people.ani(), width)
    budi.go(page)
    ani.go(page)
    ani.fill("Telepon", "081299999999")
    ani.press("Simpan profil")

    budi.fill("Alamat", "Jalan Melati Raya 27, RT 03/RW 05, Kelurahan Cibogor")
    budi.press("Simpan profil")
    budi.sees("Ada yang lebih dulu menyimpan")
    budi.press("Simpan pilihan")

    kept = Client.objects.get()
    assert (kept.phone, kept.address[:12]) == ("081299999999", "Jalan Melati")
