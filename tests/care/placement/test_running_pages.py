import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from care.enums import EndReason, PlacementStatus
from care.models import Placement, Termination
from clients.enums import CaseStatus
from clients.models import Case
from tests import people
from tests.care.factories import STARTED, PlacementFactory
from tests.care.papers import with_papers


pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)


@pytest.fixture
def now_():
    return timezone.localdate()


def post(browser, page, placement, **sent):
    with_papers(placement.case)
    return browser.post(reverse(f"care:{page}", args=[placement.pk]), sent)


def ending(day, **changes):
    return {
        "on": day.isoformat(),
        "reason": EndReason.GOALS_MET,
        "note": "Tujuan tercapai.",
        **changes,
    }


def test_care_starts_today_for_the_usual_time(signed_in, now_):
    placement = PlacementFactory(accepted=True)

    answer = post(signed_in(people.eko()), "start", placement, starts_on=now_.isoformat())

    placement.refresh_from_db()
    assert answer.status_code == 302
    assert (placement.status, placement.planned_end_on) == (
        PlacementStatus.ACTIVE,
        now_ + 120 * DAY,
    )


@pytest.mark.parametrize("starts_on", ["", "besok", "9999-12-31", "0001-01-01"])
def test_a_strange_start_is_refused(signed_in, starts_on):
    placement = PlacementFactory(accepted=True)

    answer = post(signed_in(people.eko()), "start", placement, starts_on=starts_on)

    assert answer.status_code == 422
    assert Placement.objects.get().status == PlacementStatus.ACCEPTED


def test_a_review_is_written_down(signed_in, now_):
    placement = PlacementFactory(active=True)

    post(
        signed_in(people.ani()),
        "review",
        placement,
        note="Rajin.",
        next_review_on=(now_ + DAY).isoformat(),
    )

    assert Case.objects.get().next_due_on == now_ + DAY


def test_a_review_says_something(signed_in, now_):
    placement = PlacementFactory(active=True)

    answer = post(
        signed_in(people.ani()), "review", placement, next_review_on=(now_ + DAY).isoformat()
    )

    assert answer.status_code == 422


def test_the_end_shows_what_follows_before_it_happens(signed_in):
    placement = PlacementFactory(active=True)

    page = signed_in(people.eko()).get(reverse("care:end", args=[placement.pk])).content.decode()

    assert "jadwal pascalayanan" in page


def test_the_end_leads_to_what_is_still_missing(signed_in, now_):
    placement = PlacementFactory(active=True)

    answer = signed_in(people.eko()).post(
        reverse("care:end", args=[placement.pk]), ending(now_), follow=True
    )

    assert answer.redirect_chain[-1][0] == reverse("care:termination", args=[placement.case_id])
    assert Case.objects.get().status == CaseStatus.IN_SERVICE
    assert "Belum terpenuhi" in answer.content.decode()


@pytest.mark.parametrize(
    "changes",
    [
        {"reason": ""},
        {"reason": "tired"},
        {"note": ""},
        {"note": "a\0b"},
        {"on": (STARTED - DAY).isoformat()},
        {"on": "9999-12-31"},
    ],
)
def test_an_end_that_is_not_whole_changes_nothing(signed_in, now_, changes):
    placement = PlacementFactory(active=True)

    answer = post(signed_in(people.eko()), "end", placement, **ending(now_, **changes))

    assert answer.status_code == 422
    assert Case.objects.get().status == CaseStatus.IN_SERVICE


def test_an_end_sent_twice_is_one_request(signed_in, now_):
    placement, eko = PlacementFactory(active=True), signed_in(people.eko())
    post(eko, "end", placement, **ending(now_))

    post(eko, "end", placement, **ending(now_, reason="lost"))

    assert Termination.objects.get().reason == EndReason.LOST
