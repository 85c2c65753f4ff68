"""Each figure against a world small enough to count by hand. The month is October 2026."""

from datetime import date

import pytest

from care.enums import EndReason, FollowUpStatus, PlacementStatus
from care.models import FollowUp, Placement
from clients.enums import Risk, Sex
from partners.enums import CareBase, InstitutionKind
from reports import figures
from tests import people
from tests.clients.factories import CaseFactory, ClientFactory, FamilyContactFactory
from tests.partners.factories import AgreementFactory, InstitutionFactory
from tests.regions.factories import ProvinceFactory, RegencyFactory


pytestmark = pytest.mark.django_db

OCTOBER = date(2026, 10, 1)
FIRST, LAST = date(2026, 10, 1), date(2026, 10, 31)
BEFORE, AFTER = date(2026, 9, 30), date(2026, 11, 1)


def kept_by_kenanga(**facts):
    return CaseFactory(client=ClientFactory(registered_by=people.citra()), **facts)


def served_by_kenanga(**facts):
    """Kept by Melati, served by Kenanga from the start of service on."""
    return CaseFactory(in_service=True, care_institution=people.kenanga(), **facts)


def placed(case, institution=None, **facts):
    defaults = {
        "client": case.client,
        "base": CareBase.BALAI if institution else CareBase.FAMILY,
        "institution": institution,
        "family_contact": None if institution else FamilyContactFactory(client=case.client),
        "status": PlacementStatus.ACTIVE,
        "requested_by": case.lead_worker,
        "requested_at": "2026-10-01T00:00:00Z",
        "starts_on": FIRST,
    }
    return Placement.objects.create(case=case, **{**defaults, **facts})


def follow_up(case, milestone, due_on, status):
    closed_on = None if status == FollowUpStatus.PLANNED else due_on
    return FollowUp.objects.create(
        case=case,
        milestone=milestone,
        due_on=due_on,
        window_starts_on=due_on,
        window_ends_on=due_on,
        status=status,
        closed_on=closed_on,
    )


def test_new_are_the_cases_opened_in_the_month():
    inside = {CaseFactory(opened_on=FIRST), CaseFactory(opened_on=LAST)}
    CaseFactory(opened_on=BEFORE)
    CaseFactory(opened_on=AFTER)

    assert set(figures.new_cases(None, OCTOBER)) == inside


def test_active_are_the_cases_opened_by_the_last_day_and_not_closed_by_then():
    inside = {
        CaseFactory(opened_on=LAST),
        CaseFactory(opened_on=BEFORE, closed=True, closed_on=AFTER),
        CaseFactory(in_aftercare=True),
    }
    CaseFactory(opened_on=AFTER)
    CaseFactory(opened_on=BEFORE, closed=True, closed_on=LAST)

    assert set(figures.active_cases(None, OCTOBER)) == inside


def test_ended_are_the_cases_whose_service_ended_in_the_month():
    inside = {
        CaseFactory(in_aftercare=True, service_ended_on=FIRST),
        CaseFactory(in_aftercare=True, service_ended_on=LAST),
    }
    CaseFactory(in_aftercare=True, service_ended_on=BEFORE)
    CaseFactory(in_aftercare=True, service_ended_on=AFTER)

    assert set(figures.ended_cases(None, OCTOBER)) == inside


def test_an_institution_counts_what_it_keeps_and_what_it_serves_once_service_began():
    inside = {
        kept_by_kenanga(opened_on=FIRST),
        served_by_kenanga(opened_on=FIRST, service_started_on=LAST),
    }
    CaseFactory(opened_on=FIRST)
    CaseFactory(to_place=True, opened_on=FIRST, care_institution=people.kenanga())
    served_by_kenanga(opened_on=FIRST, service_started_on=AFTER)

    assert set(figures.active_cases(people.kenanga(), OCTOBER)) == inside


def test_the_nation_counts_a_case_kept_here_and_served_there_once():
    served_by_kenanga(opened_on=FIRST)

    assert figures.active_cases(None, OCTOBER).count() == 1


def test_risk_is_that_of_active_cases_and_names_the_unassessed():
    CaseFactory(in_service=True, risk=Risk.HIGH)
    CaseFactory(to_place=True, risk=Risk.MODERATE)
    CaseFactory()
    CaseFactory(closed=True, risk=Risk.HIGH)

    assert figures.by_risk(None, OCTOBER) == {"low": 0, "moderate": 1, "high": 1, "": 1}


def test_base_is_that_of_active_cases_and_names_the_undecided():
    CaseFactory(in_service=True, base=CareBase.BALAI)
    CaseFactory(to_place=True, base=CareBase.FAMILY)
    CaseFactory()

    counts = figures.by_base(None, OCTOBER)

    assert counts == {"family": 1, "institution": 0, "balai": 1, "": 1}


def test_sex_is_that_of_active_clients():
    CaseFactory(client__sex=Sex.FEMALE)
    CaseFactory(client__sex=Sex.MALE)
    CaseFactory(client__sex=Sex.MALE, closed=True)

    assert figures.by_sex(None, OCTOBER) == {"male": 1, "female": 1}


@pytest.mark.parametrize(
    ("born", "band"),
    [
        (date(2008, 11, 1), "0-17"),
        (date(2008, 10, 31), "18-24"),
        (date(2001, 11, 1), "18-24"),
        (date(2001, 10, 31), "25-34"),
        (date(1991, 10, 31), "35-44"),
        (date(1981, 10, 31), "45-59"),
        (date(1966, 11, 1), "45-59"),
        (date(1966, 10, 31), "60-"),
    ],
)
def test_age_is_that_of_the_months_last_day(born, band):
    CaseFactory(client__birth_date=born)

    counts = figures.by_age(None, OCTOBER)

    assert {key for key, count in counts.items() if count} == {band}


def test_a_child_of_29_february_is_18_on_1_march_as_everywhere_in_the_system():
    case = CaseFactory(client__birth_date=date(2008, 2, 29), opened_on=date(2026, 1, 5))
    last_of_february = date(2026, 2, 28)

    counts = figures.by_age(None, date(2026, 2, 1))

    assert case.client.age_on(last_of_february) == 17
    assert counts["0-17"] == 1


def test_province_is_where_active_clients_live_the_most_first():
    banten = ProvinceFactory(code="36", name="Banten")
    ProvinceFactory(code="11", name="Aceh")
    CaseFactory(client__regency=RegencyFactory(code="3603", name="Tangerang", province=banten))
    CaseFactory.create_batch(2)

    rows = figures.by_province(None, OCTOBER)

    assert [(row["code"], row["count"]) for row in rows] == [("32", 2), ("36", 1)]


def test_each_case_stands_at_the_institution_that_keeps_it():
    kept_by_kenanga(opened_on=FIRST)
    CaseFactory(in_aftercare=True, opened_on=BEFORE, service_ended_on=LAST)
    kept_by_kenanga(opened_on=AFTER)

    rows = figures.by_institution(None, OCTOBER)

    assert [(row["name"], row["new"], row["active"], row["ended"]) for row in rows] == [
        ("Sentra Kenanga", 1, 1, 0),
        ("Sentra Melati", 0, 1, 1),
    ]


def test_history_tells_six_months_and_ends_with_this_one():
    CaseFactory(opened_on=date(2026, 5, 31))
    CaseFactory(opened_on=LAST)
    CaseFactory(in_aftercare=True, opened_on=date(2026, 4, 30), service_ended_on=BEFORE)

    rows = figures.history(None, OCTOBER)

    assert [(row["month"], row["new"], row["ended"]) for row in rows] == [
        ("2026-05-01", 1, 0),
        ("2026-06-01", 0, 0),
        ("2026-07-01", 0, 0),
        ("2026-08-01", 0, 0),
        ("2026-09-01", 0, 1),
        ("2026-10-01", 1, 0),
    ]


def test_placements_are_those_that_started_in_the_month_by_who_received():
    placed(CaseFactory(in_service=True), people.kenanga())
    placed(CaseFactory(in_service=True))
    placed(CaseFactory(in_service=True), people.kenanga(), starts_on=AFTER)
    placed(CaseFactory(to_place=True), people.kenanga(), status=PlacementStatus.ACCEPTED)

    rows = figures.placements(None, OCTOBER)

    assert sorted((row["name"], row["count"]) for row in rows) == [("", 1), ("Sentra Kenanga", 1)]


def test_a_placement_that_has_ended_since_still_counts_in_the_month_it_started():
    placed(
        CaseFactory(in_aftercare=True),
        people.kenanga(),
        status=PlacementStatus.ENDED,
        ends_on=AFTER,
        end_reason=EndReason.GOALS_MET,
    )

    assert [row["count"] for row in figures.placements(None, OCTOBER)] == [1]


def test_an_institutions_placements_are_those_it_sent_and_those_it_received():
    placed(kept_by_kenanga(in_service=True), people.harapan())
    placed(CaseFactory(in_service=True), people.kenanga())
    placed(CaseFactory(in_service=True), people.harapan())

    rows = figures.placements(people.kenanga(), OCTOBER)

    assert [(row["name"], row["count"]) for row in rows] == [
        ("IPWL Harapan", 1),
        ("Sentra Kenanga", 1),
    ]


def test_aftercare_tells_what_became_of_the_milestones_due_in_the_month():
    case = CaseFactory(in_aftercare=True)
    follow_up(case, "W1", FIRST, FollowUpStatus.REACHED)
    follow_up(case, "W2", date(2026, 10, 15), FollowUpStatus.NOT_REACHED)
    follow_up(case, "W4", LAST, FollowUpStatus.PLANNED)
    follow_up(case, "M2", LAST, FollowUpStatus.CANCELLED)
    follow_up(case, "M3", AFTER, FollowUpStatus.REACHED)

    assert figures.aftercare(None, OCTOBER) == {"reached": 1, "not_reached": 1, "open": 1}


def test_agreements_are_those_that_end_within_90_days_after_the_month():
    harapan = people.harapan()
    AgreementFactory(number="B", institution=harapan, ends_on=date(2027, 1, 29))
    AgreementFactory(number="A", institution=harapan, ends_on=AFTER)
    AgreementFactory(number="too early", institution=harapan, ends_on=LAST)
    AgreementFactory(number="too late", institution=harapan, ends_on=date(2027, 1, 30))
    AgreementFactory(number="unsigned", institution=harapan, ends_on=AFTER, signed_on=None)

    rows = figures.expiring_agreements(None, OCTOBER)

    assert [row["number"] for row in rows] == ["A", "B"]


def test_coverage_names_the_institutions_that_give_care_and_have_no_case():
    served_by_kenanga(opened_on=FIRST)
    people.harapan()
    InstitutionFactory(name="Dinas Sosial", kind=InstitutionKind.SOCIAL_OFFICE)
    InstitutionFactory(name="LKS Tutup", kind=InstitutionKind.LKS, is_active=False)

    assert figures.without_cases(OCTOBER) == ["IPWL Harapan"]


def test_every_sum_of_active_clients_is_the_same(at):
    CaseFactory.create_batch(2)
    CaseFactory(in_service=True, client__sex=Sex.FEMALE)

    found = figures.figures(None, OCTOBER, at)

    assert found["active"] == 3
    for part in ("by_risk", "by_base", "by_sex", "by_age"):
        assert sum(found[part].values()) == 3, part
    assert sum(row["count"] for row in found["by_province"]) == 3
    assert sum(row["active"] for row in found["by_institution"]) == 3


def test_an_empty_month_has_figures_too(at):
    found = figures.figures(people.kenanga(), OCTOBER, at)

    assert (found["new"], found["active"], found["by_province"], found["placements"]) == (
        0,
        0,
        [],
        [],
    )


def test_the_cost_does_not_grow_with_the_cases(at, django_assert_max_num_queries):
    CaseFactory.create_batch(5)

    with django_assert_max_num_queries(17):
        figures.figures(None, OCTOBER, at)
