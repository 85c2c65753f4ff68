"""When somebody is there: the hours of an institution, by the clock of its province."""

import datetime as dt

import pytest
from django.urls import reverse

from partners.models import Institution
from tests.partners.factories import InstitutionFactory
from tests.partners.test_institution_pages import NEW, given


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("nobody_yet")]


def is_open(moment, zone="Asia/Jakarta", **hours):
    place = InstitutionFactory(**hours)
    place.regency.province.time_zone = zone
    return place.is_open_at(dt.datetime.fromisoformat(moment))


@pytest.mark.parametrize(
    ("moment", "zone", "open_now"),
    [
        ("2026-06-03T01:00+00:00", "Asia/Jakarta", True),
        ("2026-06-03T00:59+00:00", "Asia/Jakarta", False),
        ("2026-06-02T23:00+00:00", "Asia/Jayapura", True),
        ("2026-06-03T07:00+00:00", "Asia/Jayapura", False),
        ("2026-06-06T02:00+00:00", "Asia/Makassar", False),
    ],
)
def test_usually_from_monday_to_friday_from_eight_to_four_by_its_own_clock(moment, zone, open_now):
    assert is_open(moment, zone) is open_now


def test_whoever_works_on_saturdays_is_there_on_saturdays():
    assert is_open("2026-06-06T02:00+00:00", work_days=6)


def test_hours_of_its_own_are_kept(fitri):
    hours = {"opens_at": "07:30", "closes_at": "20:00", "work_days": "7"}

    fitri.post(NEW, given(**hours))

    made = Institution.objects.get()
    assert (made.opens_at, made.closes_at, made.work_days) == (dt.time(7, 30), dt.time(20), 7)
    page = fitri.get(reverse("partners:institution", args=[made.pk])).content.decode()
    assert "Setiap hari, 07.30–20.00 WIB" in page


def test_an_hour_is_enough(fitri):
    fitri.post(NEW, given(opens_at="08:10", closes_at="09:10"))

    assert Institution.objects.get().closes_at == dt.time(9, 10)


def test_left_empty_they_are_the_usual_ones(fitri):
    fitri.post(NEW, given())

    made = Institution.objects.get()
    assert (made.opens_at, made.closes_at, made.work_days) == (dt.time(8), dt.time(16), 5)


@pytest.mark.parametrize(
    ("opens_at", "closes_at"), [("16:00", "08:00"), ("08:10", "09:00"), ("08:00", "08:59")]
)
def test_nobody_closes_before_an_hour_has_passed(fitri, opens_at, closes_at):
    """Overdue referrals are told to leaders once in each hour: a shorter day would pass between two."""
    page = fitri.post(NEW, given(opens_at=opens_at, closes_at=closes_at))

    assert page.status_code == 422
    assert not Institution.objects.exists()
