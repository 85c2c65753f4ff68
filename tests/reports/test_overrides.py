"""Rates of override: one query, by institution and reason, and nobody told of fewer than five."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from reports.months import days_of_quarter, quarters_before
from reports.overrides import overrides
from screening.enums import Missing, Stage
from screening.models import RoutingDecision, Screening
from screening.services.gates import pass_gate
from tests import people
from tests.care.papers import URGENT
from tests.clients.factories import CaseFactory, ClientFactory
from tests.screening.factories import AT
from tests.screening.routing_factories import asked_for_approval


pytestmark = pytest.mark.django_db

DAY = AT.date()
PERIOD = {"since": DAY - timedelta(days=1), "until": DAY + timedelta(days=1)}


def decided(count, worker=people.ani, code="", at=AT, status="settled"):
    for _ in range(count):
        case = CaseFactory(client=ClientFactory(registered_by=worker()), to_place=True)
        screening = Screening.objects.create(
            case=case, version="3.1", started_by=worker(), proposed_base="institution"
        )
        RoutingDecision.objects.create(
            screening=screening,
            proposed_base="institution",
            base="balai" if code else "institution",
            override_code=code,
            reason="Sesuai keadaan klien." if code else "",
            status=status,
            decided_by=worker(),
            decided_at=at,
        )


def named(figures, name):
    return next(row for row in figures.institutions if row.name == name)


def test_decisions_are_counted_by_institution_and_reason():
    decided(15)
    decided(5, code="distance")
    decided(6, people.citra, code="clinical")

    figures = overrides(None, **PERIOD, exactly=True)

    melati = named(figures, "Sentra Melati")
    assert (melati.decided, melati.overrides, melati.rate) == (20, 5, 25)
    assert melati.codes == [("Jarak atau daerah terpencil", 5)]
    assert named(figures, "Sentra Kenanga").rate == 100
    assert (figures.total.decided, figures.total.overrides) == (26, 11)


def test_to_others_fewer_than_five_are_not_told_apart_nor_as_a_rate():
    decided(10)
    decided(4, code="distance")
    decided(20, people.citra)
    decided(8, people.citra, code="distance")

    figures = overrides(None, **PERIOD, exactly=False)

    for name in ("Sentra Melati", "Sentra Kenanga"):
        row = named(figures, name)
        assert (row.overrides, row.rate, row.codes) == (None, None, [])
    assert named(figures, "Sentra Melati").decided == 14
    assert figures.total.overrides == 12


def test_reasons_of_the_nation_leave_no_small_one_open():
    decided(20)
    decided(3, code="distance")
    decided(9, code="clinical")

    figures = overrides(None, **PERIOD, exactly=False)

    assert [count for _label, count in figures.total.codes] == [None, None]


def test_whoever_answers_for_them_reads_every_figure():
    decided(10)
    decided(4, code="distance")

    melati = named(overrides(people.melati(), **PERIOD, exactly=True), "Sentra Melati")

    assert (melati.decided, melati.overrides, melati.rate) == (14, 4, 29)


def test_none_at_all_is_a_rate_of_nothing():
    decided(5)

    assert named(overrides(None, **PERIOD, exactly=True), "Sentra Melati").rate == 0


@pytest.mark.parametrize("status", ["withdrawn", "replaced", "awaiting"])
def test_what_does_not_hold_is_not_counted(status):
    decided(6, code="distance", status=status)

    assert overrides(None, **PERIOD, exactly=True).institutions == ()


def test_an_override_that_waits_is_none_yet():
    asked_for_approval()

    assert overrides(None, **PERIOD, exactly=True).total.decided == 0


def test_both_days_of_the_period_are_counted():
    decided(5)

    assert overrides(None, DAY, DAY, exactly=True).total.decided == 5
    assert (
        overrides(
            None, DAY + timedelta(days=1), DAY + timedelta(days=9), exactly=True
        ).total.decided
        == 0
    )


def test_an_institution_sees_its_own():
    decided(6)
    decided(6, people.citra)

    assert [
        row.name for row in overrides(people.melati(), **PERIOD, exactly=True).institutions
    ] == ["Sentra Melati"]


def test_it_is_two_queries(django_assert_max_num_queries):
    decided(5)
    decided(5, people.citra, code="distance")

    with django_assert_max_num_queries(6):  # both questions, and going to the nation and back
        overrides(None, **PERIOD, exactly=True)


def page_for(client, person, **period):
    client.force_login(person)
    return client.get(reverse("reports:overrides"), period)


def test_the_auditor_sees_every_institution(client):
    decided(5, at=AT)
    decided(5, people.citra, code="distance")

    page = page_for(client, people.gita(), sejak="2026-01-01", sampai="2026-12-31")

    text = page.content.decode()
    assert "Seluruh Indonesia" in text
    assert "Sentra Melati" in text
    assert "Sentra Kenanga" in text


def test_a_leader_sees_their_own_institution_alone(client):
    decided(5)
    decided(5, people.citra, code="distance")

    text = page_for(client, people.budi(), sejak="2026-01-01", sampai="2026-12-31").content.decode()

    assert "Sentra Melati" in text
    assert "Sentra Kenanga" not in text


@pytest.mark.parametrize("person", [people.ani, people.hadi])
def test_others_have_no_figures(client, person):
    assert page_for(client, person()).status_code == 403


def test_without_a_period_it_is_the_last_year(client):
    form = page_for(client, people.gita()).context["form"]

    assert form.cleaned_data["sampai"] - form.cleaned_data["sejak"] == timedelta(days=365)


def test_a_period_that_ends_before_it_begins_is_refused(client):
    page = page_for(client, people.gita(), sejak="2026-02-01", sampai="2026-01-01")

    assert page.status_code == 422
    assert "mendahului" in page.content.decode()


def test_nothing_decided_says_so(client):
    page = page_for(client, people.gita(), sejak=date.min.isoformat(), sampai="2020-01-01")

    assert "Belum ada keputusan" in page.content.decode()


def test_the_ministry_chooses_a_quarter_that_is_over_and_no_days_of_its_own(client):
    """Moving a date by a week made single decisions of "<5": 11, 12, 13."""
    page = page_for(client, people.fitri(), sejak="2026-01-01", sampai="2026-01-08")

    assert page.status_code == 422
    assert list(page.context["form"].fields) == ["triwulan"]


def test_the_quarter_is_the_whole_of_it():
    assert quarters_before(date(2026, 5, 14), 3) == ["2026-1", "2025-4", "2025-3"]
    assert days_of_quarter("2025-4") == (date(2025, 10, 1), date(2025, 12, 31))


def test_the_ministry_sees_the_last_quarter_that_is_over(client):
    last = days_of_quarter(quarters_before(timezone.localdate())[0])[0]
    at = datetime.combine(last, time(3), UTC)
    decided(20, at=at)
    decided(8, people.citra, code="distance", at=at)
    decided(7, people.citra, at=at)

    page = page_for(client, people.fitri())

    assert page.context["figures"].total.decided == 35
    assert "Sentra Kenanga" in page.content.decode()


def test_whoever_went_on_for_an_urgent_reason_is_counted_once():
    case = CaseFactory(to_place=True)
    for stage in ("decide", "request"):
        pass_gate(case, Stage(stage), (Missing.ASSESSMENT,), URGENT, actor=people.ani(), at=AT)

    assert overrides(people.melati(), **PERIOD, exactly=True).urgent == 1
    assert overrides(people.kenanga(), **PERIOD, exactly=True).urgent == 0
    assert overrides(None, **PERIOD, exactly=False).urgent is None
