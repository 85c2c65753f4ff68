"""The read log as people read it: of one client, of the country, and what in it asks for a question."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import fmean, pstdev
from typing import Any

from django.db.models import BigIntegerField, Count, Exists, F, Func, OuterRef, Q, QuerySet
from django.db.models.functions import Now
from django.urls import Resolver404, resolve
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.enums import INSTITUTION_ROLES, LEADS_PEOPLE, Role
from accounts.models import ServiceKey, User
from clients.field_rules import TABLE, Field, Viewer
from clients.models import BreakGlass, Case, Client
from clients.tabs import TABS
from common.enums import ReadAction
from common.models import ReadLog


WEEK = timedelta(days=7)
NIGHT_BEGINS, NIGHT_ENDS = 22, 5
SIGMAS = 3
ENOUGH_COLLEAGUES = 3
NUMBERS_SHOWN = 3
STEPS_SHOWN = 200
# In a week: more masks lifted, or more people taken in bulk, than the work of one person asks for.
REVEALS = 20
BULK = 30


@dataclass(frozen=True, slots=True)
class Asked:
    """What the log is narrowed to; empty means all."""

    action: str = ""
    since: date | None = None
    until: date | None = None
    client: str = ""
    user: str = ""


def of_client(client: Client, asked: Asked) -> QuerySet[ReadLog]:
    return _rows(asked).filter(client_ids__contains=[client.pk])


def of_the_country(asked: Asked, before: int | None = None) -> QuerySet[ReadLog]:
    """Newest first from below the row `before`: no page number, since counting the log takes for ever."""
    rows = _rows(asked)
    if before:
        rows = rows.filter(pk__lt=before)
    if asked.client:
        number = asked.client.upper()
        pk = Client.objects.filter(registration_number=number).values_list("pk", flat=True).first()
        rows = rows.filter(client_ids__contains=[pk]) if pk else rows.none()
    if asked.user:
        rows = rows.filter(Q(user__name__icontains=asked.user) | Q(user__email=asked.user.lower()))
    return rows


def _rows(asked: Asked) -> QuerySet[ReadLog]:
    rows = ReadLog.objects.select_related("user__institution").order_by("-pk")
    if asked.action:
        rows = rows.filter(action=asked.action)
    if asked.since:
        rows = rows.filter(at__date__gte=asked.since)
    if asked.until:
        rows = rows.filter(at__date__lte=asked.until)
    return rows


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the log and the numbers, never the names, of the first few whom it is about."""

    entry: ReadLog
    people: dict[int, str]

    @property
    def more(self) -> int:
        return len(self.entry.client_ids) - len(self.people)


def with_numbers(entries: Iterable[ReadLog]) -> list[Line]:
    entries = list(entries)
    wanted = {pk for entry in entries for pk in entry.client_ids[:NUMBERS_SHOWN]}
    rows = Client.objects.filter(pk__in=wanted)
    numbers = dict(rows.values_list("pk", "registration_number"))
    return [
        Line(entry, {pk: numbers[pk] for pk in entry.client_ids[:NUMBERS_SHOWN] if pk in numbers})
        for entry in entries
    ]


@dataclass(frozen=True, slots=True)
class Step:
    """What was read under a broken glass: a page by its tab and address, or a fact behind a mask."""

    at: datetime
    what: Promise | str
    detail: str


def read_under(emergency: BreakGlass) -> list[Step]:
    """From the read log, in the order in which it was read."""
    rows = ReadLog.objects.filter(
        user_id=emergency.user_id,
        client_ids__contains=[emergency.client_id],
        at__range=(emergency.opened_at, emergency.ends_at),
    ).exclude(action=ReadAction.EMERGENCY)
    return [_step(row) for row in rows.order_by("pk")[:STEPS_SHOWN]]


def _step(row: ReadLog) -> Step:
    if row.action != ReadAction.OPEN:
        return Step(row.at, row.get_action_display(), row.purpose)
    return Step(row.at, _page_name(row.purpose), row.purpose)


def _page_name(address: str) -> Promise | str:
    try:
        name = resolve(address).view_name
    except Resolver404:
        return _("Halaman berkas")
    names = {tab.url_name: tab.label for tab in TABS.values()}
    return names.get(name, _("Halaman berkas"))


def facts_at_sight(emergency: BreakGlass) -> list[Field]:
    """What the pages of the file show to its reader without being asked for."""
    ministry = emergency.user.role == Role.MINISTRY_ADMIN
    viewer = Viewer.MINISTRY if ministry else Viewer.EMERGENCY
    return [field for field, rules in TABLE.items() if rules[viewer].is_open]


@dataclass(frozen=True, slots=True)
class Signal:
    """Nothing is proven by one; somebody should ask."""

    user: User
    what: Promise | str
    times: int


def signals_of_the_week() -> list[Signal]:
    found = [
        (_("Klien di luar kasus yang ditangani"), _outside_the_caseload()),
        (_("Berkas yang dibuka antara pukul 22.00 dan 05.00"), _at_night()),
        (_("Jauh lebih banyak klien daripada rekan seperan"), _far_above_others()),
        (_("Kunci layanan yang diminta dan disetujui"), _keys_granted()),
        (_("Ekspor daftar klien"), _exports()),
        (
            _("Data yang disamarkan ditampilkan berkali-kali"),
            _more_than(REVEALS, ReadAction.REVEAL),
        ),
        (_("Banyak klien dibaca lewat API atau dibawa keluar"), _taken_in_bulk()),
    ]
    users = User.objects.select_related("institution").in_bulk(
        {pk for _what, counts in found for pk in counts}
    )
    signals = [
        Signal(users[pk], what, times) for what, counts in found for pk, times in counts.items()
    ]
    return sorted(signals, key=lambda signal: (-signal.times, signal.user.name))


def _openings() -> QuerySet[ReadLog, Any]:
    """Rows about one person each."""
    rows = ReadLog.objects.filter(action=ReadAction.OPEN, at__gte=Now() - WEEK)
    return rows.annotate(person=F("client_ids__0")).order_by()


def _outside_the_caseload() -> dict[int, int]:
    """A leader's caseload is that of the institution; everyone else's is what they lead or support."""
    cases = Case.objects.filter(client_id=OuterRef("person")).order_by()
    institution = OuterRef("user__institution_id")
    of_the_institution = cases.filter(Q(institution=institution) | Q(care_institution=institution))
    led = cases.filter(lead_worker=OuterRef("user_id"))
    supported = cases.filter(supporters=OuterRef("user_id"))
    leads = Q(user__role__in=LEADS_PEOPLE)
    rows = _openings().filter(user__role__in=INSTITUTION_ROLES)
    outside = rows.filter(
        (leads & ~Exists(of_the_institution)) | (~leads & ~Exists(led) & ~Exists(supported))
    )
    return _people_by_user(outside)


def _at_night() -> dict[int, int]:
    night = Q(at__hour__gte=NIGHT_BEGINS) | Q(at__hour__lt=NIGHT_ENDS)
    return _people_by_user(_openings().filter(night))


def _far_above_others() -> dict[int, int]:
    """More than three standard deviations above what the others in the same role opened."""
    by_role: dict[str, dict[int, int]] = defaultdict(dict)
    counted = _openings().values_list("user_id", "user__role")
    for pk, role, people in counted.annotate(n=Count("person", distinct=True)):
        by_role[role][pk] = people
    return {
        pk: people
        for opened in by_role.values()
        for pk, people in opened.items()
        if _stands_out(people, [n for other, n in opened.items() if other != pk])
    }


def _keys_granted() -> dict[int, int]:
    """A machine reads more in an hour than a person in a year: each new way in is a sign."""
    rows = ServiceKey.objects.filter(granted_at__gte=Now() - WEEK).order_by()
    return dict(rows.values_list("created_by").annotate(n=Count("pk")))


def _exports() -> dict[int, int]:
    """Lists of people that left the house: how many times; a paper, or one's calendar, is none."""
    rows = _of_the_week(ReadAction.EXPORT).filter(client_ids__len__gt=1, purpose__gt="")
    return dict(rows.values_list("user_id").annotate(n=Count("pk")))


def _more_than(bound: int, action: ReadAction) -> dict[int, int]:
    counted = _of_the_week(action).values_list("user_id").annotate(n=Count("pk"))
    return dict(counted.filter(n__gt=bound))


def _taken_in_bulk() -> dict[int, int]:
    """Different people whom somebody read by the API, with a key or a session, or took along."""
    rows = _of_the_week(ReadAction.API, ReadAction.EXPORT)
    people = rows.annotate(
        person=Func(F("client_ids"), function="unnest", output_field=BigIntegerField())
    )
    taken: dict[int, set[int]] = defaultdict(set)
    for user, person in people.values_list("user_id", "person").distinct():
        taken[user].add(person)
    return {user: len(found) for user, found in taken.items() if len(found) > BULK}


def _of_the_week(*actions: ReadAction) -> QuerySet[ReadLog, Any]:
    return ReadLog.objects.filter(action__in=actions, at__gte=Now() - WEEK).order_by()


def _stands_out(people: int, others: list[int]) -> bool:
    if len(others) < ENOUGH_COLLEAGUES:
        return False
    return people > fmean(others) + SIGMAS * max(pstdev(others), 1.0)


def _people_by_user(rows: QuerySet[ReadLog, Any]) -> dict[int, int]:
    return dict(rows.values_list("user_id").annotate(n=Count("person", distinct=True)))
