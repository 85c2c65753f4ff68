"""Every form that writes: sent twice it is done once, and a broken key breaks nothing."""

import re

import pytest

from tests.doors.opening import rows
from tests.route import Form


KEY = "3f0b7a52-6f0c-4f0e-9d7b-0c6f3f9c2a11"
A_FORM = re.compile(r"<form[^>]*method=\"post\".*?</form>", re.DOTALL)


@pytest.fixture
def writing(opened):
    """The others look something up, work or are shown once by themselves, or count their own revisions."""
    if opened.route.form not in {Form.PLAIN, Form.DRAFT}:
        pytest.skip("needs no key")
    return opened


def test_the_form_carries_a_key_of_its_own(writing):
    first, second = (_keys(page) for page in (writing.shown, writing.page()))

    assert first
    assert not first & second


def test_under_one_key_it_is_done_once_answered_the_same_and_nothing_else_is_taken(writing):
    body = {**writing.plain, "idempotency_key": KEY}

    first = writing.send(body)
    there = rows()
    second = writing.send(body)
    other = writing.send({**body, "more": "Sesuatu yang lain"})

    assert first.status_code == 302
    assert (second.status_code, second["Location"]) == (302, first["Location"])
    assert other.status_code == 422
    assert 'value="Sesuatu yang lain"' in other.content.decode()
    assert rows() == there


def _keys(page: str) -> set[str]:
    """The keys of the page's forms that write; signing out is none."""
    main = page.partition("<main")[2]
    return {
        key
        for form in A_FORM.findall(main)
        for key in re.findall(r'name="idempotency_key" value="([0-9a-f-]{36})"', form)
    }
