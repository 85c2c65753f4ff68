import pytest
from django.test import Client


@pytest.fixture
def signed_in():
    """signed_in(people.ani()) is a browser of hers."""

    def browser(person) -> Client:
        client = Client()
        client.force_login(person)
        return client

    return browser
