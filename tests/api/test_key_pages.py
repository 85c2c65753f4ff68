"""Keys are made and revoked by the ministry, on pages."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.models import ServiceKey
from tests import people
from tests.api.calling import Caller, key_of


pytestmark = pytest.mark.django_db


def asked(**changes):
    return {
        "name": "SIKS Sentra Melati",
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


def test_the_key_is_shown_in_the_answer_and_works(ministry):
    answer = ministry.post(reverse("accounts:service_key_new"), asked())

    key = re.search(r"rsk_[\w-]{43}", answer.content.decode())[0]
    assert Caller(key).get("klien/").status_code == 200
    assert answer["Cache-Control"] == "no-store"


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


@pytest.mark.parametrize("who", [people.ani, people.budi, people.eko, people.gita])
@pytest.mark.parametrize("name", ["service_keys", "service_key_new", "service_key_revoke"])
def test_nobody_else_keeps_keys(client, who, name):
    args = [key_of()[0].pk] if name == "service_key_revoke" else []
    client.force_login(who())

    assert client.get(reverse(f"accounts:{name}", args=args)).status_code == 403
    if name != "service_keys":
        assert client.post(reverse(f"accounts:{name}", args=args)).status_code == 403
