"""Whoever is signed in by force has just shown who they are; `stale` is for the tests of that rule."""

import time

import pytest
from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from django.test import Client


@pytest.fixture(autouse=True, scope="session")
def signed_in_is_confirmed():
    real_login = Client.force_login

    def force_login(self, user, backend=None):
        real_login(self, user, backend)
        set_session(
            self,
            **{
                AUTHENTICATION_METHODS_SESSION_KEY: [{"method": "password", "at": time.time()}],
                "account_authentication_methods_user": str(user.pk),
            },
        )

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Client, "force_login", force_login)
        yield


def stale(client: Client, seconds: int = 601) -> None:
    """The last proof of identity lies so long back."""
    set_session(
        client,
        **{
            AUTHENTICATION_METHODS_SESSION_KEY: [
                {"method": "password", "at": time.time() - seconds}
            ]
        },
    )


def set_session(client: Client, **values) -> None:
    session = client.session
    session.update(values)
    session.save()
