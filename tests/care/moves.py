"""Every move of every workflow, done by the service that does it, from each status it may start in."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from care.aftercare.facts import SafetyPlan
from care.aftercare.services.following_up import Contact, record_unplanned
from care.aftercare.services.handing_over import (
    accept_handover,
    decline_handover,
    withdraw_handover,
)
from care.aftercare.services.interviewing import finish_interview
from care.aftercare.services.relapsing import (
    begin_again,
    plan_safety,
    settle_relapse,
)
from care.ending import gate
from care.ending.services.terminating import (
    approve_termination,
    ask_termination,
    cancel_termination,
    finish_termination,
    prepare_termination,
    return_termination,
    waive_item,
)
from care.enums import (
    AgreedBy,
    AgreedHow,
    Channel,
    ContactOutcome,
    DeclineReason,
    EndReason,
    GateItem,
    PlacementStatus,
    PlanStatus,
    QueueExit,
    SupportStatus,
    TerminationStatus,
    TransferStatus,
    WaitingStatus,
)
from care.models import Placement, ServicePlan, Termination
from care.placement.services.answering import (
    accept_placement,
    decline_placement,
    withdraw_placement,
)
from care.placement.services.overdue import lapse_request, release_place
from care.placement.services.stays import Ending
from care.plan.facts import Agreement
from care.plan.services.drafting import agree_plan, approve_plan, return_plan, submit_plan
from care.transfer.services.asking import accept_transfer, decline_transfer, withdraw_transfer
from care.transfer.services.journey import Departure, confirm_arrival, depart, report_missing
from care.transfer.services.supporting import agree_to_support, decline_support, end_support
from care.waiting.services import leave_queue, offer_place, pass_offer_on
from clients.enums import CaseStatus, CloseReason
from clients.models import CaseEvent
from clients.services.cases import close_case
from safety.facts import Sending
from safety.services.referring import record_result
from screening.assessment.services.signing import (
    return_assessment,
    sign_assessment,
    submit_assessment,
)
from screening.decision.services.approvals import review_override
from screening.decision.services.deciding import Answer
from screening.engine.red_flags import RED_FLAGS
from screening.enums import AssessmentStatus
from screening.models import Screening
from screening.services.corrections import start_correction
from screening.services.drafts import start_screening
from screening.services.endings import finish_screening, refer_to_medical
from tests import people
from tests.care import outcome_factories as outcomes
from tests.care.aftercare.life_factories import AftercareHandoverFactory
from tests.care.aftercare.relapse_factories import RelapseFactory
from tests.care.ending.gate import end_through_gate
from tests.care.factories import STARTED, PlacementFactory
from tests.care.papers import decide, request_placement, start_placement
from tests.care.plan_factories import GateWaiverFactory, TerminationFactory, whole_plan
from tests.care.transfer_factories import DEPARTED, SupportingBaseFactory, TransferFactory
from tests.care.waiting_factories import WaitingEntryFactory
from tests.clients.factories import CaseFactory, ConsentFactory
from tests.safety.factories import found, referred
from tests.screening.assessment_factories import filled, signed, submitted
from tests.screening.factories import NO_DANGER, ScreeningFactory, consenting_case, finished
from tests.screening.routing_factories import approved


AT = dt.datetime(2026, 7, 2, 2, tzinfo=dt.UTC)
TODAY = AT.date()
YESTERDAY = TODAY - dt.timedelta(days=1)
WHY = "Sudah dibicarakan dengan keluarga dan supervisor."
DANGER = {"red_flags": NO_DANGER | {RED_FLAGS[0].code: True}}
Act = Callable[[], object]
Scene = tuple[Any, Act]  # the row that moves, and the service that moves it


def by(person: Callable[[], Any] = people.ani) -> dict[str, Any]:
    return {"actor": person(), "at": AT}


def placement(source: str, act: Callable[..., object], **facts: Any) -> Scene:
    chased = {"escalated_on": STARTED, "falls_on": YESTERDAY}
    made = {
        PlacementStatus.REQUESTED: lambda: PlacementFactory(**chased),
        PlacementStatus.ACCEPTED: lambda: PlacementFactory(accepted=True, **chased),
        PlacementStatus.ACTIVE: lambda: PlacementFactory(active=True),
    }[PlacementStatus(source)]()
    return made, lambda: act(placement=made, **facts)


def transfer(source: str, act: Callable[..., object], **facts: Any) -> Scene:
    made = {
        TransferStatus.PROPOSED: TransferFactory,
        TransferStatus.ACCEPTED: lambda: TransferFactory(accepted=True),
        TransferStatus.TRAVELLING: lambda: TransferFactory(travelling=True),
    }[TransferStatus(source)]()
    return made, lambda: act(transfer=made, **facts)


def support(source: str, act: Callable[..., object], **facts: Any) -> Scene:
    made = SupportingBaseFactory(agreed=source == SupportStatus.AGREED)
    return made, lambda: act(support=made, **facts)


def entry(source: str, act: Callable[..., object], **facts: Any) -> Scene:
    made = WaitingEntryFactory()
    ConsentFactory(client=made.case.client)
    if source == WaitingStatus.OFFERED:
        made = offer_place(entry=made, institution=people.kenanga(), at=AT)
    return made, lambda: act(entry=made, **facts)


def take_up(source: str) -> Scene:
    made, _act = entry(source, leave_queue)
    asked = {"case": made.case, "institution": people.kenanga(), "note": ""}
    return made, lambda: request_placement(**asked, **by())


def plan(source: str, act: Callable[..., object], **facts: Any) -> Scene:
    made = _plan(source)
    return made, lambda: act(plan=made, **facts)


def _plan(source: str, **facts: Any) -> ServicePlan:
    traits = {PlanStatus.DRAFT: {}}.get(PlanStatus(source), {source: True})
    return whole_plan(**traits, **facts)


def agreement() -> Agreement:
    return Agreement(TODAY, AgreedBy.CLIENT, AgreedHow.SIGNED, "", "")


def supersede(source: str) -> Scene:
    old = _plan(source)
    new = whole_plan(case=old.case, number=2, approved=True)
    return old, lambda: agree_plan(plan=new, agreement=agreement(), **by())


def end_plan(source: str) -> Scene:
    stay = PlacementFactory(active=True)
    made = _plan(source, case=stay.case)
    return made, lambda: end(stay)


def end(placement: Placement, reason: str = EndReason.GOALS_MET) -> object:
    return end_through_gate(placement=placement, ending=Ending(TODAY, reason, ""), **by())


def termination(source: str, act: Callable[..., object], **facts: Any) -> Scene:
    reason = facts.pop("because", EndReason.GOALS_MET)
    made = TerminationFactory(on=TODAY, reason=reason, asked=source == TerminationStatus.ASKED)
    for item in gate.required(reason):
        GateWaiverFactory(termination=made, item=item)
    return made, lambda: act(termination=made, **facts)


def prepare(_source: str) -> Scene:
    stay = PlacementFactory(active=True)
    facts = {"placement": stay, "ending": Ending(TODAY, EndReason.GOALS_MET, "")}
    prepare_termination(**facts, **by())
    return Termination.objects.get(), lambda: prepare_termination(**facts, **by())


def relapse(source: str, act: Callable[..., object], **facts: Any) -> Scene:
    made = RelapseFactory(case=consenting_case(in_aftercare=True), planned=source != "named")
    return made, lambda: act(relapse=made, **facts)


def handover(_source: str, act: Callable[..., object], **facts: Any) -> Scene:
    made = AftercareHandoverFactory(case=consenting_case(in_aftercare=True))
    return made, lambda: act(handover=made, **facts)


def settling(source: str) -> Scene:
    made, act = relapse(source, settle_relapse, answer="support", note=WHY, **by())
    held = finished()
    Screening.objects.filter(pk=held.pk).update(case=made.case, started_at=made.named_at)
    CaseEvent.objects.all().delete()
    return made, act


def assessment(source: str, act: Callable[..., object], **facts: Any) -> Scene:
    made = {
        AssessmentStatus.DRAFT: filled,
        AssessmentStatus.SUBMITTED: submitted,
        AssessmentStatus.SIGNED: signed,
    }[AssessmentStatus(source)]()
    return made, lambda: act(assessment=made, **facts)


def start_of_screening(source: str) -> Scene:
    case = consenting_case(status=source)
    return case, lambda: start_screening(case=case, **by())


def referral(source: str) -> Scene:
    if source == CaseStatus.SCREENING:
        draft = ScreeningFactory(**DANGER)
    else:
        old = finished()
        ConsentFactory(client=old.case.client)
        draft = start_correction(screening=old, reason=WHY, **by())
        draft.red_flags = DANGER["red_flags"]
        draft.save()
    return draft.case, lambda: refer_to_medical(screening=draft, sending=Sending(), **by())


def clinicians_word(_source: str, **case: Any) -> Scene:
    sent = referred(CaseFactory(**case))
    return sent.case, lambda: record_result(referral=sent, found=found(), **by())


def proposal(_source: str) -> Scene:
    draft = ScreeningFactory(answered=True)
    return draft.case, lambda: finish_screening(screening=draft, **by())


def decision(_source: str) -> Scene:
    made = finished()
    return made.case, lambda: decide(screening=made, answer=Answer(base="balai"), **by())


def decision_again(_source: str) -> Scene:
    made = approved()
    facts = {"decision": made, "outcome": "again", "note": WHY}
    return made.screening.case, lambda: review_override(**facts, **by(people.budi))


def start_of_service(_source: str) -> Scene:
    stay, act = placement(PlacementStatus.ACCEPTED, start_placement, **BEGINNING, **by())
    return stay.case, act


def end_of_service(_source: str) -> Scene:
    stay = PlacementFactory(active=True)
    return stay.case, lambda: end(stay)


def closing(source: str) -> Scene:
    if source == CaseStatus.IN_SERVICE:
        stay = PlacementFactory(active=True)
        return stay.case, lambda: end(stay, EndReason.DIED)
    case = {
        CaseStatus.DECISION: lambda: CaseFactory(decided=True),
        CaseStatus.PLACEMENT: lambda: CaseFactory(to_place=True),
        CaseStatus.AFTERCARE: lambda: CaseFactory(in_aftercare=True),
    }.get(CaseStatus(source), lambda: CaseFactory(status=source))()
    facts = {"case": case, "reason": CloseReason.MOVED, "note": WHY}
    return case, lambda: close_case(**facts, **by())


def find_again(_source: str) -> Scene:
    case = CaseFactory(
        in_aftercare=True,
        status=CaseStatus.CLOSED,
        closed_on=TODAY,
        close_reason=CloseReason.LOST,
        service_ended_on=TODAY,
    )
    heard = Contact(TODAY, Channel.PHONE, ContactOutcome.NEEDS_HELP, WHY)
    return case, lambda: record_unplanned(case=case, contact=heard, **by())


def interview_done(_source: str) -> Scene:
    interview = outcomes.filled(outcomes.begun(CaseFactory(in_service=True)))
    return interview, lambda: finish_interview(interview=interview, **by())


BEGINNING: dict[str, Any] = {"starts_on": STARTED, "planned_end_on": None}
LEAVING = Departure(TODAY, TODAY, "Ani dan Dewi.")


Scenes = dict[tuple[str, str], Callable[[str], Scene]]


def scenes() -> Scenes:
    """By workflow and verb; people are made inside, so that none is needed before there is a database."""
    return {
        **_of_the_case(),
        **_of_a_place(),
        **_while_waiting_and_beside(),
        **_of_papers(),
        **_after_care(),
    }


def _of_the_case() -> Scenes:
    return {
        ("case", "start_screening"): start_of_screening,
        ("case", "refer_to_medical"): referral,
        ("case", "go_on_screening"): lambda s: clinicians_word(s, screening=True),
        ("case", "go_on_deciding"): lambda s: clinicians_word(s, decided=True),
        ("case", "propose"): proposal,
        ("case", "decide"): decision,
        ("case", "decide_again"): decision_again,
        ("case", "start_service"): start_of_service,
        ("case", "end_service"): end_of_service,
        ("case", "close"): closing,
        ("case", "find"): find_again,
        ("outcome", "finish"): interview_done,
    }  # fmt: skip


def _of_a_place() -> Scenes:
    eko, dewi = people.eko, people.dewi
    note = {"note": WHY}
    return {
        ("placement", "accept"): lambda s: placement(s, accept_placement, worker=None, **note, **by(eko)),
        ("placement", "decline"): lambda s: placement(s, decline_placement, reason=DeclineReason.FULL, **note, **by(eko)),
        ("placement", "withdraw"): lambda s: placement(s, withdraw_placement, **note, **by()),
        ("placement", "start"): lambda s: placement(s, start_placement, **BEGINNING, **by()),
        ("placement", "end"): lambda s: placement(s, end),
        ("placement", "lapse"): lambda s: placement(s, lapse_request, at=AT),
        ("placement", "release"): lambda s: placement(s, release_place, at=AT),
        ("transfer", "accept"): lambda s: transfer(s, accept_transfer, worker=None, **note, **by(dewi)),
        ("transfer", "decline"): lambda s: transfer(s, decline_transfer, reason=DeclineReason.FULL, **note, **by(dewi)),
        ("transfer", "withdraw"): lambda s: transfer(s, withdraw_transfer, **note, **by()),
        ("transfer", "depart"): lambda s: transfer(s, depart, departure=LEAVING, **by()),
        ("transfer", "arrive"): lambda s: transfer(s, confirm_arrival, arrived_on=DEPARTED, **note, **by(dewi)),
        ("transfer", "miss"): lambda s: transfer(s, report_missing, **note, **by(dewi)),
    }  # fmt: skip


def _while_waiting_and_beside() -> Scenes:
    dewi = people.dewi
    note = {"note": WHY}
    return {
        ("waiting", "offer"): lambda s: entry(s, offer_place, institution=people.kenanga(), at=AT),
        ("waiting", "take_up"): take_up,
        ("waiting", "pass_on"): lambda s: entry(s, pass_offer_on, at=AT + dt.timedelta(days=30)),
        ("waiting", "leave"): lambda s: entry(s, leave_queue, reason=QueueExit.REFUSED, **note, **by()),
        ("support", "agree"): lambda s: support(s, agree_to_support, worker=None, **note, **by(dewi)),
        ("support", "decline"): lambda s: support(s, decline_support, **note, **by(dewi)),
        ("support", "end"): lambda s: support(s, end_support, **note, **by()),
    }  # fmt: skip


def _of_papers() -> Scenes:
    budi = people.budi
    note = {"note": WHY}
    return {
        ("assessment", "submit"): lambda s: assessment(s, submit_assessment, **by()),
        ("assessment", "return"): lambda s: assessment(s, return_assessment, **note, **by(budi)),
        ("assessment", "sign"): lambda s: assessment(s, sign_assessment, **by(budi)),
        ("plan", "submit"): lambda s: plan(s, submit_plan, **by()),
        ("plan", "return"): lambda s: plan(s, return_plan, **note, **by(budi)),
        ("plan", "approve"): lambda s: plan(s, approve_plan, **by(budi)),
        ("plan", "agree"): lambda s: plan(s, agree_plan, agreement=agreement(), **by()),
        ("plan", "supersede"): supersede,
        ("plan", "end"): end_plan,
        ("termination", "prepare"): prepare,
        ("termination", "waive"): lambda s: termination(s, waive_item, item=GateItem.GOALS, reason=WHY, **by()),
        ("termination", "ask"): lambda s: termination(s, ask_termination, **by()),
        ("termination", "finish"): lambda s: termination(s, finish_termination, because=EndReason.DIED, **by()),
        ("termination", "return"): lambda s: termination(s, return_termination, **note, **by(budi)),
        ("termination", "approve"): lambda s: termination(s, approve_termination, **by(budi)),
        ("termination", "cancel"): lambda s: termination(s, cancel_termination, **by()),
    }  # fmt: skip


def _after_care() -> Scenes:
    eko = people.eko
    note = {"note": WHY}
    return {
        ("handover", "accept"): lambda s: handover(s, accept_handover, worker=people.citra(), **note, **by(eko)),
        ("handover", "decline"): lambda s: handover(s, decline_handover, **note, **by(eko)),
        ("handover", "withdraw"): lambda s: handover(s, withdraw_handover, **by()),
        ("relapse", "plan"): lambda s: relapse(s, plan_safety, plan=SafetyPlan(WHY, WHY, WHY), **by()),
        ("relapse", "settle"): settling,
        ("relapse", "enter_again"): lambda s: relapse(s, begin_again, **note, **by()),
    }  # fmt: skip
