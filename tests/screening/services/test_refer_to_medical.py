import pytest

from clients.enums import CaseStatus, NextStep
from common.errors import DomainError
from screening.engine import Proposal
from screening.enums import ScreeningEvent
from screening.services.endings import refer_to_medical
from tests import people
from tests.screening.factories import AT, ScreeningFactory


pytestmark = pytest.mark.django_db


def refer(screening, **more):
    return refer_to_medical(screening=screening, actor=people.ani(), at=AT, **more)


def test_a_red_flag_sends_the_case_to_medical_care_with_triage_in_three_days():
    screening = refer(ScreeningFactory(red_flags={"overdose": True}))

    case = screening.case
    assert (case.status, case.next_step) == (CaseStatus.MEDICAL_FIRST, NextStep.RETRIAGE)
    assert str(case.next_due_on) == "2026-06-05"


def test_the_interview_ends_with_advice_but_without_a_base():
    screening = refer(ScreeningFactory(red_flags={"overdose": True}))

    screening.refresh_from_db()
    proposal = Proposal.from_dict(screening.proposal)
    assert (proposal.state, proposal.base) == ("medical_first", None)
    assert screening.is_medical_referral
    assert screening.result is None


def test_the_referral_leaves_one_event_that_names_the_signs_and_the_note():
    screening = refer(ScreeningFactory(red_flags={"overdose": True}), note="Ke RSUD, diantar ibu.")

    event = screening.case.events.get()
    assert event.kind == ScreeningEvent.MEDICAL_FIRST
    assert (event.title, event.note) == ("dugaan overdosis", "Ke RSUD, diantar ibu.")


def test_without_a_red_flag_there_is_nothing_to_refer():
    with pytest.raises(DomainError) as refused:
        refer(ScreeningFactory(safe=True))

    assert refused.value.code == "no_red_flag"


def test_referring_twice_is_refused():
    screening = ScreeningFactory(red_flags={"overdose": True})
    refer(screening)

    with pytest.raises(DomainError) as refused:
        refer(screening)

    assert refused.value.code == "not_a_draft"
