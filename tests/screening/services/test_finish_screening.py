import pytest

from clients.enums import CaseStatus, NextStep
from common.errors import DomainError
from screening.engine import Proposal, Result
from screening.enums import ScreeningEvent
from screening.services.endings import finish_screening
from tests import people
from tests.clients.factories import CaseFactory, ClientFactory, ConsentFactory
from tests.screening.engine.sheets import LOW, sheet
from tests.screening.factories import AT, CALM, ScreeningFactory, finished


pytestmark = pytest.mark.django_db

TERMS = {"order_by": None, "order_months": 0}


def finish(screening):
    return finish_screening(screening=screening, actor=people.ani(), at=AT)


def test_a_high_score_proposes_a_balai_and_waits_for_a_decision():
    screening = finish(ScreeningFactory(answered=True))

    case = screening.case
    assert (screening.risk, screening.proposed_base) == ("high", "balai")
    assert (case.status, case.risk, case.next_step) == (
        CaseStatus.DECISION,
        "high",
        NextStep.DECIDE,
    )
    assert str(case.next_due_on) == "2026-06-04"
    assert case.base == ""


def test_finishing_leaves_one_event_with_its_outcome():
    screening = finish(ScreeningFactory(answered=True))

    event = screening.case.events.get()
    assert event.kind == ScreeningEvent.SCREENING_FINISHED
    assert event.words == "Risiko tinggi. Usulan: Balai/Sentra."


def test_result_and_proposal_are_frozen_as_the_engine_gave_them():
    screening = finish(ScreeningFactory(answered=True))

    screening.refresh_from_db()
    result, proposal = (
        Result.from_dict(screening.result),
        Proposal.from_dict(screening.proposal),
    )
    assert (result.bands["amphetamine"].score, result.risk) == (31, "high")
    assert (proposal.base, proposal.ruleset) == ("balai", "2026.3")


def a_child(**facts):
    born = AT.date().replace(2012)
    return ScreeningFactory(
        answered=True, case__client__birth_date=born, facts={**CALM, "child_assent": True, **facts}
    )


def codes_of(screening):
    return Proposal.from_dict(finish(screening).proposal).codes


def test_the_age_on_the_day_counts():
    assert "B2_CHILD_UNIT" in codes_of(a_child())


def test_a_child_is_asked_for_assent_before_the_interview_ends():
    screening = a_child()
    del screening.facts["child_assent"]
    screening.save()

    with pytest.raises(DomainError) as refused:
        finish(screening)

    assert refused.value.code == "incomplete"


@pytest.mark.parametrize(("giver", "open_"), [("guardian", False), ("self", True)])
def test_the_consent_of_a_guardian_is_taken_from_the_register(giver, open_):
    screening = a_child()
    ConsentFactory(client=screening.case.client, given_by=giver, guardian_name="Siti")

    assert ("B2_GUARDIAN_OPEN" in codes_of(screening)) is open_


def test_the_same_number_with_an_open_case_elsewhere_is_warned_of():
    mine = ScreeningFactory(answered=True, case__client__with_nik=True)
    there = ClientFactory(registered_by=people.citra(), nik=mine.case.client.nik, with_nik=True)
    CaseFactory(client=there)

    assert "B4_OTHER_CASE" in codes_of(mine)


def test_a_closed_case_elsewhere_is_not_warned_of():
    mine = ScreeningFactory(answered=True, case__client__with_nik=True)
    there = ClientFactory(registered_by=people.citra(), nik=mine.case.client.nik, with_nik=True)
    CaseFactory(client=there, closed=True)

    assert "B4_OTHER_CASE" not in codes_of(mine)


def test_the_same_name_and_birth_date_is_warned_of():
    mine = ScreeningFactory(answered=True, case__client__name="Rian Saputra")
    twin = ClientFactory(name="RIAN SAPUTRA", birth_date=mine.case.client.birth_date)
    CaseFactory(client=twin)

    assert "B4_DUPLICATE" in codes_of(mine)


def test_what_an_order_says_sets_the_length_of_the_programme():
    terms = {"court_order": "balai", "order_by": "tat", "order_months": 9}
    screening = ScreeningFactory(
        answered=True, facts={**CALM, **terms}, case__legal_status="prosecution"
    )

    proposal = Proposal.from_dict(finish(screening).proposal)

    assert (proposal.base, proposal.months) == ("balai", (9, 9))
    assert "B1_TERMS" in proposal.codes


def test_the_legal_status_of_the_case_is_told_to_the_engine():
    screening = ScreeningFactory(answered=True, case__legal_status="police")

    proposal = Proposal.from_dict(finish(screening).proposal)

    assert "B1_LEGAL_PROCESS" in dict(proposal.warnings)


def test_a_court_order_decides_the_proposed_base():
    screening = ScreeningFactory(answered=True, case__legal_status="court_order")
    screening.facts = {**screening.facts, "court_order": "institution", **TERMS}
    screening.save()

    assert finish(screening).proposed_base == "institution"


def test_a_light_score_proposes_the_family():
    screening = ScreeningFactory(answered=True, answers=sheet(cannabis=LOW))

    assert finish(screening).proposed_base == "family"


def test_answers_no_longer_asked_do_not_stand_in_the_way():
    screening = ScreeningFactory(answered=True)
    screening.answers["q1"]["amphetamine"] = False
    screening.save()

    assert finish(screening).answers.keys() == {"q1"}


@pytest.mark.parametrize("part", ["answers", "facts", "red_flags"])
def test_an_incomplete_interview_cannot_be_finished(part):
    screening = ScreeningFactory(answered=True, **{part: {}})

    with pytest.raises(DomainError) as refused:
        finish(screening)

    assert refused.value.code == "incomplete"


def test_a_missing_section_is_named():
    screening = ScreeningFactory(answered=True)
    del screening.answers["q7"]
    screening.save()

    with pytest.raises(DomainError, match="Usaha mengurangi atau berhenti"):
        finish(screening)


def test_an_interview_with_a_red_flag_cannot_end_in_a_proposal():
    screening = ScreeningFactory(answered=True)
    screening.red_flags = {**screening.red_flags, "overdose": True}
    screening.save()

    with pytest.raises(DomainError) as refused:
        finish(screening)

    assert refused.value.code == "red_flag"


def test_finishing_twice_is_refused():
    screening = finished()

    with pytest.raises(DomainError) as refused:
        finish(screening)

    assert refused.value.code == "not_a_draft"
    assert screening.case.events.count() == 1
