"""One client with a word of its own in every delicate field, and everybody who may ask about them."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

from django.test import Client as Browser
from django.urls import reverse

from accounts.enums import Role
from accounts.models import User
from care.enums import Channel, ContactOutcome, DeliveryKind
from care.models import Delivery, FollowUp, FollowUpContact, Placement
from clients.enums import (
    ConsentGiver,
    EventKind,
    Interpreter,
    LegalStatus,
    NoteKind,
    ReferralSource,
)
from clients.field_rules import Field, Viewer
from clients.models import Case, CaseEvent
from partners.enums import CareBase
from screening.models import RoutingDecision
from tests import people
from tests.api.calling import READS, Caller, machine, person
from tests.care.delivery_factories import AidFactory, DeliveryFactory, with_proof
from tests.care.factories import FollowUpFactory, PlacementFactory
from tests.clients.factories import (
    OPENED,
    BreakGlassFactory,
    CaseFactory,
    ClientFactory,
    ConsentFactory,
    FamilyContactFactory,
    ShareFactory,
)
from tests.screening.factories import finished


NIK, KK = "3271012307570004", "3271019988776655"
# By which each fact is known on a page: any of these words shows it.
CANARIES = {
    Field.NIK: (NIK,),
    Field.KK: (KK,),
    Field.BIRTH_DATE: ("23 Jul 1957", "1957-07-23"),
    Field.PHONE: ("081277776666",),
    Field.ADDRESS: ("Jalan Kenarialamat",),
    Field.FAMILY: ("Kenarikeluarga", "081233332222", "Jalan Kenarikerabat"),
    Field.GUARDIAN: ("Kenariwali",),
    Field.NEEDS: ("Perlu juru bahasa isyarat", "sign_language"),
    Field.LEGAL: ("Kenariperujuk",),
    Field.NOTES: ("Kenaricatatan", "Kenaripengajuan", "Kenarikontak", "Kenarialasan"),
    Field.COUNSELLING: ("Kenarikonseling",),
    Field.LAW_NOTES: ("Kenarihukum",),
    Field.ANSWERS: ("Cara menghitung",),
    Field.PAPERS: ("Kenaribukti",),
}
NOTES = {
    NoteKind.CONTACT: "Kenaricatatan",
    NoteKind.COUNSELLING: "Kenarikonseling",
    NoteKind.LAW: "Kenarihukum",
}
AT = datetime(2026, 6, 2, 3, tzinfo=UTC)


def written_down(worker: User) -> Case:
    client = ClientFactory(
        registered_by=worker,
        nik=NIK,
        nik_missing_reason="",
        nomor_kk=KK,
        birth_date=date(1957, 7, 23),
        phone="081277776666",
        address="Jalan Kenarialamat 1",
        interpreter=Interpreter.SIGN,
    )
    FamilyContactFactory(
        client=client, name="Kenarikeluarga", phone="081233332222", address="Jalan Kenarikerabat 2"
    )
    ConsentFactory(client=client, given_by=ConsentGiver.GUARDIAN, guardian_name="Kenariwali")
    case = CaseFactory(
        client=client,
        screening=True,
        referred_by="Kenariperujuk",
        referral_source=ReferralSource.FAMILY,
        legal_status=LegalStatus.DIVERSION,
    )
    screening = finished(case=case)
    RoutingDecision.objects.create(
        screening=screening,
        proposed_base=CareBase.BALAI,
        base=CareBase.BALAI,
        reason="Kenarialasan",
        decided_by=worker,
        decided_at=AT,
    )
    for kind, text in NOTES.items():
        CaseEvent.objects.create(
            case=case, kind=EventKind.NOTE, facts={"about": kind}, note=text, at=AT, actor=worker
        )
    return _served(case, worker)


def _served(case: Case, worker: User) -> Case:
    Case.objects.filter(pk=case.pk).update(
        status="aftercare",
        risk="high",
        base=CareBase.BALAI,
        care_institution=people.kenanga(),
        service_started_on=OPENED,
        service_ended_on=OPENED,
        next_step="follow_up",
    )
    case.refresh_from_db()
    PlacementFactory(ended=True, case=case, request_note="Kenaripengajuan", shared=False)
    given = DeliveryFactory(case=case, kind=DeliveryKind.AID, summary="Sembako.")
    with_proof(AidFactory(delivery=given, handed_to=""), b"%PDF-1.7 Kenaribukti")
    FollowUpContact.objects.create(
        follow_up=FollowUpFactory(case=case),
        on=OPENED,
        channel=Channel.PHONE,
        outcome=ContactOutcome.WELL,
        note="Kenarikontak",
        recorded_by=worker,
    )
    return case


def _home(role: str, institution: Callable[[], Any]) -> Callable[[], tuple[Case, User]]:
    def arrange() -> tuple[Case, User]:
        worker = people.ani() if institution is people.melati else people.dewi()
        email = f"{role}-sendiri@contoh.id"
        own = {"name": "Sendiri", "role": role, "institution": institution()}
        user = User.objects.create_user(email, people.PASSWORD, **own)
        case = written_down(worker)
        case.supporters.add(user)
        return case, user

    return arrange


def _guest(role: str, institution: Callable[[], Any]) -> Callable[[], tuple[Case, User]]:
    def arrange() -> tuple[Case, User]:
        case = written_down(people.ani())
        ShareFactory(client=case.client, institution=institution())
        email = f"{role}-tamu@contoh.id"
        own = {"name": "Tamu", "role": role, "institution": institution()}
        user = User.objects.create_user(email, people.PASSWORD, **own)
        case.supporters.add(user)
        return case, user

    return arrange


def _in_emergency(who: Callable[[], User]) -> Callable[[], tuple[Case, User]]:
    def arrange() -> tuple[Case, User]:
        case = written_down(people.ani())
        BreakGlassFactory(client=case.client, user=who())
        return case, who()

    return arrange


def _anyhow(who: Callable[[], User]) -> Callable[[], tuple[Case, User]]:
    return lambda: (written_down(people.ani()), who())


PEOPLE: dict[str, tuple[Viewer, Callable[[], tuple[Case, User]]]] = {
    "social worker at home": (Viewer.HOME_STAFF, _home(Role.SOCIAL_WORKER, people.melati)),
    "supervisor at home": (Viewer.HOME_STAFF, _home(Role.SUPERVISOR, people.melati)),
    "head at home": (Viewer.HOME_STAFF, _home(Role.BALAI_MANAGER, people.melati)),
    "IPWL at home": (Viewer.HOME_IPWL, _home(Role.IPWL_STAFF, people.harapan)),
    "social worker as guest": (Viewer.GUEST_STAFF, _guest(Role.SOCIAL_WORKER, people.kenanga)),
    "supervisor as guest": (Viewer.GUEST_STAFF, _guest(Role.SUPERVISOR, people.kenanga)),
    "head as guest": (Viewer.GUEST_STAFF, _guest(Role.BALAI_MANAGER, people.kenanga)),
    "IPWL as guest": (Viewer.GUEST_IPWL, _guest(Role.IPWL_STAFF, people.harapan)),
    "social worker in an emergency": (Viewer.EMERGENCY, _in_emergency(people.citra)),
    "head in an emergency": (Viewer.EMERGENCY, _in_emergency(people.eko)),
    "IPWL in an emergency": (Viewer.EMERGENCY, _in_emergency(people.dewi)),
    "ministry in an emergency": (Viewer.MINISTRY, _in_emergency(people.fitri)),
    "ministry": (Viewer.NOBODY, _anyhow(people.fitri)),
    "auditor": (Viewer.AUDITOR, _anyhow(people.gita)),
    "data officer": (Viewer.NOBODY, _anyhow(people.hadi)),
}


def pages_of(case: Case) -> list[str]:
    """Every page that is about the client, and every list that they stand in."""
    client, contact = case.client_id, case.client.family_contacts.get()
    of_the_client = ["clients:file", "clients:profile", "clients:edit", "clients:access", "clients:changes",
        "clients:note", "clients:reassign", "clients:add_family", "clients:reopen", "clients:withdraw_consent",
        "screening:client", "care:client", "care:aftercare"]  # fmt: skip
    of_the_case = [
        "clients:close",
        "care:request",
        "care:compare",
        "screening:start",
        "screening:decide",
    ]
    of_the_stay = ["placement", "accept", "decline", "withdraw", "start", "review", "end"]
    lists = ["clients:list", "clients:emergencies", "screening:list", "care:placements", "care:schedule",
        "care:ics", "desk:home", "desk:notices", "audit:accesses", "audit:signals"]  # fmt: skip
    screening, stay = case.screenings.get(), Placement.objects.get()
    return [
        *(reverse(name, args=[client]) for name in of_the_client),
        *(reverse(name, args=[case.pk]) for name in of_the_case),
        *(reverse(f"care:{name}", args=[stay.pk]) for name in of_the_stay),
        *(reverse("clients:reveal", args=[client, field]) for field in Field if field in ASKED_ALONE),
        *(f"{reverse(name)}" for name in lists),
        reverse("care:schedule") + "?tampilan=bulan",
        reverse("care:delivery", args=[Delivery.objects.get().pk]),
        reverse("care:delivery_proof", args=[Delivery.objects.get().pk]),
        reverse("clients:edit_family", args=[client, contact.pk]),
        reverse("screening:result", args=[screening.pk]),
        reverse("care:follow_up", args=[FollowUp.objects.get().pk]),
    ]  # fmt: skip


ASKED_ALONE = set(Field) - {Field.NOTES, Field.COUNSELLING, Field.LAW_NOTES, Field.PAPERS}


def seen_on_pages(case: Case, user: User) -> dict[str, str]:
    browser = Browser()
    browser.force_login(user)
    answers = {url: browser.get(url) for url in pages_of(case)}
    return {url: one.content.decode() for url, one in answers.items() if one.status_code == 200}


def seen_through_the_api(case: Case, caller: Caller) -> str:
    screening, stay = case.screenings.get(), Placement.objects.get()
    rows = (f"klien/{case.client_id}/", f"kasus/{case.pk}/", f"skrining/{screening.pk}/",
        f"penempatan/{stay.pk}/")  # fmt: skip
    lists = ("klien/", "kasus/", "skrining/", "penempatan/")
    return "".join(caller.get(path).content.decode() for path in (*rows, *lists))


def as_person(user: User) -> Caller:
    return person(user)


def as_key(*, knows: bool, role: str = Role.SUPERVISOR, institution: Any = None) -> Caller:
    scopes = [*READS, "clients:identity"] if knows else READS
    return machine(role, institution, scopes=scopes)
