"""Review row A-6: outcomes are asked at the beginning and at months 1, 3, 6 and 12."""

import datetime as dt

import pytest
from django.db import connection
from django.utils import timezone

from care.aftercare.outcomes.themes import HEALTH, LAPSE, THEMES, USE
from care.aftercare.selectors.outcomes import points_of, sheet_of
from care.aftercare.services.interviewing import begin_interview, finish_interview
from care.aftercare_enums import OutcomePoint
from care.enums import FollowUpStatus
from care.event_kinds import CareEvent
from care.models import FollowUp, OutcomeInterview, OutcomePart, Relapse
from clients.models import Case
from clients.models.wait import Wait
from clients.services.consent import withdraw_consent
from common.errors import DomainError
from screening.assessment.services.writing import StalePart
from tests import people
from tests.care.factories import ENDED, plan_aftercare
from tests.care.outcome_factories import BEFORE, begun, fill, filled, finished
from tests.clients.factories import CaseFactory, ClientFactory
from tests.screening.factories import consenting_case


pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)


@pytest.fixture
def case():
    """Reached four weeks after care."""
    one = CaseFactory(in_aftercare=True)
    plan_aftercare(one)
    FollowUp.objects.filter(milestone="W4").update(
        status=FollowUpStatus.REACHED, closed_on=ENDED + 28 * DAY
    )
    return one


def begin(case, point=OutcomePoint.W4, days=28):
    at = dt.datetime.combine(ENDED + days * DAY, dt.time(3), dt.UTC)
    return begin_interview(case=case, point=point, actor=people.ani(), at=at)


def finish(interview):
    return finish_interview(interview=interview, actor=people.ani(), at=interview.started_at)


def test_who_was_reached_at_a_core_point_is_asked(case):
    interview = begin(case)

    assert (interview.point, interview.asked_on) == (OutcomePoint.W4, ENDED + 28 * DAY)
    assert Case.objects.get().events.get().kind == CareEvent.OUTCOME_BEGUN
    assert begin(case) == interview


@pytest.mark.parametrize(("point", "days"), [("M3", 28), ("W4", 43), ("W4", 27)])
def test_without_a_contact_at_that_point_there_is_no_interview(case, point, days):
    with pytest.raises(DomainError) as refused:
        begin(case, point, days)

    assert refused.value.code == "not_reached"
    assert not OutcomeInterview.objects.exists()


def test_the_time_before_care_is_asked_of_in_care():
    assert begin(CaseFactory(in_service=True), OutcomePoint.START).point == OutcomePoint.START


def test_a_whole_interview_leaves_its_figures(case):
    interview = finish(filled(begin(case), work={"occupation": ["studies"]}))

    told = (interview.days_used, interview.is_occupied, interview.is_housed)
    assert told == (0, True, True)
    assert (interview.body, interview.mind) == (14, 15)
    assert not OutcomeInterview.objects.get().is_draft


def test_themes_come_in_any_order_and_what_is_missing_is_named(case):
    interview = begin(case)
    fill(interview, HEALTH, body=["12"], mind=["11"], life=["10"])

    with pytest.raises(DomainError) as refused:
        finish(interview)

    assert "Pemakaian zat" in refused.value.message
    assert "Kesehatan" not in refused.value.message


def test_a_lapse_asks_for_its_day_and_its_trigger(case):
    interview = begin(case)
    fill(interview, LAPSE, lapse=["none"], test=["none"])
    assert sheet_of(interview).progress.step("kekambuhan").is_complete

    fill(interview, LAPSE, 1, lapse=["lapse"])

    missing = sheet_of(interview).progress.step("kekambuhan").missing
    assert [question.code for question in missing] == ["lapse_on", "triggers"]


def test_a_relapse_told_in_after_care_is_named_on_the_file(case):
    told = {"lapse": ["relapse"], "lapse_on": ["2026-10-20"], "triggers": ["people"]}

    finish(filled(begin(case), use={"any": ["9"], "opioids": ["9"]}, lapse=told))

    assert Relapse.objects.get().on == dt.date(2026, 10, 20)
    assert FollowUp.objects.planned().filter(milestone="X1").exists()


def test_once_consent_is_taken_back_a_draft_goes_no_further_and_nobody_is_called():
    case = consenting_case(in_service=True)
    draft = filled(begin(case, OutcomePoint.START))
    by = {"actor": people.ani(), "at": draft.started_at}
    withdraw_consent(case=case, asked_by="self", on=draft.asked_on, note="Lewat telepon.", **by)

    for act in (lambda: finish(draft), lambda: fill(draft, LAPSE)):
        with pytest.raises(DomainError) as refused:
            act()
        assert refused.value.code == "no_consent"


def test_what_was_before_care_is_no_relapse():
    finished(CaseFactory(in_service=True), OutcomePoint.START, **BEFORE)

    assert not Relapse.objects.exists()


@pytest.mark.parametrize(
    "days",
    [
        {"any": ["3"], "opioids": ["5"]},
        {"any": ["9"], "opioids": ["3"], "alcohol": ["4"]},
        {"any": ["2"], "opioids": ["2"], "injected": ["4"]},
    ],
)
def test_days_that_contradict_each_other_are_asked_again(case, days):
    interview = filled(begin(case), use=days)

    with pytest.raises(DomainError) as refused:
        finish(interview)

    assert refused.value.code == "contradiction"


def test_whoever_saves_from_an_older_page_is_told(case):
    interview = begin(case)
    fill(interview, USE, any=["3"])

    with pytest.raises(StalePart):
        fill(interview, USE, any=["5"])


def test_quality_of_life_and_functioning_are_asked_at_months_six_and_twelve():
    case = CaseFactory(in_aftercare=True)
    steps = {point: sheet_of(begun(case, point)).progress.steps for point in OutcomePoint}
    asked = {
        point: [one.section.code for one in all_[len(THEMES) :]] for point, all_ in steps.items()
    }

    scales = ["social_func_worker", "social_func_client", "whoqol_bref"]
    assert asked == {"start": [], "W4": [], "M3": [], "M6": scales, "M12": scales}


def test_a_minor_is_not_asked_what_was_made_for_adults():
    young = ClientFactory(birth_date=dt.date(2011, 1, 1))
    interview = begun(CaseFactory(in_aftercare=True, client=young), OutcomePoint.M6)

    assert sheet_of(interview).progress.step("whoqol-bref") is None


def test_answers_are_sealed(case):
    fill(begin(case), USE, any=["3"], opioids=["3"])

    with connection.cursor() as cursor:
        cursor.execute(f"SELECT answers FROM {OutcomePart._meta.db_table}")
        assert b"opioids" not in bytes(cursor.fetchone()[0])


def test_a_finished_interview_stays_as_it_is(case):
    interview = finish(filled(begin(case)))

    with pytest.raises(DomainError) as refused:
        fill(interview, USE, 1, any=["9"])

    assert refused.value.code == "wrong_status"


def test_who_was_reached_and_not_asked_waits_in_the_list(case):
    waits = Wait.objects.filter(kind__startswith="outcome")
    assert (waits.get().kind, waits.get().person) == ("outcome", people.ani())

    begin(case)
    assert waits.get().kind == "outcome_draft"

    finish(filled(OutcomeInterview.objects.get()))
    assert not waits.exists()


def test_whose_care_has_begun_waits_to_be_asked_of_the_time_before_it():
    case = consenting_case(in_service=True)
    waits = Wait.objects.filter(kind="outcome_start")

    assert (waits.get().case, waits.get().person) == (case, people.ani())
    assert waits.get().due_on == case.service_started_on + 7 * DAY

    begin(case, OutcomePoint.START)
    assert not waits.exists()


def test_of_the_time_before_care_somebody_is_asked_in_the_first_month_and_then_it_waits_no_more():
    """Whoever will not be asked, and whose care began long before this was asked at all, waits for nobody for ever."""
    case = consenting_case(in_service=True)
    wait = Wait.objects.get(kind="outcome_start")
    month = case.service_started_on + 30 * DAY

    assert [wait in Wait.objects.on(day) for day in (month, month + DAY)] == [True, False]
    assert begin(case, OutcomePoint.START, 60).is_draft


def test_of_the_time_before_care_nobody_is_asked_once_the_case_has_ended():
    consenting_case(in_aftercare=True)
    waits = Wait.objects.filter(kind="outcome_start")
    assert waits.exists()

    Case.objects.update(
        status="closed", closed_on=ENDED, close_reason="moved", next_step="", next_due_on=None
    )

    assert not waits.exists()


def test_whoever_took_their_consent_back_is_not_asked():
    case = consenting_case(in_service=True)

    case.client.consents.update(withdrawn_at=timezone.now())

    assert not Wait.objects.filter(kind="outcome_start").exists()


def test_the_points_of_a_case_say_where_each_stands(case):
    finished(case, OutcomePoint.START, **BEFORE)

    points = {point.code: point for point in points_of(case, ENDED + 30 * DAY)}

    assert not points["start"].interview.is_draft
    assert points["W4"].may_begin
    assert not points["M3"].may_begin


@pytest.mark.parametrize("act", [lambda row: fill(row, USE), finish], ids=["a theme", "the end"])
def test_an_interview_stops_where_its_consent_is_taken_back(act):
    case = consenting_case(in_aftercare=True)
    interview = filled(begun(case))
    case.client.consents.update(withdrawn_at=timezone.now())

    with pytest.raises(DomainError) as refused:
        act(interview)

    assert refused.value.code == "no_consent"
