"""One figure has one query: what carries the same name on two pages is the same number."""

from datetime import UTC, date, datetime, timedelta

import pytest

from accounts.enums import Role
from accounts.models import User
from care.enums import PlacementStatus
from care.placement.selectors.placements import placements, status_counts
from care.placement.selectors.places import occupancy
from clients.filters import narrow
from clients.models import Case, Wait
from clients.selectors import overview
from desk.selectors import institution, nation, team, work
from partners.models import Agreement
from partners.selectors import agreement_counts, standing
from reports import figures
from reports.months import month_of
from reports.services.requesting import request_monthly_reports
from tests import people
from tests.care.factories import PlacementFactory
from tests.clients.factories import CaseFactory, ClientFactory, ShareFactory
from tests.partners.factories import AgreementFactory, InstitutionFactory
from tests.reports.factories import ReportFactory


pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 3, tzinfo=UTC)
CLOSED_NOW = {"closed": True, "closed_on": TODAY}


@pytest.fixture(autouse=True)
def world():
    """Two institutions; open, closed and placed cases, one of them shared with the other institution."""
    for traits in ({}, {"screening": True}, {"decided": True}, {"in_aftercare": True}, CLOSED_NOW):
        CaseFactory(**traits)
    CaseFactory(client=ClientFactory(registered_by=people.citra()), in_service=True)
    PlacementFactory()
    PlacementFactory(active=True, planned_end_on=TODAY + timedelta(days=3))


def test_active_is_one_number_on_the_desk_in_the_report_and_in_the_list():
    in_report = figures.active_cases(None, month_of(TODAY)).count()
    counts = overview(people.gita(), NOW).counts

    assert nation.totals(TODAY)["active"] == in_report == 7
    assert sum(row.active for row in nation.active_by_province(TODAY)) == in_report
    assert counts[""] - counts["closed"] == in_report


def test_a_homes_counts_are_those_of_the_chips_above_the_list():
    seen, counts = overview(people.budi(), NOW), work.case_counts(people.budi())
    assert counts["active"] == seen.counts[""] - seen.counts["closed"]
    assert counts["screening"] == seen.counts["waiting_screening"]
    assert counts["aftercare"] == seen.counts["aftercare"]


def test_what_is_late_is_one_number_in_the_list_and_in_the_table_of_loads():
    seen = overview(people.budi(), NOW)
    late, _chosen = narrow(seen.cases, {"terlambat": "on"}, TODAY)

    loads = team.case_loads(people.budi(), TODAY)
    assert sum(load.overdue for load in loads) == late.count() > 0


def test_places_are_those_that_requests_are_answered_by():
    here = people.kenanga()

    places = institution.own_institution(people.eko(), TODAY).places

    assert (places.taken, places.capacity) == (occupancy(here).taken, here.capacity)
    assert places.leaving == len(institution.endings_due(people.eko(), TODAY)) == 1


def test_requests_to_answer_are_those_of_the_list():
    listed = status_counts(placements(people.eko(), "incoming"))

    asked = (
        Wait.objects.visible_to(people.eko()).for_user(people.eko(), TODAY).filter(kind="request")
    )

    assert asked.count() == listed[PlacementStatus.REQUESTED] == 1


def test_expiring_agreements_are_those_of_the_partners_page():
    AgreementFactory(ends_on=TODAY + timedelta(days=90))
    AgreementFactory(ends_on=TODAY + timedelta(days=91))

    counts = agreement_counts(Agreement.objects.all(), TODAY)

    assert (
        len(institution.expiring_agreements(TODAY))
        == counts["within_90"]
        == standing(TODAY).expiring
        == 1
    )


def test_the_desk_misses_the_reports_that_are_made_by_themselves_and_no_other():
    only_after = InstitutionFactory(name="Baru buka")
    newcomer = User.objects.create_user(
        "kiki@contoh.id", "x", name="Kiki", role=Role.SUPERVISOR, institution=only_after
    )
    CaseFactory(client=ClientFactory(registered_by=newcomer), opened_on=TODAY)
    asked = {job.payload["institution"] for job in request_monthly_reports(today=TODAY)} - {None}

    statuses = nation.report_statuses(institution.last_month(TODAY))

    assert {status.institution_id for status in statuses} == asked
    assert only_after.pk not in asked


def test_a_report_that_was_made_is_not_missed():
    report = ReportFactory(institution=people.melati(), month=date(2026, 10, 1))

    statuses = {s.institution_id: s.report_id for s in nation.report_statuses(date(2026, 10, 1))}

    assert statuses[people.melati().pk] == report.pk


def test_loads_add_up_to_the_institutions_own_open_cases_and_tell_namesakes_apart():
    namesake = User.objects.create_user(
        "ani2@contoh.id",
        "x",
        name="Ani Lestari",
        role=Role.SOCIAL_WORKER,
        institution=people.melati(),
    )
    CaseFactory(client=ClientFactory(registered_by=namesake))
    guest = Case.objects.get(institution=people.kenanga())
    ShareFactory(client=guest.client, institution=people.melati())

    loads = team.case_loads(people.budi(), TODAY)

    assert [load.name for load in loads] == ["Ani Lestari", "Ani Lestari"]
    assert (
        sum(load.cases for load in loads)
        == Case.objects.open().filter(institution=people.melati()).count()
    )
