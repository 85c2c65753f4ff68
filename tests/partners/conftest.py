import pytest
from django.test import Client

from tests import people


@pytest.fixture
def fitri(client) -> Client:
    """The ministry admin's browser: she keeps the partners."""
    client.force_login(people.fitri())
    return client


@pytest.fixture
def ani() -> Client:
    """A social worker's browser: she reads them."""
    browser = Client()
    browser.force_login(people.ani())
    return browser


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    """Uploads of tests stay out of var/."""
    settings.MEDIA_ROOT = tmp_path
    return tmp_path
