import pytest

from tests import people


@pytest.fixture
def ani(client, db):
    """A browser in which ani is signed in."""
    client.force_login(people.ani())
    return client


@pytest.fixture
def sign_in(db):
    """Another browser, for another person or another device."""
    from django.test import Client

    def sign_in(person):
        browser = Client()
        browser.force_login(person)
        return browser

    return sign_in
