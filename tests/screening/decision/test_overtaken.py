"""Something newer is found while a place is sought: what was decided is looked at again."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from care.models import Placement
from care.placement.services.answering import accept_placement, withdraw_placement
from clients.enums import CaseStatus, NextStep, TaskStatus
from clients.models import Case
from screening.decision.services.deciding import Answer
from screening.enums import DecisionStatus, ScreeningEvent, ScreeningTask
from screening.services.corrections import start_correction
from screening.services.endings import finish_screening
from tests import people
from tests.care.papers import decide, request_placement, start_placement
from tests.clients.factories import ConsentFactory
from tests.screening.engine.sheets import HIGH, LOW, MODERATE, sheet
from tests.screening.factories import AT
from tests.screening.routing_factories import LATER, moderate


pytestmark = pytest.mark.django_db


def decided():
    """Moderate, and an LKS or IPWL as proposed."""
    screening = moderate()
    ConsentFactory(client=screening.case.client)
    decide(screening=screening, answer=Answer("institution"), actor=people.ani(), at=AT)
    return screening


def corrected(screening, level, at=LATER):
    draft = start_correction(
        screening=screening, reason="Jawaban tertukar.", actor=people.ani(), at=at
    )
    draft.answers = sheet(cannabis=level)
    draft.save()
    return finish_screening(screening=draft, actor=people.ani(), at=at)


def asked(screening):
    return request_placement(
        case=Case.objects.get(pk=screening.case_id),
        institution=people.harapan(),
        note="",
        actor=people.ani(),
        at=AT,
    )


def work(case):
    return case.tasks.filter(kind=ScreeningTask.NEW_PROPOSAL, status=TaskStatus.OPEN)


def test_another_base_is_decided_anew_before_a_place_is_asked_for():
    screening = decided()

    corrected(screening, HIGH)

    case = Case.objects.get()
    assert (case.status, case.next_step, case.base) == (CaseStatus.DECISION, NextStep.DECIDE, "")
    assert case.awaits_decision
    assert screening.decisions.get().status == DecisionStatus.REPLACED
    event = case.events.get(kind=ScreeningEvent.PROPOSAL_OVERTAKEN)
    assert event.words == "Risiko tinggi. Usulan: Balai/Sentra."


def test_the_same_base_stays_decided():
    screening = decided()

    corrected(screening, MODERATE)

    case = Case.objects.get()
    assert (case.status, case.base, case.awaits_decision) == ("placement", "institution", False)


def test_while_a_request_is_under_way_it_is_somebodys_work():
    screening = decided()
    asked(screening)

    corrected(screening, HIGH)

    case = Case.objects.get()
    assert (case.status, case.awaits_decision) == (CaseStatus.PLACEMENT, True)
    assert case.shown_risk == "high"
    assert work(case).get().explanation.startswith("Risiko tinggi. Usulan: Balai/Sentra.")


def test_when_the_request_is_withdrawn_it_is_decided_anew():
    screening = decided()
    placement = asked(screening)
    corrected(screening, HIGH)

    withdraw_placement(placement=placement, note="", actor=people.ani(), at=LATER)

    case = Case.objects.get()
    assert case.status == CaseStatus.DECISION
    assert not work(case).exists()


def test_when_care_begins_all_the_same_a_step_is_proposed_at_once():
    screening = decided()
    placement = asked(screening)
    accept_placement(placement=placement, note="", worker=None, actor=people.dewi(), at=AT)
    corrected(screening, HIGH)

    start_placement(
        placement=Placement.objects.get(),
        starts_on=localdate(LATER),
        planned_end_on=None,
        actor=people.ani(),
        at=LATER + timedelta(hours=1),
    )

    case = Case.objects.get()
    assert case.awaits_decision
    assert case.tasks.filter(kind=ScreeningTask.STEP, status=TaskStatus.OPEN).exists()


def test_what_is_lighter_is_decided_anew_too():
    screening = decided()

    corrected(screening, LOW)

    assert Case.objects.get().status == CaseStatus.DECISION
