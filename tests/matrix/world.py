"""A country in which every relation has a client at every stage, and every text carries its word."""

from dataclasses import dataclass, field
from datetime import timedelta
from itertools import product
from typing import Any

from django.utils import timezone

from accounts.enums import Role
from accounts.models import ServiceKey, User
from care.models import (
    AftercareHandover,
    CaseConference,
    Delivery,
    FollowUp,
    FollowUpContact,
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
from clients.models import (
    BreakGlass,
    Case,
    CaseEvent,
    CaseTask,
    Client,
    FamilyContact,
    VitalInterest,
)
from law.models import Order, Stage
from partners.models import Agreement, Institution
from safety.models import Concern, MedicalReferral
from screening.models import Assessment, RoutingDecision, Screening, SecondAssessment
from tests import people
from tests.accounts.factories import appointed, invited
from tests.api.calling import asked_key, granted_key, key_of
from tests.care.delivery_factories import (
    with_proof,
)
from tests.clients.factories import (
    BreakGlassFactory,
    ClientFactory,
    ConsentFactory,
    FamilyContactFactory,
    ShareFactory,
)
from tests.clients.task_factories import CaseTaskFactory
from tests.exports.factories import ExportFactory, made as made_export
from tests.law.factories import (
    with_paper,
)
from tests.matrix import words
from tests.matrix.stages import LATER, STAGES, TODAY, YESTERDAY, group_of, meeting_of
from tests.reports.factories import ReportFactory, SubmissionFactory, frozen


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


def _add(world: World, relation: str, stage: str) -> None:
    number = len(world.people)
    registered = {
        "registered_by": _owner(relation),
        "registration_number": f"KPN-25-{77000 + number}",
    }
    client = ClientFactory(**registered)
    contact = FamilyContactFactory(client=client)
    consent = ConsentFactory(client=client, guardian_name="Wali")
    vital = VitalInterest.objects.create(
        client=client,
        reason="unconscious",
        words="Pingsan.",
        recorded_by=client.registered_by,
        recorded_at=timezone.now(),
        ended_at=timezone.now(),
    )
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
    rows = (client, contact, consent, vital, event, *_rows_of(person), *served, *person.more)
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
        person.interview,
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
        "group": group_of(colleague),
        "meeting": meeting_of(group_of(colleague)),
    }
