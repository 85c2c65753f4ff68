"""What the pages about accounts show."""

import datetime as dt
from dataclasses import dataclass
from importlib import import_module

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.db.models import Q, QuerySet

from accounts.enums import GIVES
from accounts.models import AccountEvent, Appointment, FactorReset, User
from accounts.permissions import can_answer_appointment


@dataclass(frozen=True, slots=True)
class Device:
    """One place where a person is signed in."""

    pk: int
    since: dt.datetime
    seen_at: dt.datetime
    ip: str
    browser: str
    is_here: bool


@dataclass(frozen=True, slots=True)
class Factors:
    app: Authenticator | None
    keys: list[Authenticator]
    codes_left: int | None

    @property
    def any(self) -> bool:
        return bool(self.app or self.keys)


def events_of(user: User, limit: int = 10) -> list[AccountEvent]:
    rows = AccountEvent.objects.filter(user=user).select_related("actor")
    return list(rows.order_by("-at", "-pk")[:limit])


def factors_of(user: User) -> Factors:
    rows = list(Authenticator.objects.filter(user=user).order_by("created_at"))
    kinds = Authenticator.Type
    codes = next((row for row in rows if row.type == kinds.RECOVERY_CODES), None)
    return Factors(
        app=next((row for row in rows if row.type == kinds.TOTP), None),
        keys=[row for row in rows if row.type == kinds.WEBAUTHN],
        codes_left=len(codes.wrap().get_unused_codes()) if codes else None,
    )


def devices_of(user: User, at: dt.datetime, here: str = "") -> list[Device]:
    """Sessions that still live; one that has gone, or sat still for too long, is passed over."""
    rows = UserSession.objects.filter(user=user).order_by("-created_at")
    live = _live_sessions([row.session_key for row in rows], at)
    return [
        Device(
            pk=row.pk,
            since=row.created_at,
            seen_at=dt.datetime.fromtimestamp(live[row.session_key]["seen_at"], dt.UTC),
            ip=row.ip,
            browser=browser_name(row.user_agent),
            is_here=row.session_key == here,
        )
        for row in rows
        if row.session_key in live
    ]


def waiting_reset(user: User, at: dt.datetime) -> FactorReset | None:
    since = at - dt.timedelta(hours=settings.FACTOR_RESET_HOURS)
    rows = FactorReset.objects.filter(user=user, closed_at=None, asked_at__gt=since)
    return rows.select_related("asked_by").first()


@dataclass(frozen=True, slots=True)
class Waiting:
    """An appointment, and what this person may do with it."""

    row: Appointment
    may_answer: bool
    is_own: bool


def appointments_for(user: User) -> list[Waiting]:
    rows = Appointment.objects.open().seen_by(user).select_related("institution", "asked_by")
    return [
        Waiting(row, can_answer_appointment(user, row), row.asked_by_id == user.pk)
        for row in rows.order_by("-asked_at", "-pk")
    ]


def answerers_of(appointment: Appointment) -> list[User]:
    near = Q(institution=None) | Q(institution=appointment.institution_id)
    people = User.objects.filter(near, is_active=True, is_service=False, role__in=GIVES)
    return [user for user in people if can_answer_appointment(user, appointment)]


def managed_users(user: User) -> QuerySet[User]:
    rows: QuerySet[User] = User.objects.managed_by(user)
    return rows.select_related("institution").order_by("name", "pk")


BROWSERS = (
    ("Edg/", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
DEVICES = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS", "macOS"),
    ("Linux", "Linux"),
)


def browser_name(agent: str) -> str:
    """“Chrome, Windows”: enough for a person to know their own device again."""
    found = [
        next((name for mark, name in kinds if mark in agent), "") for kinds in (BROWSERS, DEVICES)
    ]
    return ", ".join(filter(None, found))


def _live_sessions(keys: list[str], at: dt.datetime) -> dict[str, dict[str, float]]:
    store = import_module(settings.SESSION_ENGINE).SessionStore
    rows = store.get_model_class().objects.filter(session_key__in=keys)
    found = {row.session_key: row.get_decoded() for row in rows}
    idle_since = at.timestamp() - settings.SESSION_IDLE_SECONDS
    return {key: data for key, data in found.items() if data.get("seen_at", 0) > idle_since}
