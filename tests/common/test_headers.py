import pytest
from django.urls import reverse


pytestmark = pytest.mark.django_db


def test_every_page_carries_the_strict_policy(client):
    policy = client.get(reverse("account_login"))["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy


def test_no_page_is_kept_in_a_cache(client):
    assert client.get(reverse("account_login"))["Cache-Control"].count("no-store") == 1


def test_an_unknown_address_is_a_404_with_a_way_home(client):
    response = client.get("/tidak-ada/")

    assert response.status_code in {302, 404}
