"""Whatever stands in an address or is sent to pages of libraries: never an error of ours."""

from zlib import crc32

import pytest
from django.urls import reverse

from tests import people
from tests.doors.wild import WILD
from tests.undoing import undone
from tests.urls import NOT_OURS, OF_ONE_ROW, PATTERNS, anywhere


pytestmark = pytest.mark.django_db

BEYOND = int("9" * 30)
SIGNING_IN = sorted(
    name for name in NOT_OURS if name.startswith(("account_", "mfa_")) and "<" not in PATTERNS[name]
)
FIELDS = (
    "login", "email", "password", "oldpassword", "password1", "password2", "next", "code", "credential",
)  # fmt: skip


def test_an_id_beyond_every_column_is_unknown(client):
    client.force_login(people.ani())

    for name in OF_ONE_ROW:
        url = anywhere(name, BEYOND)
        found = {client.get(url).status_code, client.post(url).status_code}
        assert found <= {403, 404, 405}, name


@pytest.fixture
def some(request):
    """A quarter of the values, others for each page; all of them with `--all`."""
    every = list(WILD.values())
    if request.config.getoption("--all"):
        return lambda _page: every
    return lambda page: every[crc32(page.encode()) % 4 :: 4]


@pytest.mark.parametrize("signed_in", [False, True])
@pytest.mark.parametrize("name", SIGNING_IN)
def test_the_sign_in_pages_take_anything(client, name, signed_in, some):
    if signed_in:
        client.force_login(people.ani())

    for value in some(name):
        body = dict.fromkeys(FIELDS, value)
        with undone():
            assert client.post(reverse(name), body).status_code < 500
            assert client.get(reverse(name), body).status_code < 500
