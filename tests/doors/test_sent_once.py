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
    first, second = (_keys(writing.page()) for _time in range(2))

    assert first
    assert not first & second


def test_sent_twice_it_is_done_once_and_answered_the_same(writing):
    body = {**writing.plain, "idempotency_key": KEY}

    first = writing.send(body)
    there = rows()
    second = writing.send(body)

    assert first.status_code == 302
    assert (second.status_code, second["Location"]) == (302, first["Location"])
    assert rows() == there


def test_another_content_under_the_same_key_is_refused_with_the_content_kept(writing):
    body = {**writing.plain, "idempotency_key": KEY}
    writing.send(body)
    there = rows()

    other = writing.send({**body, "more": "Sesuatu yang lain"})

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
