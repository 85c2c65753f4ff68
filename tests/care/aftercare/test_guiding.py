"""Bina lanjut: extended guidance as a programme of its own."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from care.aftercare.facts import GuidedContact, Programme, Summary
from care.aftercare.selectors.guidance import aid_by_quarter, meetings_attended
from care.aftercare.services.guiding import (
    end_guidance,
    record_guided_contact,
    start_guidance,
)
from care.enums import CareTask, DeliveryKind
from care.event_kinds import CareEvent
from care.models import Guidance
from clients.models import CaseTask
from common.errors import DomainError
from tests import people
from tests.care.delivery_factories import AidFactory, DeliveryFactory
from tests.care.factories import ENDED
from tests.clients.factories import CaseFactory
from tests.screening.factories import consenting_case


pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)
TODAY = ENDED + 30 * DAY
UNTIL = TODAY + 365 * DAY
AT = dt.datetime.combine(TODAY, dt.time(3), dt.UTC)


@pytest.fixture
def case():
    return consenting_case(in_aftercare=True)


def by():
    return {"actor": people.ani(), "at": AT}


def started(case, starts_on=TODAY, until=UNTIL):
    programme = Programme(starts_on, until, "Bekerja di bengkel.", "Pak RT, 0812.")
    return start_guidance(case=case, programme=programme, **by())


def contact(row, track="family", **facts):
    told = GuidedContact(TODAY, track, "Ibu tenang.", **facts)
    return record_guided_contact(guidance=row, contact=told, **by())


def ended(row):
    return end_guidance(guidance=row, summary=Summary(TODAY, "reached", "Bekerja kembali."), **by())


def refusal(act, *args, **facts) -> str:
    with pytest.raises(DomainError) as refused:
        act(*args, **facts)
    return refused.value.code


def test_a_programme_has_a_start_an_aim_and_a_day_to_end(case):
    row = started(case)

    task = CaseTask.objects.get()
    assert (task.kind, task.due_on) == (CareTask.GUIDANCE_END, UNTIL)
    assert row.aims == "Bekerja di bengkel."
    assert case.events.get().kind == CareEvent.GUIDANCE_STARTED


def test_it_begins_after_care_has_ended():
    assert refusal(started, CaseFactory(in_service=True)) == "wrong_status"


def test_one_programme_runs_at_a_time(case):
    started(case)

    assert refusal(started, case) == "repeated"


@pytest.mark.parametrize("until", [TODAY, TODAY + 4 * 365 * DAY])
def test_it_takes_some_time_and_not_for_ever(case, until):
    assert refusal(started, case, until=until) == "out_of_range"


def test_the_family_has_a_track_of_its_own(case):
    row = contact(started(case))

    assert (row.track, row.times) == ("family", None)


def test_meetings_of_groups_outside_are_counted_by_group(case):
    row = started(case)
    contact(row, "self_help", fellowship="na", times=3)
    contact(row, "self_help", fellowship="na", times=2)

    assert meetings_attended(row) == [("Narcotics Anonymous (NA)", 5)]


def test_a_group_outside_is_named(case):
    assert refusal(contact, started(case), "self_help") == "no_group"


def test_it_ends_with_a_summary_and_its_task_is_done(case):
    row = ended(started(case))

    assert (row.attained, row.summary) == ("reached", "Bekerja kembali.")
    assert not CaseTask.objects.open().exists()
    started(case)
    assert Guidance.objects.running().count() == 1


def test_nothing_is_added_to_what_has_ended(case):
    row = ended(started(case))

    assert refusal(contact, row) == "wrong_status"


def test_aid_stands_in_its_quarter_and_an_empty_quarter_is_seen(case):
    given = {"case": case, "kind": DeliveryKind.AID, "worker": people.ani()}
    AidFactory(delivery=DeliveryFactory(held_on=ENDED + DAY, **given))
    AidFactory(delivery=DeliveryFactory(held_on=ENDED - DAY, **given))

    found = aid_by_quarter(people.ani(), case, today=dt.date(2027, 2, 1))

    assert [(one.year, one.number, len(one.aids)) for one in found] == [(2027, 1, 0), (2026, 4, 1)]


def test_the_pages_lead_from_the_file_to_the_summary(signed_in):
    today = timezone.localdate()
    case = consenting_case(in_aftercare=True, service_ended_on=today - 30 * DAY)
    ani = signed_in(people.ani())
    page = reverse("care:guidance", args=[case.pk])

    told = {"starts_on": today, "planned_until": today + 90 * DAY, "aims": "Bekerja kembali."}
    ani.post(reverse("care:guidance_start", args=[case.pk]), told)
    row = Guidance.objects.get()
    told = {"on": today, "track": "family", "note": "Ibu tenang."}
    ani.post(reverse("care:guidance_contact", args=[row.pk]), told)
    assert "Ibu tenang." in ani.get(page).content.decode()

    told = {"on": today, "attained": "partly", "words": "Magang berjalan."}
    ani.post(reverse("care:guidance_end", args=[row.pk]), told)
    assert "Magang berjalan." in ani.get(page).content.decode()
