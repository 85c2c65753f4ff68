"""Whoever is signed in by force has just shown who they are; `stale` is for the tests of that rule."""

import time
from typing import Any

import pytest
from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from django.contrib.auth.signals import user_logged_in
from django.test import Client


@pytest.fixture(autouse=True, scope="session")
def signed_in_is_confirmed():
    real_login = Client.force_login

    def force_login(self, user, backend=None):
        def confirm(request, **_about):
            request.session.update(_confirmed(user, time.time()))

        # While it is being made, so that it is written once.
        user_logged_in.connect(confirm)
        real_login(self, user, backend)
        user_logged_in.disconnect(confirm)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Client, "force_login", force_login)
        yield


def _confirmed(user: Any, at: float) -> dict[str, Any]:
    return {
        AUTHENTICATION_METHODS_SESSION_KEY: [{"method": "password", "at": at}],
        "account_authentication_methods_user": str(user.pk),
    }


def stale(client: Client, seconds: int = 601) -> None:
    """The last proof of identity lies so long back."""
    _proved_at(client, time.time() - seconds)


def lasting(client: Client) -> None:
    """Neither the proof of identity nor the session grows old, however long the tests take that share it."""
    tomorrow = time.time() + 86_400
    set_session(client, seen_at=tomorrow)
    _proved_at(client, tomorrow)


def _proved_at(client: Client, at: float) -> None:
    set_session(client, **{AUTHENTICATION_METHODS_SESSION_KEY: [{"method": "password", "at": at}]})


def set_session(client: Client, **values) -> None:
    session = client.session
    session.update(values)
    session.save()
