import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from care.enums import Channel, ContactOutcome, FollowUpStatus
from care.models import FollowUp, FollowUpContact
from clients.models import Case
from tests import people
from tests.care.factories import FollowUpFactory, plan_aftercare
from tests.clients.factories import CaseFactory


pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)


@pytest.fixture
def case():
    """Care ended nine days ago."""
    return CaseFactory(in_aftercare=True, service_ended_on=timezone.localdate() - 9 * DAY)


@pytest.fixture
def first(case):
    return plan_aftercare(case, ended_on=case.service_ended_on)[0]


def contact(**changes):
    return {
        "on": timezone.localdate().isoformat(),
        "channel": Channel.PHONE,
        "outcome": ContactOutcome.WELL,
        "note": "",
        **changes,
    }


def record(browser, follow_up, **changes):
    return browser.post(reverse("care:follow_up", args=[follow_up.pk]), contact(**changes))


def test_a_contact_is_recorded(signed_in, first):
    answer = record(signed_in(people.ani()), first)

    first.refresh_from_db()
    assert answer.url == reverse("care:aftercare", args=[first.case.client_id])
    assert first.status == FollowUpStatus.REACHED


@pytest.mark.parametrize(
    "changes",
    [
        {"on": ""},
        {"on": (timezone.localdate() + 2 * DAY).isoformat()},
        {"on": "0001-01-01"},
        {"channel": "telepathy"},
        {"outcome": ""},
        {"outcome": ContactOutcome.RELAPSE, "note": " "},
        {"note": "a\0b"},
        {"note": "x" * 10_000},
    ],
)
def test_a_contact_that_is_not_sound_is_refused(signed_in, first, changes):
    answer = record(signed_in(people.ani()), first, **changes)

    assert answer.status_code == 422
    assert not FollowUpContact.objects.exists()


def test_a_contact_sent_twice_is_recorded_once(signed_in, first):
    ani = signed_in(people.ani())
    record(ani, first)

    assert record(ani, first).status_code == 422
    assert FollowUpContact.objects.count() == 1


def test_the_page_tells_the_tries_so_far(signed_in, first):
    ani = signed_in(people.ani())
    record(ani, first, outcome=ContactOutcome.NO_ANSWER, note="Nomor tidak aktif.")

    page = ani.get(reverse("care:follow_up", args=[first.pk])).content.decode()

    assert "Nomor tidak aktif." in page


def test_a_milestone_that_is_closed_shows_no_form(signed_in, first):
    ani = signed_in(people.ani())
    record(ani, first)

    page = ani.get(reverse("care:follow_up", args=[first.pk])).content.decode()

    assert 'name="outcome"' not in page


def test_the_next_step_of_the_case_leads_to_the_oldest_planned_milestone(signed_in, first):
    ani = signed_in(people.ani())

    answer = ani.get(reverse("care:next_follow_up", args=[first.case_id]))

    assert answer.url == reverse("care:follow_up", args=[first.pk])


def test_without_a_planned_milestone_the_next_step_leads_to_the_tab(signed_in):
    case = CaseFactory(in_aftercare=True)

    answer = signed_in(people.ani()).get(reverse("care:next_follow_up", args=[case.pk]))

    assert answer.url == reverse("care:aftercare", args=[case.client_id])


def test_the_tab_shows_the_ten_points_and_what_was_said(signed_in, first):
    ani = signed_in(people.ani())
    record(ani, first, note="Kembali bekerja.")

    page = ani.get(reverse("care:aftercare", args=[first.case.client_id])).content.decode()

    assert "Minggu 1" in page
    assert "Bulan 24" in page
    assert "Kembali bekerja." in page


def test_before_care_has_ended_the_tab_says_why_it_is_empty(signed_in):
    case = CaseFactory(in_service=True)

    page = signed_in(people.ani()).get(reverse("care:aftercare", args=[case.client_id]))

    assert "Pascalayanan belum dimulai" in page.content.decode()


def test_an_overdue_milestone_says_so(signed_in):
    follow_up = FollowUpFactory(due_on=timezone.localdate() - 8 * DAY)

    page = signed_in(people.ani()).get(reverse("care:follow_up", args=[follow_up.pk]))

    assert "Terlambat" in page.content.decode()


def test_the_calendar_file_names_nobody(signed_in, first):
    first.case.client.name = "Rian Saputra"
    first.case.client.save()

    answer = signed_in(people.ani()).get(reverse("care:ics"))

    text = answer.content.decode()
    assert answer["Content-Type"].startswith("text/calendar")
    assert text.count("BEGIN:VEVENT") == 10
    assert first.case.client.registration_number in text
    assert "Rian" not in text


def test_the_calendar_file_holds_only_the_cases_one_carries(signed_in, first):
    assert "VEVENT" not in signed_in(people.budi()).get(reverse("care:ics")).content.decode()
    assert FollowUp.objects.visible_to(people.budi()).exists()


def test_a_relapse_gets_its_own_day_in_the_schedule(signed_in, first):
    record(signed_in(people.ani()), first, outcome=ContactOutcome.RELAPSE, note="Memakai lagi.")

    page = signed_in(people.ani()).get(reverse("care:aftercare", args=[first.case.client_id]))

    assert "Kontak tambahan 1" in page.content.decode()
    assert Case.objects.get().next_due_on == timezone.localdate() + 3 * DAY
