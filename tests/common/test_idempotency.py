"""What is sent twice is done once: the key, its work and its answer stand and fall together."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.forms.models import model_to_dict
from django.http import HttpResponse, JsonResponse
from django.test import Client as Browser
from django.urls import reverse
from django.utils import timezone
from rest_framework.response import Response

from clients.models import CaseEvent, Client
from common.idempotency import KeyRefused, once
from common.models import Counter, IdempotencyKey
from common.tasks import forget_old_keys
from tests import people
from tests.clients.factories import CaseFactory
from tests.clients.registering import NIK, posted
from tests.files.samples import pdf
from tests.partners.factories import InstitutionFactory


pytestmark = pytest.mark.django_db

PDF = pdf("a")
KEY = "3f0b7a52-6f0c-4f0e-9d7b-0c6f3f9c2a11"


@pytest.fixture
def ani(client):
    client.force_login(people.ani())
    return client


@pytest.fixture
def note_page():
    return reverse("clients:note", args=[CaseFactory().client_id])


def note(text="Ibu menelepon.", **changes):
    today = timezone.localdate().isoformat()
    usual = {"kind": "contact", "on": today, "time": "00:00", "text": text}
    return usual | {"idempotency_key": KEY} | changes


def test_a_note_sent_twice_is_written_once(ani, note_page):
    first, second = ani.post(note_page, note()), ani.post(note_page, note())

    assert first.url == second.url
    assert CaseEvent.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_sendings_at_the_same_moment_make_one_note_and_two_equal_answers(note_page):
    browsers, start = [Browser(), Browser()], Barrier(2)
    for browser in browsers:
        browser.force_login(people.ani())

    def send(browser):
        try:
            connection.ensure_connection()
            start.wait(timeout=20)
            return browser.post(note_page, note())
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        first, second = pool.map(send, browsers)

    assert (first.status_code, second.status_code) == (302, 302)
    assert first.url == second.url
    assert CaseEvent.objects.count() == 1


def test_a_refused_form_leaves_no_key_so_that_the_corrected_one_is_taken(ani, note_page):
    assert ani.post(note_page, note(text="")).status_code == 422
    assert not IdempotencyKey.objects.exists()

    assert ani.post(note_page, note()).status_code == 302


def test_the_csrf_token_is_no_content(ani, note_page):
    ani.post(note_page, note(csrfmiddlewaretoken="a" * 64))

    again = ani.post(note_page, note(csrfmiddlewaretoken="b" * 64))

    assert again.status_code == 302


def test_the_same_content_sent_to_another_address_is_refused(ani, note_page):
    ani.post(note_page, note())

    elsewhere = reverse("clients:note", args=[CaseFactory().client_id])

    assert ani.post(elsewhere, note()).status_code == 422


def test_the_refusal_offers_the_first_result_and_a_new_sending(ani, note_page):
    first = ani.post(note_page, note())

    page = ani.post(note_page, note(text="Ayah menelepon.")).content.decode()

    assert f'href="{first.url}"' in page
    assert 'value="Ayah menelepon."' in page
    assert KEY not in page


def test_the_keys_of_two_people_do_not_meet(ani, note_page):
    ani.post(note_page, note())
    budi = Browser()
    budi.force_login(people.budi())

    budi.post(note_page, note(text="Dari Budi."))

    assert CaseEvent.objects.count() == 2


@pytest.mark.parametrize("key", ["a" * 65, "dua kata", "ñ", "a\x00b"])
def test_what_is_no_key_is_refused_before_anything_is_written(ani, note_page, key):
    answer = ani.post(note_page, note(idempotency_key=key))

    assert answer.status_code == 422
    assert not CaseEvent.objects.exists()


def test_nothing_of_the_person_is_kept_with_the_key(ani):
    ani.post(reverse("clients:new"), {"name": "Rian Saputra", "birth_date": "2000-03-15"})
    today = timezone.localdate().isoformat()
    ani.post(reverse("clients:intake"), posted(people.ani(), given_on=today, idempotency_key=KEY))

    kept = str(model_to_dict(IdempotencyKey.objects.get()))

    assert Client.objects.get().nik == NIK
    assert NIK not in kept
    assert "Rian" not in kept


def test_an_intake_that_was_sent_back_to_the_search_may_be_sent_again(ani):
    body = posted(people.ani(), given_on=timezone.localdate().isoformat(), idempotency_key=KEY)
    assert ani.post(reverse("clients:intake"), body).url == reverse("clients:new")
    ani.post(reverse("clients:new"), {"name": "Rian Saputra", "birth_date": "2000-03-15"})

    ani.post(reverse("clients:intake"), body)

    assert Client.objects.count() == 1


@pytest.mark.parametrize(("document", "status"), [(PDF, 302), (pdf("b"), 422)])
def test_a_file_is_content_by_its_bytes(client, settings, tmp_path, document, status):
    settings.MEDIA_ROOT = tmp_path
    client.force_login(people.fitri())
    body = {
        "institution": InstitutionFactory().pk,
        "kind": "pks",
        "number": "PKS/7/2026",
        "title": "Rehabilitasi sosial",
        "scope": "Layanan klien",
        "first_party": "Kementerian",
        "starts_on": "2026-01-01",
        "ends_on": "2027-12-31",
        "idempotency_key": KEY,
    }
    page = reverse("partners:agreement_new")
    first = client.post(page, {**body, "document": SimpleUploadedFile("a.pdf", PDF)})

    second = client.post(page, {**body, "document": SimpleUploadedFile("a.pdf", document)})

    assert (first.status_code, second.status_code) == (302, status)


def counting(response):
    """Work that leaves a row, and what it answers."""

    def act():
        Counter.objects.create(name=f"uji:{Counter.objects.count()}")
        return response

    return act


@pytest.fixture
def call(rf):
    """A call of the API, as far as the key is concerned."""

    def call(body: str, act):
        request = rf.post("/api/x/", body, "application/json", headers={"Idempotency-Key": KEY})
        return once(request, people.ani().pk, act)

    return call


def test_a_call_that_broke_leaves_neither_key_nor_work(call):
    call("{}", counting(HttpResponse(status=500)))

    assert not IdempotencyKey.objects.exists()
    assert not Counter.objects.exists()


def test_a_call_sent_twice_is_answered_by_reference_and_never_by_content(call):
    made = {"id": 7, "url": "/api/x/7/", "version": "1", "name": "Rian Saputra"}
    call("{}", counting(Response(made, status=201, headers={"Location": "/api/x/7/"})))

    again = call("{}", counting(Response(made)))

    assert (again.status_code, again["Location"]) == (201, "/api/x/7/")
    assert isinstance(again, JsonResponse)
    assert again.content == b'{"id": 7, "url": "/api/x/7/", "version": "1"}'
    assert Counter.objects.count() == 1


def test_a_call_with_another_body_under_the_same_key_is_refused(call):
    call("{}", counting(Response({"id": 7}, status=201)))

    with pytest.raises(KeyRefused) as refusal:
        call('{"a": 1}', counting(Response({"id": 8}, status=201)))

    assert refusal.value.code == "key_reused"


def test_a_refused_call_keeps_what_was_written_down_about_reading(call):
    """A 422 shows the page of a person: that they were looked at stays recorded."""
    call("{}", counting(HttpResponse(status=422)))

    assert Counter.objects.count() == 1
    assert not IdempotencyKey.objects.exists()


def test_keys_are_forgotten_after_thirty_days():
    now = timezone.now()
    for key, days in (("lama", 31), ("baru", 29)):
        row = IdempotencyKey.objects.create(user=people.ani(), key=key, fingerprint="x")
        IdempotencyKey.objects.filter(pk=row.pk).update(created_at=now - timedelta(days=days))

    forget_old_keys()

    assert [row.key for row in IdempotencyKey.objects.all()] == ["baru"]


def test_the_clock_forgets_keys_every_night(settings):
    tasks = {entry["task"] for entry in settings.CELERY_BEAT_SCHEDULE.values()}

    assert forget_old_keys.name in tasks
