"""A closed case holds no place, waits for nobody and is counted nowhere as active."""

import datetime as dt

import pytest
from django.urls import reverse

from care.aftercare.selectors import agenda
from care.models import FollowUp, Placement
from clients.enums import NextStep
from clients.models import Case, Wait
from clients.selectors import cases_by_status, overview
from clients.services.cases import close_case
from common.errors import DomainError
from desk.selectors import institution, nation, team, work
from reports import figures
from reports.overrides import overrides
from screening.selectors import waiting_cases
from tests import people
from tests.care.factories import PlacementFactory, plan_aftercare
from tests.clients.factories import CaseFactory
from tests.screening.factories import ScreeningFactory
from tests.screening.routing_factories import approved


pytestmark = pytest.mark.django_db
AT = dt.datetime(2026, 10, 20, 2, tzinfo=dt.UTC)
TODAY = dt.date(2026, 10, 20)
OCTOBER = dt.date(2026, 10, 1)


def close(case):
    return close_case(
        case=case, reason="withdrew", note="Menolak layanan.", actor=people.ani(), at=AT
    )


def with_next_step(placement, step):
    Case.objects.filter(pk=placement.case_id).update(next_step=step)
    placement.case.refresh_from_db()
    return placement


def test_a_case_in_care_is_not_closed():
    placement = with_next_step(PlacementFactory(active=True), NextStep.REVIEW)

    with pytest.raises(DomainError) as refused:
        close(placement.case)

    assert refused.value.code == "in_service"
    assert Placement.objects.open().count() == 1


@pytest.mark.parametrize(
    ("traits", "step"),
    [({}, NextStep.AWAIT_ANSWER), ({"accepted": True}, NextStep.START_SERVICE)],
)
def test_what_was_asked_for_is_taken_back_with_its_case(traits, step):
    placement = with_next_step(PlacementFactory(**traits), step)

    close(placement.case)

    case = Case.objects.get()
    assert (case.status, case.care_institution) == ("closed", None)
    assert Placement.objects.open().count() == 0


@pytest.mark.parametrize("status", ["", "screening", "decided", "to_place", "in_aftercare"])
def test_a_closed_case_is_on_nobodys_list(status):
    case = CaseFactory(**({status: True} if status else {}))
    if status == "screening":
        ScreeningFactory(case=case, answered=True)
    if status == "in_aftercare":
        plan_aftercare(case)

    close(case)

    ani, budi = people.ani(), people.budi()
    assert not waiting_cases(ani)
    assert not Wait.objects.visible_to(ani).on_desk_of(ani, TODAY)
    assert not Wait.objects.visible_to(budi).at_institution_of(budi, TODAY)
    assert not agenda.planned(ani, agenda.Choice(), today=TODAY)
    assert not FollowUp.objects.overdue_on(dt.date(2030, 1, 1))
    assert not team.case_loads(budi, TODAY)
    assert institution.own_institution(budi, TODAY).places.taken == 0
    assert set(work.case_counts(ani).values()) == {0}
    assert set(nation.totals(TODAY).values()) == {0}


def test_a_closed_case_is_not_active_in_the_months_figures():
    close(CaseFactory(in_aftercare=True))

    assert figures.active_cases(None, OCTOBER).count() == 0
    assert sum(figures.by_base(None, OCTOBER).values()) == 0
    assert figures.active_cases(None, dt.date(2026, 9, 1)).count() == 1


def test_milestones_that_a_closing_came_before_are_not_missed():
    """Care ended on 6 October: W1 on the 13th was due before the closing, W2 on its very day."""
    case = CaseFactory(in_aftercare=True)
    plan_aftercare(case, ended_on=dt.date(2026, 10, 6))

    close(case)

    assert figures.aftercare(None, OCTOBER) == {"reached": 0, "not_reached": 0, "open": 1}
    assert figures.aftercare(None, dt.date(2026, 11, 1))["open"] == 0
    fell_due = FollowUp.objects.that_fell_due(dt.date(2026, 9, 1), dt.date(2026, 11, 30))
    assert list(fell_due.values_list("status", flat=True)) == ["planned"]


def test_the_draft_of_a_closed_case_is_not_gone_on_with(client):
    draft = ScreeningFactory(answered=True)
    close(draft.case)
    client.force_login(people.ani())

    asked = [
        reverse("screening:continue", args=[draft.case_id]),
        reverse("screening:sections", args=[draft.pk]),
        reverse("screening:section", args=[draft.pk, "q2"]),
        reverse("screening:review", args=[draft.pk]),
    ]

    overview = reverse("screening:client", args=[draft.case.client_id])
    assert {client.get(url).headers.get("Location") for url in asked} == {overview}


def test_a_closed_cases_calls_are_not_shown_as_late(client):
    case = CaseFactory(in_aftercare=True)
    plan_aftercare(case)
    close(case)
    client.force_login(people.ani())

    page = client.get(reverse("care:aftercare", args=[case.client_id])).content.decode()

    assert "Dibatalkan" in page
    assert "Terlambat" not in page
    assert "Kontak berikut" not in page


# Opened by mistake: no figure anywhere.


def call_it_a_mistake(case):
    return close_case(
        case=case, reason="mistake", note="Orang yang sama sudah ada.", actor=people.budi(), at=AT
    )


def test_a_case_that_was_opened_by_mistake_leaves_no_figure():
    case = approved().screening.case
    ani, june = people.ani(), dt.date(2026, 6, 1)
    years = (dt.date(2020, 1, 1), dt.date(2030, 1, 1))
    before = overrides(None, *years, exactly=True)

    call_it_a_mistake(case)

    after = overrides(None, *years, exactly=True)
    assert (before.total.decided, after.total.decided) == (1, 0)
    assert figures.new_cases(None, june).count() == 0
    assert figures.active_cases(None, june).count() == 0
    assert not figures.with_cases(june).exists()
    assert set(overview(ani, AT).counts.values()) == {0}
    assert cases_by_status(TODAY) == {}
    assert nation.data_gaps() == {"nik": 0, "consent": 0}


def test_whoever_was_served_was_no_mistake():
    with pytest.raises(DomainError) as refused:
        call_it_a_mistake(CaseFactory(in_aftercare=True))

    assert refused.value.code == "was_served"


@pytest.mark.parametrize(("person", "offered"), [(people.ani, False), (people.budi, True)])
def test_only_who_answers_for_the_institution_calls_a_case_a_mistake(client, person, offered):
    case = CaseFactory()
    client.force_login(person())

    page = client.get(reverse("clients:close", args=[case.pk])).content.decode()

    assert ("kekeliruan" in page) is offered


def test_the_file_of_a_mistake_can_still_be_opened(client):
    case = call_it_a_mistake(CaseFactory())
    client.force_login(people.ani())

    page = client.get(reverse("clients:file", args=[case.client_id])).content.decode()

    assert "Dibuka karena kekeliruan" in page
