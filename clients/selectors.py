"""Reads that join several nouns: the file of a client, its timeline, the look for duplicates."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import chain, groupby
from typing import Any, TypeVar, cast

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Count, Exists, F, Model, OuterRef, Q, QuerySet
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.enums import Role
from accounts.models import User
from clients import permissions
from clients.duplicates import Known, Sought, match, with_family_phone
from clients.field_rules import Field
from clients.models import BreakGlass, Case, CaseEvent, Client, Consent, FamilyContact, Share, Wait
from clients.models.wait import EMERGENCY
from clients.stages import STAGES
from clients.tabs import tabs_for
from clients.work import step_url
from common.access import one_of
from common.dates import day
from common.enums import ReadAction
from common.models import ReadLog
from common.prepared import prepared
from common.sealed import KeyAlong, ends_with, index_of, preload
from common.summary import Counted, counted
from regions.known import regency


R = TypeVar("R", bound=Model)
PAGE = 20
BY_STATUS = "cases_by_status"
ONE_VISIT = timedelta(minutes=10)
BESIDE_A_CASE = ("client", "lead_worker", "institution", "care_institution")
FILE_ROWS = (*BESIDE_A_CASE, "client__regency__province")


def newest_case(user: User, client_id: int) -> Case | None:
    """The case that a client's pages are about, as far as `user` may see one."""
    for case in _newest_case(user, client_id):
        case.client.regency = regency(case.client.regency_id)
        return case
    return None


@prepared
def _newest_case(user: User, client_id: int) -> QuerySet[Case]:
    cases = with_look(Case.objects.visible_to(user).filter(client_id=client_id), user)
    return cases.select_related(*BESIDE_A_CASE).order_by("-is_current", "-pk")[:1]


def with_look(rows: QuerySet[R], user: User, client: str = "client_id") -> QuerySet[R]:
    """Add what every look at a file wants to know, so that it need not be asked by itself.

    `opened` in this visit already; `broken_open` and `kept`: why this person may only read it. The key of what
    is sealed in the file comes along, for there is hardly a page that opens nothing.
    `client` leads from the row to the id of its client; `services.reading.note_look` takes it up.
    """
    who = OuterRef(client)
    opened = ReadLog.objects.filter(
        user=user, action=ReadAction.OPEN, client_ids__contains=[who], at__gte=Now() - ONE_VISIT
    )
    broken = BreakGlass.objects.live().filter(user=user, client=who)
    kept = Share.objects.live().filter(
        institution_id=user.institution_id or 0, client=who, read_only=True
    )
    looks = {"opened": Exists(opened), "broken_open": Exists(broken), "kept": Exists(kept)}
    key = KeyAlong(f"{client.removesuffix('_id')}__key_id")
    return cast("QuerySet[R]", rows.annotate(**looks, sealed_with=key))


def file_context(case: Case, user: User, today: date, tab: str = "") -> dict[str, Any]:
    """What `clients/file_base.html` needs; every page about one client passes it on.

    `tab` is the page's own key among the tabs that the apps bring (clients/tabs.py).
    """
    client = case.client
    may_write = permissions.can_write(user, case.client_id)
    waits = _waits_of(case.pk)
    return {
        "case": case,
        "client": client,
        "age": client.age_on(today),
        "waits": waits,
        "late": next((wait for wait in waits if wait.days_late(today)), None),
        "next_url": step_url(case.next_step, case.pk) if may_write else "",
        "tabs": tabs_for(user, case, tab),
        "emergency": emergency_of(user, client),
        **_consents_of(client),
        "may_note": permissions.can_add_note(user, case),
        "may_edit": permissions.can_edit_client(user, client),
        "may_edit_family": permissions.can_edit_family(user, case),
        "may_reassign": permissions.can_reassign(user, case) and case.is_open,
        "may_close": permissions.can_close(user, case) and case.is_open,
        "may_reopen": permissions.can_reopen(user, client) and not case.is_open,
    }


@prepared
def _waits_of(case_id: int) -> QuerySet[Wait]:
    """Of a case that one may see, the latest first."""
    latest = F("late_from").asc(nulls_last=True)
    return Wait.objects.filter(case_id=case_id).order_by(latest, "pk")


def emergency_of(user: User, client: Client) -> BreakGlass | None:
    """By which `user` reads this file, if they do."""
    if not permissions.is_guest_by_emergency(user, client.pk):
        return None
    return BreakGlass.objects.live().filter(user=user, client=client).order_by("-ends_at").first()


def emergencies_to_review(user: User) -> QuerySet[BreakGlass]:
    """Those that nobody has judged yet first; one's own are read, and judged by others."""
    rows = BreakGlass.objects.visible_to(user)
    rows = rows.select_related("client__institution", "user__institution", "reviewed_by")
    return rows.order_by(F("reviewed_at").desc(nulls_first=True), "-pk")


def emergencies_waiting(user: User, today: date) -> int:
    """How many wait for this person's judgement."""
    if not permissions.can_review_emergencies(user):
        return 0
    return Wait.objects.visible_to(user).for_user(user, today).filter(kind=EMERGENCY).count()


def _consents_of(client: Client) -> dict[str, Any]:
    """The newest that is in force, and whether all were taken back."""
    consents = of_person(client, _consents(client.pk))
    in_force = [consent for consent in consents if consent.withdrawn_at is None]
    return {
        "consent": next(iter(in_force), None),
        "consent_withdrawn": bool(consents) and not in_force,
    }


@prepared
def _consents(client_id: int) -> QuerySet[Consent]:
    rows = Consent.objects.filter(client_id=client_id)
    return rows.select_related("text").order_by("-given_on", "-pk")


def family_of(case: Case) -> list[FamilyContact]:
    return of_person(case.client, _family(case.client_id))


@prepared
def _family(client_id: int) -> QuerySet[FamilyContact]:
    return FamilyContact.objects.filter(client_id=client_id).order_by("-is_guardian", "pk")


def of_person(client: Client, rows: list[R]) -> list[R]:
    """With the client at hand whose key opens what is sealed in them."""
    for row in rows:
        row.client = client  # type: ignore[attr-defined]
    return rows


def revealed(case: Case, field: Field, event: CaseEvent | None) -> list[tuple[Any, Any]]:
    """Whatever is one kind of fact about the client, in clear; who may ask is said by the field rules."""
    if field is Field.FAMILY:
        return [(one.get_relation_display(), _in_full(one)) for one in family_of(case)]
    if field is Field.GUARDIAN:
        return [(field.label, one.guardian_name) for one in case.client.consents.in_force()]
    if field is Field.LEGAL:
        return [
            (_("Status hukum"), case.get_legal_status_display()),
            (_("Nama perujuk"), case.referred_by),
        ]
    if event is not None:
        return [(event.title, event.words)]
    value = getattr(case.client, field)
    return [(field.label, day(value) if isinstance(value, date) else value)]


def _in_full(contact: FamilyContact) -> str:
    return ", ".join(part for part in (contact.name, contact.phone, contact.address) if part)


@dataclass(frozen=True, slots=True)
class TimelinePage:
    months: list[tuple[date, list[CaseEvent]]]
    last: CaseEvent | None
    has_older: bool

    @property
    def is_empty(self) -> bool:
        return not self.months


def timeline(
    user: User, client: Client, *, kinds: Iterable[str] = (), before: CaseEvent | None = None
) -> TimelinePage:
    """Twenty events, newest first, over all the client's cases that `user` may see."""
    cursor = (before.at, before.pk) if before else (None, None)
    rows = _events(user, client.pk, *cursor, kinds=tuple(kinds))
    of_person(client, [event.case for event in rows])
    shown = rows[:PAGE]
    months = [(month, list(group)) for month, group in groupby(shown, key=_month)]
    return TimelinePage(months, shown[-1] if shown else None, has_older=len(rows) > PAGE)


@prepared
def _events(
    user: User, client_id: int, at: datetime | None, pk: int | None, *, kinds: tuple[str, ...]
) -> QuerySet[CaseEvent]:
    """`at` and `pk` are those of the event that these are older than."""
    events = CaseEvent.objects.visible_to(user).filter(case__client_id=client_id).newest_first()
    if kinds:
        events = events.filter(kind__in=kinds)
    if at and pk:
        events = events.filter(Q(at__lt=at) | Q(at=at, pk__lt=pk))
    return events.select_related("actor", "case")[: PAGE + 1]


def _month(event: CaseEvent) -> date:
    return timezone.localdate(event.at).replace(day=1)


@dataclass(frozen=True, slots=True)
class Overview:
    """The cases that a list is about, and how many of them stand under each of its chips.

    `counted` tells when, where that is not just now.
    """

    cases: QuerySet[Case]
    counts: dict[str, int]
    ids: dict[str, list[int]]
    counted: Counted | None = None

    def newest(self, stage: str) -> list[int] | None:
        """Those of a chip, if they are known one by one."""
        if self.counted:
            return None
        statuses = STAGES.get(stage, self.ids.keys())
        return sorted(
            chain.from_iterable(self.ids.get(each, ()) for each in statuses), reverse=True
        )


def overview(user: User, now: datetime) -> Overview:
    """What `user` sees, in one look that brings the ids along.

    Asked again for the newest 25 or for a name, PostgreSQL would go through the whole country and leave
    out what the person may not see: the fewer that are, and the more there are of others, the slower.
    """
    if user.role == Role.AUDITOR:
        nation = counted(BY_STATUS, now)
        cases = Case.objects.visible_to(user).current().counted()
        return Overview(cases, _by_stage(nation.figures), {}, nation)
    ids = dict(_by_status(user))
    found = Case.objects.filter(one_of("pk", list(chain.from_iterable(ids.values()))))
    return Overview(found, _by_stage({status: len(part) for status, part in ids.items()}), ids)


@prepared
def _by_status(user: User) -> QuerySet[Case, tuple[str, list[int]]]:
    rows = Case.objects.visible_to(user).current().counted().order_by()
    return rows.values_list("status").annotate(ids=ArrayAgg("pk"))


def cases_by_status(_day: date) -> dict[str, int]:
    """The newest case of everybody in the nation."""
    rows = Case.objects.current().counted().order_by().values_list("status").annotate(n=Count("pk"))
    return dict(rows)


def _by_stage(by_status: dict[str, int]) -> dict[str, int]:
    counts = {
        name: sum(by_status.get(status, 0) for status in statuses)
        for name, statuses in STAGES.items()
    }
    return {"": sum(by_status.values()), **counts}


def possible_duplicates(user: User, sought: Sought) -> list[Any]:
    """Visible clients who may be the same person, the likeliest first; with why, and how the newest case stands."""
    family = with_family_phone(sought.phone)
    current = Q(cases__is_current=True)
    rows = (
        Client.objects.visible_to(user)
        .filter(sought.in_question(family), current)
        .annotate(status=F("cases__status"))
        .select_related("institution")
        .order_by("name", "pk")
    )
    found: list[Any] = []
    for row in rows:
        if matched := match(sought, Known.of(row, family)):
            row.match = matched  # type: ignore[attr-defined]
            found.append(row)
    return sorted(found, key=lambda row: -row.match.worth)


def clients_with(
    user: User, *, nik: str = "", phone: str = "", phone_end: str = ""
) -> list[Client]:
    """Those of one's own institution first; a telephone may be a relative's."""
    seen = Client.objects.visible_to(user)
    if phone_end:
        found = _with_end(seen, phone_end)
    elif phone:
        family = one_of("pk", with_family_phone(phone))
        found = list(seen.filter(Q(phone_index=index_of("tel", phone)) | family))
    else:
        found = list(seen.filter(nik_index=index_of("nik", nik)))
    return sorted(found, key=lambda row: (row.institution_id != user.institution_id, row.pk))


def _with_end(seen: QuerySet[Client], digits: str) -> list[Client]:
    """The index finds the last four digits; of longer ends the numbers themselves are looked at."""
    end = index_of("tel_end", digits)
    family = FamilyContact.objects.filter(phone_end_index=end).select_related("client")
    contacts = list(family)
    people = seen.filter(Q(phone_end_index=end) | one_of("pk", [one.client_id for one in contacts]))
    rows = list(people)
    preload([*(row.key_id for row in rows), *(one.client.key_id for one in contacts)])
    theirs = {one.client_id for one in contacts if ends_with(one.phone, digits)}
    return [row for row in rows if row.pk in theirs or ends_with(row.phone, digits)]
