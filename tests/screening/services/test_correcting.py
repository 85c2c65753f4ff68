from datetime import timedelta

import pytest

from clients.enums import CaseStatus, NextStep
from common.errors import DomainError
from safety.facts import Sending
from screening.danger import waiting
from screening.enums import ScreeningEvent
from screening.models import Screening
from screening.proposals import newest_proposal
from screening.services.corrections import start_correction
from screening.services.endings import finish_screening, refer_to_medical
from tests import people
from tests.clients.factories import ConsentFactory
from tests.safety.factories import heard
from tests.screening.factories import AT, NO_DANGER, ScreeningFactory, finished
from tests.screening.review_factories import answered, in_care, rescreened


pytestmark = pytest.mark.django_db

WHY = "Jawaban tentang sabu tertukar dengan kanabis."
LATER = AT + timedelta(hours=2)


def agreed(**facts):
    screening = finished(**facts)
    ConsentFactory(client=screening.case.client)
    return screening


def correct(screening, reason=WHY):
    return start_correction(screening=screening, reason=reason, actor=people.ani(), at=LATER)


def corrected(screening, level):
    draft = answered(correct(screening), level)
    return finish_screening(screening=draft, actor=people.ani(), at=LATER)


def test_a_correction_is_a_new_draft_that_names_the_old():
    old = agreed()

    draft = correct(old)

    assert (draft.is_draft, draft.corrects, draft.correction_reason) == (True, old, WHY)
    assert (draft.answers, draft.facts, draft.red_flags) == (
        old.answers,
        old.facts,
        old.red_flags,
    )


def test_the_old_one_stands_until_the_correction_is_finished():
    old = agreed()
    correct(old)

    assert newest_proposal(old.case).screening == old


def test_the_old_one_never_changes():
    old = agreed()
    before = Screening.objects.filter(pk=old.pk).values().get()

    corrected(old, "low")

    assert Screening.objects.filter(pk=old.pk).values().get() == before


def test_a_finished_correction_counts_for_the_decision():
    old = agreed()

    new = corrected(old, "low")

    case = new.case
    case.refresh_from_db()
    assert newest_proposal(case).screening == new
    assert (case.status, case.risk, case.next_step) == (
        CaseStatus.DECISION,
        new.risk,
        NextStep.DECIDE,
    )
    assert Screening.objects.get(pk=old.pk).replaced_by == new


def test_each_half_leaves_one_event():
    old = agreed()
    before = old.case.events.count()

    corrected(old, "low")

    kinds = [event.kind for event in old.case.events.order_by("pk")[before:]]
    assert kinds == [ScreeningEvent.CORRECTION_STARTED, ScreeningEvent.SCREENING_CORRECTED]


def test_correcting_twice_joins_the_draft_under_way():
    old = agreed()

    assert correct(old) == correct(old)


@pytest.mark.parametrize("reason", ["", "   ", "salah"])
def test_a_correction_says_what_was_wrong(reason):
    with pytest.raises(DomainError) as refused:
        correct(agreed(), reason)

    assert refused.value.code == "no_reason"


def test_only_the_last_one_is_corrected():
    case = in_care()
    first = rescreened(case, "moderate", at=AT - timedelta(days=9))
    rescreened(case, "moderate")

    with pytest.raises(DomainError) as refused:
        correct(first)

    assert refused.value.code == "not_correctable"


def test_a_draft_is_not_corrected():
    with pytest.raises(DomainError):
        correct(ScreeningFactory(answered=True))


def test_a_screening_of_a_closed_case_is_not_corrected():
    old = agreed()
    old.case.status, old.case.close_reason = CaseStatus.CLOSED, "withdrew"
    old.case.closed_on, old.case.next_step, old.case.next_due_on = AT.date(), "", None
    old.case.save()

    with pytest.raises(DomainError):
        correct(old)


def test_a_correction_of_a_correction_stands_last():
    first = agreed()
    second = corrected(first, "low")

    third = corrected(second, "moderate")

    assert list(first.case.screenings.standing()) == [third]


def test_a_red_flag_found_in_a_correction_comes_before_the_decision():
    draft = correct(agreed())
    draft.red_flags = {**NO_DANGER, "overdose": True}
    draft.save()

    referral = refer_to_medical(screening=draft, sending=Sending(), actor=people.ani(), at=LATER)

    draft.case.refresh_from_db()
    assert draft.case.status == CaseStatus.MEDICAL_FIRST
    assert draft.case.next_step == NextStep.RETRIAGE

    heard(referral, found_on=LATER.date())
    draft.case.refresh_from_db()
    assert draft.case.status == CaseStatus.DECISION
    assert draft.may_go_on


def test_signs_that_a_clinician_looked_at_are_not_referred_again_in_a_correction():
    draft = ScreeningFactory(answered=True, red_flags={**NO_DANGER, "overdose": True})
    heard(refer_to_medical(screening=draft, sending=Sending(), actor=people.ani(), at=AT))
    first = finish_screening(
        screening=Screening.objects.get(), actor=people.ani(), at=AT + timedelta(days=1)
    )
    ConsentFactory(client=first.case.client)

    assert not waiting(correct(first))


def test_a_correction_in_care_proposes_its_own_step():
    case = in_care("low", "family")
    old = rescreened(case, "high")

    new = corrected(old, "low")

    assert old.proposed_change.__class__.objects.get(screening=old).status == "lapsed"
    assert new.proposed_change is None
