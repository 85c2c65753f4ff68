"""What is no move of a workflow is told by a kind of its own too: what begins, is given, is changed."""

import datetime as dt

import pytest

from care.aftercare.facts import (
    Asking,
    DeathFacts,
    GuidedContact,
    Programme,
    Sentence,
    Summary,
)
from care.aftercare.services.dying import record_death
from care.aftercare.services.following_up import Contact, record_contact
from care.aftercare.services.guiding import (
    end_guidance,
    record_guided_contact,
    start_guidance,
)
from care.aftercare.services.handing_over import ask_handover
from care.aftercare.services.imprisoning import record_imprisonment, release
from care.aftercare.services.planning import plan_aftercare
from care.aftercare.services.relapsing import name_relapse
from care.delivery.facts import StepFacts
from care.delivery.services.grouping import admit_member, move_member, release_member
from care.ending.facts import Advice
from care.ending.services.advising import give_advice
from care.enums import Channel, ContactOutcome, GroupExit, Level, Phase, TransferReason
from care.event_kinds import CareEvent as C
from care.placement.services.receivers import Receiver
from care.placement.services.starting import review_placement
from care.plan.facts import Staying
from care.transfer.services.asking import Handover, propose_transfer
from care.transfer.services.supporting import Support, ask_support, give_support_task
from care.waiting.services import change_interim
from clients.models import CaseEvent
from partners.enums import CareBase
from tests import people
from tests.care.aftercare.life_factories import GuidanceFactory, ImprisonmentFactory
from tests.care.delivery_factories import CareGroupFactory, MembershipFactory
from tests.care.factories import FollowUpFactory, PlacementFactory
from tests.care.moves import AT, TODAY, WHY, by
from tests.care.plan_factories import AftercarePlanFactory
from tests.care.transfer_factories import SupportingBaseFactory
from tests.care.waiting_factories import WaitingEntryFactory
from tests.clients.factories import CaseFactory, FamilyContactFactory


pytestmark = pytest.mark.django_db
LATER = TODAY + dt.timedelta(days=30)


def family_of(case):
    return Receiver(CareBase.FAMILY, None, FamilyContactFactory(client=case.client))


def transfer_home():
    case = PlacementFactory(active=True).case
    handover = Handover(TransferReason.STEP_DOWN, TODAY, WHY)
    propose_transfer(case=case, receiver=family_of(case), handover=handover, **by())


def support_at_home():
    case = PlacementFactory(active=True).case
    support = Support(duty=WHY, from_on=TODAY, until_on=LATER)
    ask_support(case=case, receiver=family_of(case), support=support, **by())


def support_task():
    support = SupportingBaseFactory(agreed=True)
    give_support_task(support=support, detail=WHY, due_on=LATER, **by())


def interim():
    facts = {"interim_services": ("K4",), "interim_provider": "LKS"}
    change_interim(entry=WaitingEntryFactory(), **facts, **by())


def review():
    stay = PlacementFactory(active=True)
    review_placement(placement=stay, note=WHY, next_review_on=LATER, **by())


def aftercare(case):
    staying = Staying(people.ani(), TODAY, "Sulit tidur.", "Ibu")
    plan_aftercare(case=case, staying=staying, **by())


def contact(outcome):
    row = FollowUpFactory(due_on=dt.date(2026, 10, 13))
    at = AT.replace(month=10, day=14)
    told = Contact(at.date(), Channel.PHONE, outcome, WHY)
    record_contact(follow_up=row, contact=told, actor=people.ani(), at=at)


def relapsing():
    case = CaseFactory(in_aftercare=True)
    name_relapse(case=case, on=case.service_started_on, words=WHY, **by())


def handing_over():
    asking = Asking(people.kenanga(), TODAY, "signed", WHY)
    case = CaseFactory(in_aftercare=True)
    ask_handover(case=case, asking=asking, **by())


def imprisoning():
    case = CaseFactory(in_aftercare=True)
    record_imprisonment(case=case, sentence=Sentence(TODAY, "Lapas"), **by())


def releasing():
    row = ImprisonmentFactory(began_on=TODAY)
    release(imprisonment=row, on=TODAY, **by())


def advising():
    case = CaseFactory(in_service=True)
    give_advice(case=case, advice=Advice(TODAY, "both", "handed_out"), **by())


def guiding():
    case = CaseFactory(in_aftercare=True, service_ended_on=TODAY)
    start_guidance(case=case, programme=Programme(TODAY, LATER, WHY), **by())


def guided_contact():
    row = GuidanceFactory(starts_on=TODAY)
    told = GuidedContact(TODAY, "family", WHY)
    record_guided_contact(guidance=row, contact=told, **by())


def end_of_guidance():
    row = GuidanceFactory(starts_on=TODAY)
    end_guidance(guidance=row, summary=Summary(TODAY, "reached", WHY), **by())


def dying():
    case = CaseFactory(closed=True, close_reason="died")
    record_death(case=case, facts=DeathFacts(TODAY, "home", "drugs", "yes"), **by())


def joining():
    case = CaseFactory(in_service=True)
    admit_member(group=CareGroupFactory(), case=case, step=StepFacts(TODAY, WHY), **by())


def rising():
    step = StepFacts(TODAY, WHY, Phase.YOUNGER, Level.ADMISSION)
    move_member(member=MembershipFactory(), step=step, **by())


def leaving():
    release_member(member=MembershipFactory(), on=TODAY, reason=GroupExit.FINISHED, **by())


TOLD = {
    C.TRANSFER_AGREED: transfer_home,
    C.SUPPORT_AGREED: support_at_home,
    C.SUPPORT_TASK: support_task,
    C.INTERIM_CHANGED: interim,
    C.SERVICE_REVIEWED: review,
    C.AFTERCARE_PLANNED: lambda: aftercare(CaseFactory(in_service=True)),
    C.AFTERCARE_CHANGED: lambda: aftercare(AftercarePlanFactory().case),
    C.FOLLOW_UP: lambda: contact(ContactOutcome.WELL),
    C.RELAPSE_NAMED: relapsing,
    C.GUIDANCE_STARTED: guiding,
    C.GUIDANCE_CONTACT: guided_contact,
    C.GUIDANCE_ENDED: end_of_guidance,
    C.HANDOVER_ASKED: handing_over,
    C.IMPRISONED: imprisoning,
    C.RELEASED: releasing,
    C.OVERDOSE_ADVISED: advising,
    C.DEATH_RECORDED: dying,
    C.DIED_AFTERWARDS: lambda: contact(ContactOutcome.DIED),
    C.GROUP_JOINED: joining,
    C.LADDER_MOVED: rising,
    C.GROUP_LEFT: leaving,
}


@pytest.mark.parametrize("kind", TOLD)
def test_it_writes_one_event_of_its_own_kind(kind):
    TOLD[kind]()

    event = CaseEvent.objects.get()
    assert event.kind == kind
    assert event.title
