import pytest

from clients.enums import CaseStatus, NextStep
from common.errors import DomainError
from screening.decision.services.deciding import Answer
from screening.enums import ScreeningEvent
from screening.models import RoutingDecision
from tests import people
from tests.care.papers import decide
from tests.clients.factories import ConsentFactory
from tests.screening.factories import AT, finished


pytestmark = pytest.mark.django_db

REASON = "Klien meminta dekat dengan anaknya yang masih kecil."


def settle(screening, *answer):
    return decide(screening=screening, answer=Answer(*answer), actor=people.budi(), at=AT)


def test_accepting_moves_the_case_to_placement_by_its_risk():
    screening = finished()

    settle(screening, "balai")

    case = screening.case
    case.refresh_from_db()
    assert (case.status, case.base) == (CaseStatus.PLACEMENT, "balai")
    assert (case.next_step, str(case.next_due_on)) == (NextStep.REQUEST_PLACEMENT, "2026-06-03")


def test_nothing_is_decided_once_consent_was_taken_back():
    screening = finished()
    ConsentFactory(client=screening.case.client, withdrawn_at=AT)

    with pytest.raises(DomainError) as refused:
        settle(screening, "balai")

    assert refused.value.code == "no_consent"


def test_the_decision_names_who_decided_and_leaves_one_event():
    screening = finished()

    decision = settle(screening, "balai")

    assert (decision.decided_by, decision.is_override) == (people.budi(), False)
    assert screening.case.events.filter(kind=ScreeningEvent.DECIDED).count() == 1


def test_a_code_beside_an_accepted_proposal_is_not_kept():
    decision = settle(finished(), "balai", "distance", "")

    assert decision.override_code == ""


def test_an_override_keeps_its_code_and_reason():
    decision = settle(finished(), "institution", "child_care", REASON)

    assert (decision.base, decision.proposed_base) == ("institution", "balai")
    assert (decision.override_code, decision.reason) == ("child_care", REASON)


@pytest.mark.parametrize(
    ("answer", "field"),
    [
        (("institution", "", REASON), "override_code"),
        (("institution", "whim", REASON), "override_code"),
        (("institution", "child_care", ""), "reason"),
        (("institution", "child_care", "terlalu pendek     "), "reason"),
        (("castle", "child_care", REASON), "base"),
    ],
)
def test_an_override_without_code_or_reason_is_refused_and_nothing_is_written(answer, field):
    screening = finished()

    with pytest.raises(DomainError) as refused:
        settle(screening, *answer)

    screening.case.refresh_from_db()
    assert refused.value.field == field
    assert screening.case.status == CaseStatus.DECISION
    assert not RoutingDecision.objects.exists()


def test_deciding_twice_tells_the_second_person_where_the_case_is():
    screening = finished()
    settle(screening, "balai")

    with pytest.raises(DomainError) as refused:
        settle(screening, "family", "client_choice", REASON)

    assert refused.value.code == "wrong_status"
    assert RoutingDecision.objects.get().base == "balai"
