"""A country in which every relation has a client at every stage, and every text carries its word."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import product
from typing import Any

from django.utils import timezone

from accounts.enums import Role
from accounts.models import ServiceKey, User
from care.models import (
    AftercareHandover,
    CareGroup,
    CaseConference,
    Delivery,
    FollowUp,
    FollowUpContact,
    GroupSession,
    Guidance,
    Imprisonment,
    LocatorEntry,
    Membership,
    OutcomeInterview,
    Placement,
    PlanGoal,
    PlanService,
    Relapse,
    ServicePlan,
    SupportingBase,
    Transfer,
    WaitingEntry,
)
from clients.enums import EventKind, NoteKind
from clients.models import BreakGlass, Case, CaseEvent, CaseTask, Client, FamilyContact, Share
from files.enums import FileKind
from files.inspection.content import Upload
from law.models import Order, Stage
from partners.enums import InstitutionKind
from partners.models import Agreement, Institution
from safety.models import Concern, MedicalReferral
from screening.models import Assessment, RoutingDecision, Screening, SecondAssessment
from tests import people
from tests.accounts.factories import appointed, invited
from tests.api.calling import asked_key, granted_key, key_of
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
    with_proof,
)
from tests.care.factories import FollowUpFactory, LocatorEntryFactory, PlacementFactory
from tests.care.outcome_factories import begun, filled
from tests.care.papers import with_papers
from tests.care.transfer_factories import SupportingBaseFactory, TransferFactory
from tests.care.waiting_factories import WaitingEntryFactory
from tests.clients.factories import (
    BreakGlassFactory,
    CaseFactory,
    ClientFactory,
    ConsentFactory,
    FamilyContactFactory,
    ShareFactory,
)
from tests.clients.task_factories import CaseTaskFactory
from tests.exports.factories import ExportFactory, made as made_export
from tests.law.factories import (
    ExtensionFactory,
    OfficerFactory,
    OrderFactory,
    StageFactory,
    with_paper,
)
from tests.matrix import planned, words
from tests.partners.factories import InstitutionFactory
from tests.reports.factories import ReportFactory, SubmissionFactory, frozen
from tests.safety import factories as dangers
from tests.screening import assessment_factories as assessments
from tests.screening.factories import NO_DANGER, ScreeningFactory, finished
from tests.screening.review_factories import rescreened
from tests.screening.routing_factories import approved, asked_for_approval, assessed, low


TODAY = timezone.localdate()
YESTERDAY = TODAY - timedelta(days=1)
OPENED_LONG_AGO = TODAY - timedelta(days=40)


@dataclass
class Person:
    """One client with everything that hangs on it."""

    relation: str
    stage: str
    number: int
    client: Client
    case: Case
    contact: FamilyContact
    screening: Screening | None = None
    decision: RoutingDecision | None = None
    placement: Placement | None = None
    follow_up: FollowUp | None = None
    locator: LocatorEntry | None = None
    interview: OutcomeInterview | None = None
    emergency: BreakGlass | None = None
    delivery: Delivery | None = None
    membership: Membership | None = None
    task: CaseTask | None = None
    entry: WaitingEntry | None = None
    assessment: Assessment | None = None
    transfer: Transfer | None = None
    support: SupportingBase | None = None
    plan: ServicePlan | None = None
    goal: PlanGoal | None = None
    service: PlanService | None = None
    conference: CaseConference | None = None
    legal_stage: Stage | None = None
    legal_order: Order | None = None
    referral: MedicalReferral | None = None
    concern: Concern | None = None
    relapse: Relapse | None = None
    imprisonment: Imprisonment | None = None
    handover: AftercareHandover | None = None
    guidance: Guidance | None = None
    more: list[Any] = field(default_factory=list)


@dataclass
class World:
    people: dict[tuple[str, str], Person] = field(default_factory=dict)
    actors: dict[str, User] = field(default_factory=dict)
    institutions: dict[str, dict[str, Any]] = field(default_factory=dict)
    key: str = ""

    def of(self, relation: str, stage: str) -> Person:
        return self.people[relation, stage]

    def relation_of(self, client_id: int) -> str | None:
        return self.relations.get(client_id)

    def __post_init__(self) -> None:
        self.relations: dict[int, str] = {}
        self.numbers: dict[int, Client] = {}


def build() -> World:
    world = World()
    world.actors = actors()
    for relation in words.PEOPLE:
        for stage in STAGES:
            _add(world, relation, stage)
    for relation, stage in product(words.PEOPLE, LATER):
        _add(world, relation, stage)
    _break_glasses(world)
    _, world.key = key_of(Role.SUPERVISOR, people.melati())
    world.institutions = {
        "own": _institution(people.melati()),
        "other": _institution(people.kenanga(), told=True),
    }
    return world


def actors() -> dict[str, User]:
    melati, harapan = people.melati(), people.harapan()
    return {
        "worker": people.ani(),
        "colleague": _hired("Hana Rekan", Role.SOCIAL_WORKER, melati),
        "supervisor": people.budi(),
        "manager": _hired("Kartika Manajer", Role.BALAI_MANAGER, melati),
        "ipwl": _hired("Lestari Petugas", Role.IPWL_STAFF, melati),
        "ministry": people.fitri(),
        "auditor": people.gita(),
        "officer": people.hadi(),
        "moved": _hired("Mega Pindah", Role.SOCIAL_WORKER, harapan),
        "disabled": _hired("Nanda Keluar", Role.SUPERVISOR, melati),
    }


def _hired(name: str, role: str, institution: Institution | None) -> User:
    email = f"{name.split(maxsplit=1)[0].lower()}@contoh.id"
    return User.objects.create_user(
        email, people.PASSWORD, name=name, role=role, institution=institution
    )


def _receiver() -> Institution:
    found = Institution.objects.filter(name="Sentra Anggrek").first()
    return found or InstitutionFactory(
        name="Sentra Anggrek", kind=InstitutionKind.BALAI, with_agreement=True
    )


def _owner(relation: str) -> User:
    if relation == "own":
        return people.ani()
    if relation in {"shared", "emergency"}:
        return people.citra()
    email = "staf@contoh.id"
    found = User.objects.filter(email=email).first()
    return found or User.objects.create_user(
        email,
        name=words.STAFF.title(),
        role=Role.SOCIAL_WORKER,
        institution=people.kenanga(),
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


def _decided(client: Client, _relation: str) -> dict[str, Any]:
    row = finished(case=_case(client, screening=True))
    return {"case": row.case, "screening": row}


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


def _to_place(client: Client, _relation: str) -> dict[str, Any]:
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


def _assessing(client: Client, relation: str) -> dict[str, Any]:
    made = _to_place(client, relation)
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
    made = _to_place(client, relation)
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
    more = [*made.pop("more"), *law]
    return {**made, "legal_stage": stage, "legal_order": order, "more": more}


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
    row = TransferFactory(
        from_placement=stay, institution=to, shared=False, answer_due_on=YESTERDAY, **traits
    )
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
    member = MembershipFactory(case=case, group=_group(worker), joined_on=OPENED_LONG_AGO)
    step = LadderStepFactory(membership=member)
    there = AttendanceFactory(case=case, session=_meeting(member.group))
    rows = [*parts, *(part.delivery for part in parts), step, there]
    return {"delivery": aid.delivery, "membership": member, "served": rows}


def _group(leader: User) -> CareGroup:
    """One for each institution, led by somebody whose name is no secret."""
    found = CareGroup.objects.filter(institution=leader.institution).first()
    known = people.citra() if leader.institution == people.kenanga() else leader
    return found or CareGroupFactory(facilitator=known, started_on=OPENED_LONG_AGO)


def _meeting(group: CareGroup) -> GroupSession:
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
        "handover": AftercareHandoverFactory(
            case=case, institution=HANDED_TO[relation](), shared=False
        ),
    }
    guidance = GuidanceFactory(case=case, starts_on=last_week)
    advice = OverdoseAdviceFactory(case=case, words="Dijelaskan.")
    more = [advice, guidance, GuidanceContactFactory(guidance=guidance)]
    return {**made, "follow_up": row, **beside, "guidance": guidance, "more": more}


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


def _add(world: World, relation: str, stage: str) -> None:
    number = len(world.people)
    registered = {
        "registered_by": _owner(relation),
        "registration_number": f"KPN-25-{77000 + number}",
    }
    client = ClientFactory(**registered)
    contact = FamilyContactFactory(client=client)
    consent = ConsentFactory(client=client, guardian_name="Wali")
    made = (STAGES | LATER)[stage](client, relation)
    event = CaseEvent.objects.create(
        case=made["case"],
        kind=EventKind.NOTE,
        facts={"about": NoteKind.CONTACT},
        at=timezone.now(),
        actor=client.registered_by,
    )
    served = made.pop("served", [])
    task = CaseTaskFactory(case=made["case"])
    _relate(world, relation, client, made["case"])
    made["case"].refresh_from_db()
    client.refresh_from_db()
    person = Person(relation, stage, number, client=client, contact=contact, task=task, **made)
    rows = (client, contact, consent, event, *_rows_of(person), *served, *person.more)
    for row in filter(None, rows):
        words.write_in(row, relation, number)
    _write_in_answers_and_papers(person)
    world.people[relation, stage] = person
    world.relations[client.pk] = relation
    world.numbers[number] = client


def _rows_of(person: Person) -> list[Any]:
    """What stands in the person's case, some of it perhaps None."""
    screening = person.screening
    return [
        person.case,
        person.placement,
        screening,
        screening and screening.decision,
        screening and screening.proposed_change,
        person.referral,
        person.concern,
        person.transfer,
        person.support,
        person.locator,
        person.entry,
        person.relapse,
        person.imprisonment,
        person.handover,
        FollowUpContact.objects.filter(follow_up=person.follow_up).first(),
        *Assessment.objects.filter(case=person.case),
        *SecondAssessment.objects.filter(screening__case=person.case),
        *person.case.tasks.all(),
    ]


def _write_in_answers_and_papers(person: Person) -> None:
    word = words.mark(person.relation, person.number)
    if person.assessment:
        for part in person.assessment.parts.select_related("assessment__case__client"):
            part.texts = dict.fromkeys(part.texts or ("story",), word)
            part.save()
    if person.interview:
        for part in person.interview.parts.select_related("interview__case__client"):
            part.texts = dict.fromkeys(part.texts or ("story",), word)
            part.save()
    if person.delivery:
        with_proof(person.delivery.aid, b"%PDF-1.7 " + word.encode())
    if person.legal_order:
        with_paper(person.legal_order, b"%PDF-1.7 " + word.encode())


def _relate(world: World, relation: str, client: Client, case: Case) -> None:
    melati = people.melati()
    if relation == "shared":
        ShareFactory(client=client, institution=melati)
        case.supporters.add(people.ani())
    if relation == "expired":
        ShareFactory(client=client, institution=melati, ends_on=YESTERDAY)
        case.supporters.add(people.ani())
    if relation == "own":
        case.supporters.add(world.actors["moved"])


# Who has broken the glass of the clients of the relation "emergency".
BREAKERS = ("worker", "supervisor", "manager", "ipwl", "ministry")


def _break_glasses(world: World) -> None:
    outsider = _hired("Oki Darurat", Role.BALAI_MANAGER, people.harapan())
    for (relation, _stage), person in world.people.items():
        told = "Klien" if relation == "own" else words.REASON.title()
        reason = f"{told} dibawa pingsan malam ini."
        person.emergency = BreakGlassFactory(client=person.client, user=outsider, reason=reason)
        if relation == "emergency":
            for name in BREAKERS:
                BreakGlassFactory(client=person.client, user=world.actors[name])


def _submissions(institution: Institution, word: str) -> dict[str, Any]:
    """What it tells the ministry: one month in writing, one that waits for an answer."""
    first = TODAY.replace(day=1)
    before = (first - timedelta(days=40)).replace(day=1)
    long_before = (before - timedelta(days=40)).replace(day=1)
    sender = {"submitted_by": people.ani(), "submitted_at": timezone.now()}
    return {
        "submission": SubmissionFactory(institution=institution, month=before, note=word),
        "sent": SubmissionFactory(
            institution=institution, month=long_before, sent=True, note=word, **sender
        ),
    }


def _exports(institution: Institution) -> dict[str, Any]:
    """Of the worker's own at home; elsewhere of whoever carries clients there."""
    asker = User.objects.filter(
        institution=institution, role=Role.SOCIAL_WORKER, is_service=False
    ).order_by("pk")[0]
    return {
        "export": made_export(asked_by=asker),
        "asked_export": ExportFactory(waiting=True, asked_by=asker),
    }


def _institution(institution: Institution, *, told: bool = False) -> dict[str, Any]:
    """What an institution has that is about no client; of the other institution it carries words."""
    month = (TODAY.replace(day=1) - timedelta(days=40)).replace(day=1)
    word = words.REPORT.title() if told else "Biasa"
    report = ReportFactory(
        institution=institution,
        month=month,
        number=f"{word}/{institution.pk}",
        figures=frozen(institution, month, without_cases=[word]),
        pdf__data=b"%PDF-1.7 " + word.encode(),
    )
    staff = (words.STAFF if told else "Rekan").title()
    colleague = _hired(f"{staff} Putri{institution.pk}", Role.SOCIAL_WORKER, institution)
    email = f"{words.INVITATION if told else 'undangan'}@contoh.id"
    sent = invited(institution=institution, email=email, actor=people.fitri())
    key, _secret = key_of(Role.SUPERVISOR, institution)
    name = (words.KEY if told else "Mesin biasa").title()
    keys = {
        "asked_key": asked_key(institution=institution),
        "granted_key": granted_key(institution=institution),
    }
    made = [key.pk, *(row.pk for row in keys.values())]
    ServiceKey.objects.filter(pk__in=made).update(name=name, purpose=name)
    return {
        "institution": institution,
        "agreement": Agreement.objects.filter(institution=institution).first(),
        "report": report,
        "job": report.job,
        **_submissions(institution, words.SUBMISSION.title() if told else "Biasa"),
        "user": colleague,
        "invitation": sent.invitation,
        "appointment": appointed(institution, f"{email.removesuffix('@contoh.id')}-dua@contoh.id"),
        "token": sent.token,
        "service_key": key,
        **keys,
        **_exports(institution),
        "group": _group(colleague),
        "meeting": _meeting(_group(colleague)),
    }
