"""Links in mails: home, whatever Host somebody named; for a new password only to who has an account, for an hour."""

from datetime import timedelta

import pytest
from django.conf import settings as live
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from accounts.models import Session
from accounts.services.forgotten import ask_for_new_password
from accounts.sessions import SessionStore
from accounts.tasks import forget_old_sessions
from common.jobs import perform
from common.models import Job
from tests import people
from tests.accounts.test_invitations import link_in, send


pytestmark = pytest.mark.django_db

RESET = reverse("account_reset_password")
ELSEWHERE = "127.0.0.1:9999"


def delivered() -> None:
    for job in Job.objects.filter(kind="new_password"):
        perform(job.pk)


def test_the_link_for_a_new_password_leads_home_whatever_host_was_named(client):
    people.ani()

    client.post(RESET, {"email": "ani@contoh.id"}, headers={"host": ELSEWHERE})
    delivered()

    assert link_in(mail.outbox[0]).startswith(f"{live.SITE_URL}/lupa-sandi/kunci/")


def test_the_link_of_an_invitation_leads_home_whatever_host_was_named(client):
    client.force_login(people.budi())
    client.defaults["HTTP_HOST"] = ELSEWHERE

    send(client)

    assert link_in(mail.outbox[0]).startswith(f"{live.SITE_URL}/akun/undangan/")


def test_the_link_for_a_new_password_opens_its_page(client):
    people.ani()
    client.post(RESET, {"email": "ani@contoh.id"})
    delivered()

    page = client.get(link_in(mail.outbox[0]).removeprefix(live.SITE_URL), follow=True)

    assert 'name="password1"' in page.content.decode()


def test_the_link_for_a_new_password_is_over_after_an_hour(client, settings):
    people.ani()
    client.post(RESET, {"email": "ani@contoh.id"})
    delivered()
    assert settings.PASSWORD_RESET_TIMEOUT == 3600
    settings.PASSWORD_RESET_TIMEOUT = -1

    page = client.get(link_in(mail.outbox[0]).removeprefix(live.SITE_URL), follow=True)

    assert 'name="password1"' not in page.content.decode()


def test_nobody_without_an_account_is_written_to(client):
    client.post(RESET, {"email": "siapa@contoh.id"})

    delivered()

    assert mail.outbox == []
    assert not Job.objects.exists()


def test_the_page_itself_waits_for_no_post_office(client):
    people.ani()

    client.post(RESET, {"email": "ani@contoh.id"})

    assert mail.outbox == []


def test_the_waiting_job_holds_no_link(client):
    people.ani()

    client.post(RESET, {"email": "ani@contoh.id"})

    assert Job.objects.get().payload == {"user": people.ani().pk}


def test_asked_for_twice_in_a_minute_it_is_one_letter():
    for _ in range(2):
        ask_for_new_password(user=people.ani(), at=timezone.now().replace(second=1))

    assert Job.objects.count() == 1


def test_a_session_that_is_over_is_gone_the_next_night():
    kept, over = SessionStore(), SessionStore()
    for session in (kept, over):
        session.create()
    Session.objects.filter(pk=over.session_key).update(
        expire_date=timezone.now() - timedelta(minutes=1)
    )

    forget_old_sessions()

    assert list(Session.objects.values_list("pk", flat=True)) == [kept.session_key]


def test_the_clock_asks_for_it_every_night():
    tasks = {entry["task"]: entry for entry in live.CELERY_BEAT_SCHEDULE.values()}

    assert tasks["accounts.tasks.forget_old_sessions"]["schedule"].hour == {2}
