"""What was given to the people in care at Sentra Galih Pakuan, and their community with its meetings."""

from datetime import datetime, time, timedelta
from decimal import Decimal

from django.utils import timezone

from care.delivery.facts import (
    AidFacts,
    Given,
    GroupFacts,
    Mark,
    Part,
    SessionFacts,
    StepFacts,
    TrainingFacts,
    VisitFacts,
)
from care.delivery.services.delivering import record_delivery
from care.delivery.services.grouping import admit_member, move_member, open_group
from care.delivery.services.meeting import hold_session
from care.enums import (
    DeliveryKind,
    DeliveryPlace,
    FundSource,
    GroupKind,
    HomeCondition,
    Level,
    Phase,
    Presence,
    SessionKind,
    TrainingResult,
)
from care.models import CareGroup, Membership, PlanService
from clients.enums import CaseStatus
from clients.models import Case
from partners.enums import Component
from tools.demonstration.world import World


INSTITUTION, LEADER = "galih", "sari"
FORMED = 45  # days ago
MORNING = time(8, 0)
MEETINGS = (
    (20, SessionKind.SEMINAR, Component.C4B, "Adiksi sebagai penyakit", 3),
    (13, SessionKind.ENCOUNTER, Component.C4B, "Jujur kepada diri sendiri", 2),
    (6, SessionKind.SPIRITUAL, Component.C4C, "Rasa syukur", 4),
    (1, SessionKind.MORNING, Component.C4B, "Rencana minggu ini", 4),
)
RISES = (
    (Phase.YOUNGER, Level.VALUES, "Hadir setiap pagi dan membantu anggota baru."),
    (Phase.MIDDLE, Level.COHESION, "Menjalankan tugas kelompok tanpa diingatkan."),
    (Phase.MIDDLE, Level.STATUS, "Dipercaya memimpin pertemuan pagi."),
)
AID = AidFacts(
    "Perlengkapan mandi dan pakaian", Decimal(1), "paket", 350_000, FundSource.STATE, "Klien"
)
FIRST_TALK = (DeliveryKind.SESSION, Component.C4B, "Mengenali pemicu dan keinginan.")
SECOND_TALK = (DeliveryKind.SESSION, Component.C4B, "Latihan menolak ajakan.")
AT_HOME = (DeliveryKind.HOME_VISIT, Component.K1, "Melihat rumah dan berbicara dengan keluarga.")
GOODS = (DeliveryKind.AID, Component.C1, "Bantuan diserahkan dan dipakai.")
COURSE = (DeliveryKind.TRAINING, Component.C5A, "Mengikuti kursus sampai ujian.")
VISIT = VisitFacts("Ibu dan kakak klien", HomeCondition.ADEQUATE)


def tell(world: World) -> None:
    cases = list(
        Case.objects.filter(
            status=CaseStatus.IN_SERVICE, care_institution=world.places[INSTITUTION]
        ).order_by("service_started_on", "pk")
    )
    group = _found(world)
    members = [_let_in(world, group, case) for case in cases]
    for number, member in enumerate(members):
        _rise(world, member, steps=(2, 1, 0, 3)[number % 4])
    _meet(world, group, members)
    for number, case in enumerate(cases):
        _serve(world, case, number)


def _found(world: World) -> CareGroup:
    day = world.clock.day(FORMED)
    leader = world.people[LEADER]
    facts = GroupFacts("Komunitas Harapan Baru", GroupKind.COMMUNITY, leader, day)
    return open_group(facts=facts, actor=leader, at=world.clock.at(day))


def _let_in(world: World, group: CareGroup, case: Case) -> Membership:
    first = max(case.service_started_on or case.opened_on, world.clock.day(FORMED))
    step = StepFacts(first, "Siap tinggal bersama dan memahami aturan. Diwawancarai fasilitator.")
    return admit_member(
        group=group, case=case, step=step, actor=group.facilitator, at=world.clock.at(first)
    )


def _rise(world: World, member: Membership, steps: int) -> None:
    """As far as the time since they came allows: a step every ten days."""
    for number, (phase, level, evidence) in enumerate(RISES[:steps], start=1):
        day = member.joined_on + timedelta(days=10 * number)
        if day > world.clock.today:
            return
        step = StepFacts(day, evidence, phase, level, values_on=day - timedelta(days=1))
        member = move_member(
            member=member, step=step, actor=member.group.facilitator, at=world.clock.at(day)
        )


def _meet(world: World, group: CareGroup, members: list[Membership]) -> None:
    """One of them stays away, three times in a row."""
    for ago, kind, component, topic, cohesion in MEETINGS:
        day = world.clock.day(ago)
        there = [member for member in members if member.joined_on <= day]
        if len(there) != len(members):
            continue
        facts = SessionFacts(
            kind,
            component,
            topic,
            timezone.make_aware(datetime.combine(day, MORNING)),
            90,
            group.facilitator,
            cohesion,
            "Suasana terbuka. Aturan rumah dibacakan bersama.",
        )
        hold_session(
            group=group,
            facts=facts,
            roll=[_mark(member, number, ago) for number, member in enumerate(there)],
            actor=group.facilitator,
            at=timezone.make_aware(datetime.combine(day, time(12))),
        )


def _mark(member: Membership, number: int, ago: int) -> Mark:
    if number == 1 and ago < MEETINGS[0][0]:
        return Mark(member.case_id, Presence.ABSENT)
    if (number + ago) % 5 == 0:
        return Mark(member.case_id, Presence.EXCUSED, "Kontrol di puskesmas.")
    return Mark(member.case_id, Presence.PRESENT)


def _serve(world: World, case: Case, number: int) -> None:
    _give(world, case, 9, FIRST_TALK)
    _give(world, case, 2, SECOND_TALK)
    if number % 2 == 0:
        _give(world, case, 6, AT_HOME, VISIT)
    if number % 3 == 0:
        _give(world, case, 7, GOODS, AID)
    if number == 0:
        _give(world, case, 3, COURSE, _training(world))


def _training(world: World) -> TrainingFacts:
    first, last = world.clock.day(12), world.clock.day(3)
    return TrainingFacts(
        "Pangkas rambut",
        40,
        first,
        last,
        TrainingResult.PASSED,
        provider_name="LKP Contoh Mandiri",
        certificate="LKP/2026/017",
    )


def _give(
    world: World, case: Case, ago: int, what: tuple[str, str, str], part: Part = None
) -> None:
    day, worker = world.clock.day(ago), world.people[LEADER]
    if day < case.opened_on:
        return
    kind, component, summary = what
    case_plan = PlanService.objects.in_force().filter(plan__case=case).in_order()
    given = Given(
        kind,
        component,
        day,
        worker,
        summary,
        duration=None if part and not isinstance(part, VisitFacts) else 60,
        place="" if part else DeliveryPlace.INSTITUTION,
        reaction="Mulai terbuka dan mau mencoba.",
        plan_service=case_plan.filter(component=component).first(),
    )
    record_delivery(case=case, given=given, part=part, actor=worker, at=world.clock.at(day))
