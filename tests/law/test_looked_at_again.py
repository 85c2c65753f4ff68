"""A rule that was checked against the law at the door is checked when the register changes."""

import datetime as dt

import pytest

from clients.enums import LegalStatus, TaskStatus
from clients.models import CaseTask
from clients.services.case_tasks import finish_task
from common.errors import DomainError
from law.facts import OfficerFacts, StageFacts
from law.services.stages import record_officer, record_stage
from screening.decision.services.deciding import Answer, decide
from screening.engine import Proposal
from screening.services.corrections import start_correction
from screening.services.endings import finish_screening
from tests import people
from tests.care.papers import with_assessment
from tests.clients.factories import CaseFactory, ConsentFactory
from tests.law.factories import OrderFactory
from tests.screening.routing_factories import moderate


pytestmark = pytest.mark.django_db
AT = dt.datetime(2026, 9, 1, 3, tzinfo=dt.UTC)


def arrested(case):
    facts = StageFacts(LegalStatus.POLICE, AT.date())
    record_stage(case=case, facts=facts, actor=people.ani(), at=AT)


def to_look_at(case):
    return CaseTask.objects.filter(case=case, kind="law_changed", status=TaskStatus.OPEN)


@pytest.mark.parametrize("trait", ["decided", "to_place", "in_service"])
def test_a_change_of_the_register_asks_the_lead_to_look_at_the_proposal_again(trait):
    case = CaseFactory(**{trait: True})

    arrested(case)

    task = to_look_at(case).get()
    assert (task.owner, task.due_on) == (case.lead_worker, AT.date() + dt.timedelta(days=1))


def test_before_there_is_a_proposal_nobody_is_asked():
    case = CaseFactory(screening=True)

    arrested(case)

    assert not to_look_at(case).exists()


def test_however_often_the_register_changes_one_task_is_open():
    case = CaseFactory(decided=True)

    arrested(case)
    arrested(case)

    assert to_look_at(case).count() == 1


def test_an_officer_of_the_bapas_changes_no_proposal():
    case = CaseFactory(decided=True)

    record_officer(case=case, facts=OfficerFacts("Bapas", "Rudi"), actor=people.ani(), at=AT)

    assert not to_look_at(case).exists()


def test_nobody_decides_on_a_proposal_that_the_register_has_overtaken():
    screening = moderate()
    arrested(screening.case)

    with pytest.raises(DomainError) as refused:
        settled(screening)

    assert refused.value.code == "law_changed"


def test_whoever_has_looked_and_says_why_may_decide():
    screening = moderate()
    with_assessment(screening.case)
    arrested(screening.case)
    finish_task(
        task=to_look_at(screening.case).get(),
        outcome="Penyidik setuju.",
        actor=people.ani(),
        at=AT,
    )

    assert settled(screening).base == screening.proposed_base


def test_a_corrected_screening_follows_the_register():
    screening = moderate()
    case = screening.case
    ConsentFactory(client=case.client)
    arrested(case)
    OrderFactory(case=case, ordered_base="balai")

    draft = start_correction(
        screening=screening, reason="Register hukum berubah.", actor=people.ani(), at=AT
    )
    again = finish_screening(screening=draft, actor=people.ani(), at=AT)

    assert Proposal.from_dict(again.proposal).base == "balai"
    assert not to_look_at(case).exists()


def settled(screening):
    answer = Answer(screening.proposed_base, reason="Sesuai.")
    return decide(screening=screening, answer=answer, actor=people.ani(), at=AT)
