"""What has happened to a client at each stage of the matrix's country, and whom each relation asks."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.utils import timezone

from accounts.models import User
from care.models import (
    CareGroup,
    FollowUpContact,
    GroupSession,
)
from clients.models import Case, Client, Share, VitalInterest
from files.enums import FileKind
from files.inspection.content import Upload
from partners.enums import CareBase, InstitutionKind
from partners.models import Institution
from screening.models import RoutingDecision, SecondAssessment, UrgentStep
from tests import people
from tests.care.aftercare.life_factories import (
    AftercareHandoverFactory,
    DeathFactory,
    GuidanceContactFactory,
    GuidanceFactory,
    ImprisonmentFactory,
    OverdoseAdviceFactory,
)
from tests.care.aftercare.relapse_factories import RelapseFactory
from tests.care.delivery_factories import (
    AidFactory,
    AttendanceFactory,
    CareGroupFactory,
    DeliveryFactory,
    GroupSessionFactory,
    HomeVisitFactory,
    LadderStepFactory,
    MembershipFactory,
    TrainingFactory,
)
from tests.care.factories import FollowUpFactory, LocatorEntryFactory, PlacementFactory
from tests.care.outcome_factories import begun, filled
from tests.care.papers import URGENT, with_assessment, with_papers
from tests.care.transfer_factories import SupportingBaseFactory, TransferFactory
from tests.care.waiting_factories import WaitingEntryFactory
from tests.clients.factories import (
    CaseFactory,
)
from tests.law.factories import (
    ExtensionFactory,
    OfficerFactory,
    OrderFactory,
    StageFactory,
)
from tests.matrix import planned
from tests.partners.factories import InstitutionFactory
from tests.safety import factories as dangers
from tests.screening import assessment_factories as assessments
from tests.screening.factories import NO_DANGER, ScreeningFactory, finished
from tests.screening.review_factories import rescreened
from tests.screening.routing_factories import approved, asked_for_approval, assessed, low


TODAY = timezone.localdate()
YESTERDAY = TODAY - timedelta(days=1)
OPENED_LONG_AGO = TODAY - timedelta(days=40)


def _receiver() -> Institution:
    found = Institution.objects.filter(name="Sentra Anggrek").first()
    return found or InstitutionFactory(
        name="Sentra Anggrek",
        kind=InstitutionKind.BALAI,
        capacity=100,  # for everybody who is on the way to it
        with_agreement=True,
    )


# Who is asked to take the client in.
RECEIVERS: dict[str, Callable[[], Institution]] = {
    "own": people.kenanga,
    "shared": people.melati,
    "expired": _receiver,
    "other": _receiver,
    "emergency": _receiver,
}


def _case(client: Client, **facts: Any) -> Case:
    usual = {"next_due_on": YESTERDAY, "opened_on": OPENED_LONG_AGO}
    return CaseFactory(client=client, **({**usual, **facts}))


def _placed(client: Client, relation: str, case: Case, **traits: Any) -> dict[str, Any]:
    shared = relation == "own"
    row = PlacementFactory(
        case=case,
        institution=RECEIVERS[relation](),
        shared=shared,
        answer_due_on=YESTERDAY,
        **traits,
    )
    Case.objects.filter(pk=case.pk).update(care_institution=row.institution)
    return {"case": case, "placement": row}


def _intake(client: Client, _relation: str) -> dict[str, Any]:
    return {"case": _case(client)}


def _draft(client: Client, _relation: str) -> dict[str, Any]:
    case = _case(client, screening=True)
    return {"case": case, "screening": ScreeningFactory(case=case, answered=True)}


def _danger(client: Client, _relation: str) -> dict[str, Any]:
    case = _case(client, screening=True)
    flags = {**NO_DANGER, next(iter(NO_DANGER)): True}
    return {"case": case, "screening": ScreeningFactory(case=case, red_flags=flags)}


def _screened(client: Client, _relation: str) -> dict[str, Any]:
    row = finished(case=_case(client, screening=True))
    return {"case": row.case, "screening": row}


def _decided(client: Client, relation: str) -> dict[str, Any]:
    made = _screened(client, relation)
    with_assessment(made["case"])
    return made


def _far_apart(client: Client, _relation: str) -> dict[str, Any]:
    row = low(case=_case(client, screening=True))
    assessed(row, tools={"dast10": "high"})
    return {"case": row.case, "screening": row}


def _asked(client: Client, _relation: str) -> dict[str, Any]:
    row = asked_for_approval(case=_case(client, screening=True))
    SecondAssessment.objects.create(
        screening=row.screening,
        risk="high",
        assessed_by=people.budi(),
        assessed_at=timezone.now(),
    )
    return {"case": row.screening.case, "screening": row.screening, "decision": row}


def _approved(client: Client, _relation: str) -> dict[str, Any]:
    row = approved(case=_case(client, screening=True))
    return {"case": row.screening.case, "screening": row.screening, "decision": row}


def _routed(client: Client, _relation: str) -> dict[str, Any]:
    row = finished(case=_case(client, screening=True))
    RoutingDecision.objects.create(
        screening=row,
        proposed_base=row.proposed_base,
        base=row.proposed_base,
        reason="Sesuai usulan.",
        decided_by=row.started_by,
        decided_at=timezone.now(),
    )
    Case.objects.filter(pk=row.case_id).update(
        status="placement", base=row.proposed_base, next_step="request_placement"
    )
    return {"case": Case.objects.get(pk=row.case_id), "screening": row}


def _to_place(client: Client, relation: str) -> dict[str, Any]:
    made = _routed(client, relation)
    with_papers(made["case"])
    return {**made, "more": [*made["case"].plans.all()]}


def _assessing(client: Client, relation: str) -> dict[str, Any]:
    made = _routed(client, relation)
    row = assessments.bare(made["case"])
    return {**made, "assessment": assessments.filled(row, srq20={"q17": ["yes"]})}


def _asked_to_sign(client: Client, relation: str) -> dict[str, Any]:
    made = _assessing(client, relation)
    row = made["assessment"]
    row.status, row.submitted_by, row.submitted_at = "submitted", row.started_by, timezone.now()
    row.save()
    return made


def _signed(client: Client, relation: str) -> dict[str, Any]:
    """For the second time, so that there is something to compare with."""
    made = _routed(client, relation)
    for _time in range(2):
        row = assessments.filled(assessments.bare(made["case"]))
        row.status, row.submitted_by, row.submitted_at = "signed", row.started_by, timezone.now()
        row.signed_by, row.signed_at = people.budi(), timezone.now()
        row.save()
    return {**made, "assessment": row}


def _requested(client: Client, relation: str) -> dict[str, Any]:
    made = _placed(client, relation, _case(client, to_place=True))
    return planned.in_the_making(made, approved=True)


def _accepted(client: Client, relation: str) -> dict[str, Any]:
    made = _placed(client, relation, _case(client, to_place=True), accepted=True)
    return planned.in_the_making(made, submitted=True)


def _active(client: Client, relation: str) -> dict[str, Any]:
    return _under_the_law(planned.in_care(_running(client, relation)))


def _under_the_law(made: dict[str, Any]) -> dict[str, Any]:
    case = made["case"]
    stage = StageFactory(case=case, note="Ditahan.")
    order = OrderFactory(case=case, articles="Pasal 127", note="Salinan.", report_due_on=YESTERDAY)
    law = [stage, order, ExtensionFactory(order=order), OfficerFactory(case=case, phone="0251")]
    law += _begun_in_need(case)
    more = [*made.pop("more"), *law]
    return {**made, "legal_stage": stage, "legal_order": order, "more": more}


def _begun_in_need(case: Case) -> list[Any]:
    """Looked after before they could agree, and taken in before their papers were there."""
    now = timezone.now()
    told = {"recorded_by": case.lead_worker, "recorded_at": now, "ended_at": now}
    vital = VitalInterest.objects.create(
        client=case.client, reason="unconscious", words="Pingsan.", **told
    )
    urgent = UrgentStep.objects.create(
        case=case,
        stage="start",
        missing=["assessment"],
        reason=URGENT.reason,
        words=URGENT.words,
        taken_by=case.lead_worker,
        taken_at=timezone.now(),
    )
    return [vital, urgent]


def _ending(client: Client, relation: str) -> dict[str, Any]:
    return planned.at_its_end(_running(client, relation))


def _running(client: Client, relation: str) -> dict[str, Any]:
    end = {"planned_end_on": TODAY + timedelta(days=5)}
    case = _case(client, in_service=True, risk="moderate", base="institution")
    again = rescreened(case, "high", at=timezone.now())  # proposes a step of care
    made = _placed(client, relation, case, active=True, **end)
    return {**made, "screening": again, **_served(made["case"], relation)}


def _moving(client: Client, relation: str, **traits: Any) -> dict[str, Any]:
    """From a third institution: to Sentra Melati where the file is shared with it, else away from everybody here."""
    case = _case(client, in_service=True)
    before = people.kenanga() if relation == "own" else _receiver()
    to = {"own": _receiver, "shared": people.melati}.get(relation, people.harapan)()
    stay = PlacementFactory(
        case=case,
        institution=before,
        shared=relation == "own",
        active=True,
        answer_due_on=YESTERDAY,
    )
    Case.objects.filter(pk=case.pk).update(care_institution=before)
    base = CareBase.BALAI if to.kind == InstitutionKind.BALAI else CareBase.INSTITUTION
    facts = {"base": base, "institution": to, "shared": False, "answer_due_on": YESTERDAY}
    row = TransferFactory(from_placement=stay, **facts, **traits)
    return {"case": case, "placement": stay, "transfer": row}


def _proposed(client: Client, relation: str) -> dict[str, Any]:
    return _moving(client, relation)


def _leaving(client: Client, relation: str) -> dict[str, Any]:
    return _moving(client, relation, accepted=True)


def _travelling(client: Client, relation: str) -> dict[str, Any]:
    return _moving(client, relation, travelling=True)


def _supported(client: Client, relation: str) -> dict[str, Any]:
    made = _moving(client, relation)
    row = SupportingBaseFactory(
        case=made["case"], institution=made["transfer"].institution, shared=False
    )
    return {**made, "support": row}


def _served(case: Case, relation: str) -> dict[str, Any]:
    """Of every kind of service one, with its proof, and a place in the group of the institution that cares."""
    worker = people.ani() if relation in {"own", "shared"} else case.lead_worker
    given = {"case": case, "worker": worker, "held_on": TODAY}
    aid = AidFactory(delivery=DeliveryFactory(kind="aid", **given))
    parts = [
        HomeVisitFactory(delivery=DeliveryFactory(kind="home_visit", **given)),
        TrainingFactory(delivery=DeliveryFactory(kind="training", **given)),
        aid,
    ]
    member = MembershipFactory(case=case, group=group_of(worker), joined_on=OPENED_LONG_AGO)
    step = LadderStepFactory(membership=member)
    there = AttendanceFactory(case=case, session=meeting_of(member.group))
    rows = [*parts, *(part.delivery for part in parts), step, there]
    return {"delivery": aid.delivery, "membership": member, "served": rows}


def group_of(leader: User) -> CareGroup:
    """One for each institution, led by somebody whose name is no secret."""
    found = CareGroup.objects.filter(institution=leader.institution).first()
    known = people.citra() if leader.institution == people.kenanga() else leader
    return found or CareGroupFactory(facilitator=known, started_on=OPENED_LONG_AGO)


def meeting_of(group: CareGroup) -> GroupSession:
    found = group.sessions.first()
    return found or GroupSessionFactory(group=group, held_at=timezone.now() - timedelta(days=1))


def _aftercare(client: Client, relation: str) -> dict[str, Any]:
    last_week = TODAY - timedelta(days=7)
    times = {"service_started_on": OPENED_LONG_AGO, "service_ended_on": last_week}
    case = _case(client, in_aftercare=True, **times)
    stay = {"starts_on": OPENED_LONG_AGO, "ends_on": last_week}
    made = _placed(client, relation, case, ended=True, **stay)
    row = FollowUpFactory(case=case, due_on=TODAY)
    FollowUpContact.objects.create(
        follow_up=row,
        on=YESTERDAY,
        channel="phone",
        outcome="no_answer",
        recorded_by=case.lead_worker,
    )
    sheet, interview = LocatorEntryFactory(case=case), filled(begun(case, asked_on=TODAY))
    relapse = RelapseFactory(case=case, on=last_week)
    beside = {
        "locator": sheet,
        "interview": interview,
        "relapse": relapse,
        "imprisonment": ImprisonmentFactory(case=case, began_on=last_week),
    }
    guidance = GuidanceFactory(case=case, starts_on=last_week)
    advice = OverdoseAdviceFactory(case=case, words="Dijelaskan.")
    more = [advice, guidance, GuidanceContactFactory(guidance=guidance)]
    return {**made, "follow_up": row, **beside, "guidance": guidance, "more": more}


def _handed(client: Client, relation: str) -> dict[str, Any]:
    """After care, and another institution has been asked to go on with it."""
    made = _aftercare(client, relation)
    to = HANDED_TO[relation]()
    row = AftercareHandoverFactory(case=made["case"], institution=to, shared=False)
    return {**made, "handover": row}


# To Sentra Melati where the file is shared with it, else to somebody else.
HANDED_TO: dict[str, Callable[[], Institution]] = {
    "own": people.kenanga,
    "shared": people.melati,
    "expired": people.harapan,
    "other": people.harapan,
    "emergency": people.harapan,
}


def _closed(client: Client, _relation: str) -> dict[str, Any]:
    case = _case(client, closed=True, next_due_on=None, close_reason="died")
    return {"case": case, "more": [DeathFactory(case=case)]}


def _declined(client: Client, relation: str) -> dict[str, Any]:
    """A request that came to nothing; whoever declined it sees it no more."""
    reason = {"status": "declined", "decline_reason": "full"}
    case = with_papers(_case(client, to_place=True))
    made = _placed(client, relation, case, **reason)
    Case.objects.filter(pk=made["case"].pk).update(care_institution=None)
    Share.objects.filter(client=client).delete()
    return made


def _waiting(client: Client, relation: str) -> dict[str, Any]:
    case = _case(client, to_place=True)
    return {
        "case": case,
        "entry": WaitingEntryFactory(case=case, institution=RECEIVERS[relation]()),
    }


def _referred(client: Client, _relation: str) -> dict[str, Any]:
    """To a clinician whose word is awaited; and somebody is in danger at home."""
    case = _case(client, screening=True)
    screening = ScreeningFactory(case=case, red_flags={**NO_DANGER, "overdose": True})
    sent = dangers.referred(case, at=timezone.now() - timedelta(hours=2))
    case.refresh_from_db()
    concern = dangers.acted_on(dangers.raised(case), actor=case.lead_worker)
    steps = list(concern.steps.all())
    return {
        "case": case,
        "screening": screening,
        "referral": sent,
        "concern": concern,
        "served": steps,
    }


def _heard(client: Client, relation: str) -> dict[str, Any]:
    made = _referred(client, relation)
    paper = Upload(b"%PDF-1.7 surat", FileKind.PDF)
    told = dangers.heard(made["referral"], file=paper)
    made["case"].refresh_from_db()
    return {**made, "served": [*made["served"], told]}


STAGES: dict[str, Callable[[Client, str], dict[str, Any]]] = {
    "intake": _intake,
    "draft": _draft,
    "danger": _danger,
    "screened": _screened,
    "decided": _decided,
    "far_apart": _far_apart,
    "asked": _asked,
    "approved": _approved,
    "to_place": _to_place,
    "assessing": _assessing,
    "asked_to_sign": _asked_to_sign,
    "signed": _signed,
    "requested": _requested,
    "accepted": _accepted,
    "active": _active,
    "proposed": _proposed,
    "leaving": _leaving,
    "travelling": _travelling,
    "supported": _supported,
    "aftercare": _aftercare,
    "handed": _handed,
    "closed": _closed,
}


# Come last, so that those before them keep their numbers.
LATER: dict[str, Callable[[Client, str], dict[str, Any]]] = {
    "ending": _ending,
    "declined": _declined,
    "waiting": _waiting,
    "referred": _referred,
    "heard": _heard,
}
