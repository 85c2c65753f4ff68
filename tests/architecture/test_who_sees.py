"""Who has left is out, and who watches leaves a trace; every address, person by person, is held by tests/matrix."""

import pytest
from django.urls import reverse

from accounts.models import User
from clients.models import Case
from tests import people
from tests.clients.factories import CaseFactory


pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["desk:home", "clients:list", "care:placements", "reports:list"])
def test_whoever_has_left_is_out_at_the_next_click(client, name):
    leaver = people.ani()
    client.force_login(leaver)
    assert client.get(reverse(name)).status_code == 200

    User.objects.filter(pk=leaver.pk).update(is_active=False)

    assert reverse("account_login") in client.get(reverse(name))["Location"]


def test_an_auditor_revealing_a_number_leaves_a_trace_and_nothing_else(client):
    url = reverse("clients:reveal", args=[CaseFactory().client_id, "nik"])
    client.force_login(people.gita())

    assert client.post(url, {"purpose": "check"}).status_code == 200
    assert not Case.objects.get().events.exists()
