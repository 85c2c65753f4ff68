"""Every form that writes: sent twice it is done once, and a broken key breaks nothing."""

import re

import pytest

from tests.architecture.doors import DOORS
from tests.architecture.test_wild_input import FORGIVING, WITHOUT_PAGE, _open, _rows


pytestmark = pytest.mark.django_db

KEY = "3f0b7a52-6f0c-4f0e-9d7b-0c6f3f9c2a11"
# The others look something up, or answer a script that counts its own revisions.
BEFORE_SIGNING_IN = {"accounts:accept"}  # an invitation works once by itself
# Shown once and kept nowhere: the secret of a key, and what stood behind a mask.
SHOWN_ONCE = {"accounts:service_key_new", "clients:reveal"}
WRITING = sorted(DOORS.keys() - FORGIVING - WITHOUT_PAGE - BEFORE_SIGNING_IN - SHOWN_ONCE)
A_FORM = re.compile(r"<form[^>]*method=\"post\".*?</form>", re.DOTALL)


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.mark.parametrize("name", WRITING)
def test_the_form_carries_a_key_of_its_own(client, name):
    door, _plain, _kinds = _open(client, name)

    first, second = (
        _keys(client.get(door.page or door.url).content.decode()) for _time in range(2)
    )

    assert first
    assert not first & second


@pytest.mark.parametrize("name", WRITING)
def test_sent_twice_it_is_done_once_and_answered_the_same(client, name):
    door, plain, _kinds = _open(client, name)
    body = {**plain, "idempotency_key": KEY}

    first = client.post(door.url, body)
    rows = _rows()
    second = client.post(door.url, body)

    assert first.status_code == 302
    assert (second.status_code, second["Location"]) == (302, first["Location"])
    assert _rows() == rows


@pytest.mark.parametrize("name", WRITING)
def test_another_content_under_the_same_key_is_refused_with_the_content_kept(client, name):
    door, plain, _kinds = _open(client, name)
    client.post(door.url, {**plain, "idempotency_key": KEY})
    rows = _rows()

    other = client.post(door.url, {**plain, "idempotency_key": KEY, "more": "Sesuatu yang lain"})

    assert other.status_code == 422
    assert 'value="Sesuatu yang lain"' in other.content.decode()
    assert _rows() == rows


def _keys(page: str) -> set[str]:
    """The keys of the page's forms that write; signing out is none."""
    main = page.partition("<main")[2]
    return {
        key
        for form in A_FORM.findall(main)
        for key in re.findall(r'name="idempotency_key" value="([0-9a-f-]{36})"', form)
    }
