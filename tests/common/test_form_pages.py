"""How a page puts a form to a service: looked at, refused, done."""

import pytest
from django import forms
from django.contrib.messages import get_messages
from django.contrib.messages.storage.cookie import CookieStorage
from django.test import RequestFactory

from common.errors import DomainError
from common.forms import Form
from common.http import FormPage, form_page, sent, sent_files
from tests import people


pytestmark = pytest.mark.django_db


class NoteForm(Form):
    note = forms.CharField(label="Catatan")


def asked(method="get", **data):
    request = getattr(RequestFactory(), method)("/langkah/", data)
    request.user, request.session, request.resolver_match = people.ani(), {}, None
    request._messages = CookieStorage(request)
    return request


def answer(request, act=lambda: "done", **words):
    words = {
        "title": "Langkah",
        "submit": "Simpan",
        "said": "Tersimpan.",
        "back": "/asal/",
        **words,
    }
    return form_page(request, NoteForm(sent(request)), act, FormPage(**words))


def told(request):
    return [str(message) for message in get_messages(request)]


def refuse():
    raise DomainError("Belum boleh.", code="not_yet", field="note")


def test_nothing_is_sent_while_a_page_is_looked_at():
    assert sent(asked()) is None
    assert sent_files(asked()) is None


def test_what_was_posted_is_sent():
    assert sent(asked("post", note="a"))["note"] == "a"


def test_a_page_that_is_looked_at_does_nothing():
    page = answer(asked(), act=refuse, warning="Awas.", crumbs=[("/atas/", "Daftar")])

    html = page.content.decode()
    assert page.status_code == 200
    assert all(
        word in html for word in ("Langkah", "Simpan", "Awas.", 'href="/atas/"', 'href="/asal/"')
    )


def test_a_form_with_a_fault_is_shown_again_and_nothing_is_done():
    page = answer(asked("post", note=""), act=refuse)

    assert page.status_code == 422


def test_what_a_service_refuses_stands_at_its_field():
    page = answer(asked("post", note="a"), act=refuse)

    assert page.status_code == 422
    assert "Belum boleh." in page.content.decode()


def test_what_is_done_is_told_and_leads_back():
    request = asked("post", note="a")

    page = answer(request)

    assert (page.status_code, page.url, told(request)) == (302, "/asal/", ["Tersimpan."])


def test_a_service_that_returns_nothing_has_done_its_work():
    assert answer(asked("post", note="a"), act=lambda: None).status_code == 302


def test_words_and_way_may_hang_on_what_was_made():
    request = asked("post", note="a")

    page = answer(
        request,
        act=lambda: 7,
        said=lambda made: f"Nomor {made}.",
        then=lambda made: f"/baris/{made}/",
    )

    assert (page.url, told(request)) == ("/baris/7/", ["Nomor 7."])


def test_where_another_page_speaks_for_it_nothing_is_told():
    request = asked("post", note="a")
    answer(request, said="")

    assert told(request) == []


def test_facts_beside_the_form_are_asked_only_when_the_page_is_shown():
    def shows():
        raise AssertionError

    assert answer(asked("post", note="a"), shows=shows).status_code == 302
    with pytest.raises(AssertionError):
        answer(asked(), shows=shows)
