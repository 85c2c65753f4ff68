"""Keys are asked for, granted, fetched and revoked on pages."""

import re

import pytest
from django.test import Client as Browser
from django.urls import reverse
from django.utils import timezone

from accounts.models import ServiceKey
from tests import people
from tests.api.calling import Caller, key_of


pytestmark = pytest.mark.django_db


def asked(**changes):
    return {
        "name": "SIKS Sentra Melati",
        "purpose": "Laporan bulanan SIKS",
        "role": "supervisor",
        "institution": people.melati().pk,
        "scopes": ["clients:read", "cases:read"],
        "networks": "10.20.0.0/16\n127.0.0.1",
        "expires_on": timezone.localdate().isoformat(),
        **changes,
    }


@pytest.fixture
def ministry(client):
    client.force_login(people.fitri())
    return client


def as_(person):
    browser = Browser()
    browser.force_login(person)
    return browser


def test_one_asks_another_grants_and_whoever_asked_is_shown_the_key(ministry):
    ministry.post(reverse("accounts:service_key_new"), asked())
    row = ServiceKey.objects.get()
    assert "Menunggu persetujuan" in ministry.get(reverse("accounts:service_keys")).content.decode()

    officer = as_(people.hadi())
    page = officer.get(address("service_key_answer", row)).content.decode()
    assert "Laporan bulanan SIKS" in page
    officer.post(address("service_key_answer", row), {"verdict": "agree"})
    answer = ministry.post(address("service_key_make", row))

    key = re.search(r"rsk_[\w-]{43}", answer.content.decode())[0]
    assert Caller(key).get("klien/").status_code == 200
    assert answer["Cache-Control"] == "no-store"


def address(name, row):
    return reverse(f"accounts:{name}", args=[row.pk])


def test_the_list_says_in_words_what_a_key_may_do(ministry):
    ministry.post(reverse("accounts:service_key_new"), asked())

    page = ministry.get(reverse("accounts:service_keys")).content.decode()

    assert "Membaca kasus" in page
    assert "cases:read" not in page


def test_a_refused_key_is_fetched_by_nobody(ministry):
    ministry.post(reverse("accounts:service_key_new"), asked())
    row = ServiceKey.objects.get()

    as_(people.hadi()).post(address("service_key_answer", row), {"verdict": "refuse"})

    assert ministry.post(address("service_key_make", row)).status_code == 422
    assert not ServiceKey.objects.get().hash


def test_nobody_but_a_data_officer_grants(ministry):
    ministry.post(reverse("accounts:service_key_new"), asked())
    row = ServiceKey.objects.get()

    for person in (people.fitri, people.eko, people.ani):
        answer = as_(person()).post(address("service_key_answer", row), {"verdict": "agree"})
        assert answer.status_code == 403


def test_nobody_fetches_what_another_asked_for(ministry):
    ministry.post(reverse("accounts:service_key_new"), asked())
    row = ServiceKey.objects.get()
    as_(people.hadi()).post(address("service_key_answer", row), {"verdict": "agree"})

    assert as_(people.hadi()).post(address("service_key_make", row)).status_code == 403
    assert as_(people.eko()).post(address("service_key_make", row)).status_code == 404


def test_a_head_asks_for_the_own_house_and_sees_no_others():
    key_of()
    head = as_(people.eko())
    facts = asked(scopes=["clients:identity"])
    del facts["institution"]

    head.post(reverse("accounts:service_key_new"), facts)

    assert ServiceKey.objects.latest("pk").user.institution == people.kenanga()
    page = head.get(reverse("accounts:service_keys")).content.decode()
    assert "SIKS Sentra Melati" in page
    assert "Mesin supervisor" not in page


def test_a_data_officer_is_told_at_home_that_a_key_waits(ministry):
    ministry.post(reverse("accounts:service_key_new"), asked())

    assert "Periksa 1 permintaan" in as_(people.hadi()).get("/").content.decode()


def test_it_is_never_shown_again(ministry):
    row, key = key_of()

    page = ministry.get(reverse("accounts:service_keys")).content.decode()

    assert row.beginning in page
    assert key not in page


def test_the_form_takes_addresses_and_networks_line_by_line(ministry):
    ministry.post(reverse("accounts:service_key_new"), asked())

    assert ServiceKey.objects.get().networks == ["10.20.0.0/16", "127.0.0.1/32"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("networks", "10.20.0.1/16"),
        ("networks", "kantor pusat"),
        ("networks", "0.0.0.0/0"),
        ("networks", "::/0"),
        ("purpose", ""),
        ("scopes", ["clients:identity"]),
        ("networks", "\n".join(f"10.0.0.{n}" for n in range(21))),
        ("networks", ""),
        ("scopes", ["clients:all"]),
        ("institution", ""),
        ("expires_on", "2099-01-01"),
        ("role", "ministry_admin"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(ministry, field, value):
    answer = ministry.post(reverse("accounts:service_key_new"), asked(**{field: value}))

    assert answer.status_code == 422
    assert f'id="id_{field}_error"' in answer.content.decode()
    assert not ServiceKey.objects.exists()


def test_a_revoked_key_is_refused_at_once(ministry):
    row, key = key_of()

    ministry.post(reverse("accounts:service_key_revoke", args=[row.pk]))

    assert Caller(key).get("klien/").status_code == 401


def test_revoking_twice_keeps_the_first_moment(ministry):
    row, _key = key_of()
    url = reverse("accounts:service_key_revoke", args=[row.pk])
    ministry.post(url)
    first = ServiceKey.objects.get().revoked_at

    ministry.post(url)

    assert ServiceKey.objects.get().revoked_at == first


@pytest.mark.parametrize("who", [people.ani, people.budi, people.gita, people.dewi])
@pytest.mark.parametrize("name", ["service_keys", "service_key_new", "service_key_revoke"])
def test_nobody_else_keeps_keys(client, who, name):
    args = [key_of()[0].pk] if name == "service_key_revoke" else []
    client.force_login(who())

    assert client.get(reverse(f"accounts:{name}", args=args)).status_code == 403
    if name != "service_keys":
        assert client.post(reverse(f"accounts:{name}", args=args)).status_code == 403
