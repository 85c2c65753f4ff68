import pytest

from clients.enums import CaseStatus, NextStep
from clients.models import Consent
from common.errors import DomainError
from screening.enums import ScreeningEvent
from screening.models import Screening
from screening.services.drafts import start_screening
from tests import people
from tests.clients.factories import CaseFactory
from tests.screening.factories import AT, ScreeningFactory, consenting_case


pytestmark = pytest.mark.django_db


def test_starting_moves_the_case_to_screening_and_leaves_one_event():
    case = consenting_case()

    start_screening(case=case, actor=people.ani(), at=AT)

    case.refresh_from_db()
    assert case.status == CaseStatus.SCREENING
    assert case.next_step == NextStep.FINISH_SCREENING
    assert str(case.next_due_on) == "2026-06-03"
    assert [event.kind for event in case.events.all()] == [ScreeningEvent.SCREENING_STARTED]


def test_starting_after_a_medical_referral_begins_a_new_interview():
    case = consenting_case(status=CaseStatus.MEDICAL_FIRST)

    started = start_screening(case=case, actor=people.ani(), at=AT)

    assert (started.is_draft, started.answers, started.version) == (True, {}, "3.1")


def test_starting_twice_joins_the_draft_under_way():
    case = consenting_case()
    first = start_screening(case=case, actor=people.ani(), at=AT)

    second = start_screening(case=case, actor=people.budi(), at=AT)

    assert second == first
    assert case.events.count() == 1


def test_without_consent_no_interview_starts():
    case = CaseFactory()

    with pytest.raises(DomainError) as refused:
        start_screening(case=case, actor=people.ani(), at=AT)

    assert refused.value.code == "no_consent"
    assert not Screening.objects.exists()


def test_a_withdrawn_consent_is_no_consent():
    case = consenting_case()
    Consent.objects.update(withdrawn_at=AT)

    with pytest.raises(DomainError) as refused:
        start_screening(case=case, actor=people.ani(), at=AT)

    assert refused.value.code == "no_consent"


@pytest.mark.parametrize("trait", ["decided", "to_place", "closed"])
def test_a_case_further_on_is_not_screened_again(trait):
    case = consenting_case(**{trait: True})

    with pytest.raises(DomainError) as refused:
        start_screening(case=case, actor=people.ani(), at=AT)

    assert refused.value.code == "wrong_status"


def test_a_draft_left_in_a_closed_case_is_not_joined():
    case = consenting_case(closed=True)
    ScreeningFactory(case=case)

    with pytest.raises(DomainError):
        start_screening(case=case, actor=people.ani(), at=AT)
