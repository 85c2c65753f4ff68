"""Sessions end: by themselves, by their owner, and at once when somebody has to leave."""

import time

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import Session, User
from atensi.settings import base
from tests import people
from tests.accounts.test_sign_in import is_signed_in, sign_in
from tests.guards.fresh import set_session, stale


pytestmark = pytest.mark.django_db

PAGE = reverse("accounts:preferences")
UNLOCK = reverse("accounts:unlock")
LOGIN = reverse("account_login")


@pytest.fixture
def ani(client):
    client.force_login(people.ani())
    return client


def ago(seconds: float) -> float:
    return time.time() - seconds


def test_half_an_hour_without_a_request_ends_a_session(ani):
    set_session(ani, seen_at=ago(30 * 60 + 1))

    answer = ani.get(PAGE)

    assert answer.url.startswith(LOGIN)
    assert not is_signed_in(ani)


def test_a_session_in_use_lives_on(ani):
    set_session(ani, seen_at=ago(29 * 60))

    assert ani.get(PAGE).status_code == 200
    assert ani.session["seen_at"] > ago(5)


def test_half_a_day_ends_a_session_that_is_in_use(ani):
    set_session(ani, signed_in_at=ago(12 * 3600 + 1), seen_at=ago(1))

    assert ani.get(PAGE).url.startswith(LOGIN)


def test_a_session_that_does_not_say_when_it_began_is_over(ani):
    session = ani.session
    del session["signed_in_at"]
    session.save()

    assert ani.get(PAGE).url.startswith(LOGIN)


def test_a_session_is_written_at_most_once_a_minute(ani):
    ani.get(PAGE)

    with CaptureQueriesContext(connection) as asked:
        ani.get(PAGE)

    assert not [query for query in asked if "UPDATE" in query["sql"]]


def test_a_script_in_an_ended_session_leads_the_whole_page_to_the_door(ani):
    set_session(ani, seen_at=ago(3600))

    answer = ani.get(PAGE, headers={"HX-Request": "true"})

    assert answer["HX-Redirect"].startswith(LOGIN)


def test_a_session_ends_with_the_browser(client):
    people.ani()

    answer = sign_in(client)

    assert answer.cookies["sessionid"]["max-age"] == ""
    assert base.SESSION_IDLE_SECONDS == 1800
    assert base.SESSION_LONGEST_SECONDS == 43200


def test_a_locked_session_shows_nothing_but_the_page_that_asks(ani):
    ani.post(reverse("accounts:lock"), headers={"Referer": "http://testserver/klien/?cari=rian"})

    for method in (ani.get, ani.post):
        assert method(reverse("clients:list")).url.startswith(UNLOCK)
    assert "Ani Lestari" in ani.get(UNLOCK).content.decode()


def test_locking_remembers_the_page(ani):
    answer = ani.post(
        reverse("accounts:lock"), headers={"Referer": "http://testserver/klien/?cari=rian"}
    )

    assert answer.url == f"{UNLOCK}?next=%2Fklien%2F%3Fcari%3Drian"


def test_a_script_on_a_locked_page_leads_to_the_page_that_asks(ani):
    set_session(ani, locked=True)

    answer = ani.get(reverse("clients:list"), headers={"HX-Request": "true"})

    assert answer["HX-Redirect"].startswith(UNLOCK)


def test_opening_a_locked_session_gives_it_a_new_name(ani):
    set_session(ani, locked=True)
    before = ani.session.session_key

    ani.post(UNLOCK, {"password": people.PASSWORD})

    assert ani.session.session_key != before
    assert is_signed_in(ani)


def test_the_password_opens_a_locked_session_where_it_was(ani):
    set_session(ani, locked=True)

    answer = ani.post(UNLOCK, {"password": people.PASSWORD, "next": "/klien/?cari=rian"})

    assert answer.url == "/klien/?cari=rian"
    assert ani.get(PAGE).status_code == 200


def test_a_wrong_password_opens_no_locked_session(ani):
    set_session(ani, locked=True)

    answer = ani.post(UNLOCK, {"password": "bukan-kata-sandinya"})

    assert answer.status_code == 422
    assert ani.get(PAGE).url.startswith(UNLOCK)


@pytest.mark.parametrize("wanted", ["https://jahat.example/", "//jahat.example/", "tidak ada", ""])
def test_unlocking_leads_nowhere_outside(ani, wanted):
    set_session(ani, locked=True)

    answer = ani.post(UNLOCK, {"password": people.PASSWORD, "next": wanted})

    assert answer.url == reverse("desk:home")


def test_guessing_at_a_lock_is_limited(ani, settings):
    settings.ACCOUNT_RATE_LIMITS = base.ACCOUNT_RATE_LIMITS
    set_session(ani, locked=True)
    for _ in range(5):
        ani.post(UNLOCK, {"password": "bukan-kata-sandinya"})

    answer = ani.post(UNLOCK, {"password": people.PASSWORD})

    assert answer.status_code == 422
    assert "Terlalu banyak" in answer.content.decode()


def test_one_may_sign_out_of_a_locked_session(ani):
    set_session(ani, locked=True)

    ani.post(reverse("account_logout"))

    assert not is_signed_in(ani)


def at_two_places() -> tuple[Client, Client]:
    people.ani()
    here, there = Client(), Client(headers={"user-agent": "Mozilla/5.0 (Android) Firefox/140.0"})
    sign_in(here)
    sign_in(there)
    return here, there


def test_a_person_sees_where_they_are_signed_in():
    here, _there = at_two_places()

    page = here.get(reverse("accounts:security"))

    assert [row.is_here for row in page.context["devices"]] == [False, True]
    assert "Firefox, Android" in page.content.decode()


def test_a_person_ends_one_of_their_sessions():
    here, there = at_two_places()
    row = here.get(reverse("accounts:security")).context["devices"][0]

    here.post(reverse("accounts:end_session", args=[row.pk]))

    assert there.get(PAGE).url.startswith(LOGIN)
    assert here.get(PAGE).status_code == 200


def test_nobody_ends_a_session_of_somebody_else(client):
    here, _there = at_two_places()
    row = here.get(reverse("accounts:security")).context["devices"][0]
    client.force_login(people.budi())

    assert client.post(reverse("accounts:end_session", args=[row.pk])).status_code == 404


def test_a_person_ends_all_other_sessions():
    here, there = at_two_places()

    here.post(reverse("accounts:end_other_sessions"))

    assert there.get(PAGE).url.startswith(LOGIN)
    assert here.get(PAGE).status_code == 200


def test_a_new_password_ends_all_other_sessions():
    here, there = at_two_places()
    new = "sepatu-merah-di-atap"

    here.post(
        reverse("account_change_password"),
        {"oldpassword": people.PASSWORD, "password1": new, "password2": new},
    )

    assert there.get(PAGE).url.startswith(LOGIN)
    assert here.get(PAGE).status_code == 200


def test_whoever_is_deactivated_is_out_at_the_next_request(client):
    here, there = at_two_places()
    client.force_login(people.budi())

    client.post(reverse("accounts:act", args=[people.ani().pk, "nonaktifkan"]))

    assert here.get(PAGE).url.startswith(LOGIN)
    assert there.get(PAGE).url.startswith(LOGIN)
    assert not User.objects.get(name="Ani Lestari").is_active
    assert Session.objects.count() == 1


def test_another_role_holds_at_the_next_request(client):
    client.force_login(people.ani())
    before = client.get(reverse("reports:new")).status_code

    User.objects.filter(pk=people.ani().pk).update(role="auditor", institution=None)

    assert (before, client.get(reverse("clients:new")).status_code) != (200, 200)


def test_the_page_of_an_ended_session_comes_back_after_signing_in(ani):
    stale(ani, 3600)
    set_session(ani, seen_at=ago(3600))

    assert "next=" in ani.get(PAGE).url
