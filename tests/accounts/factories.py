"""Invitations, sessions and second factors for the tests about accounts."""

from datetime import timedelta

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from allauth.usersessions.models import UserSession
from django.utils import timezone

from accounts.models import Appointment, User
from accounts.services.appointments import Wanted, ask_appointment
from accounts.services.invitations import Sent, invite
from accounts.services.people import Person
from accounts.sessions import SessionStore
from common.hashers import Argon2
from partners.models import Institution
from tests import people


NEWCOMER = "rina@contoh.id"


class QuickArgon2(Argon2):
    """The same way, without its cost."""

    time_cost, memory_cost = 1, 8


def invited(
    *,
    actor: User | None = None,
    role: str = "social_worker",
    institution: Institution | None = None,
    email: str = NEWCOMER,
    hours_ago: int = 0,
) -> Sent:
    person = Person(email, "Rina Wulandari", role, institution or people.melati())
    at = timezone.now() - timedelta(hours=hours_ago)
    return invite(person=person, actor=actor or people.budi(), at=at)


def appointed(
    institution: Institution | None = None, email: str = NEWCOMER, role: str = "supervisor"
) -> Appointment:
    """Asked for by fitri: a supervisor of Sentra Melati unless told."""
    place = None if role == "auditor" else institution or people.melati()
    return ask_appointment(
        wanted=Wanted(Person(email, f"Rina {email}"[:120], role, place), "Pengganti."),
        actor=people.fitri(),
        at=timezone.now(),
    )


def signed_in_elsewhere(user: User) -> UserSession:
    session = SessionStore()
    session["seen_at"] = timezone.now().timestamp()
    session.create()
    return UserSession.objects.create(
        user=user, ip="10.0.0.7", session_key=session.session_key, user_agent="Firefox/140 Linux"
    )


def with_app(user: User) -> str:
    """Give the person an authenticator app; the secret it shows codes from."""
    secret = generate_totp_secret()
    TOTP.activate(user, secret)
    return secret


def code_of(secret: str, step: int = 0) -> str:
    """What the app shows now, or some half minutes from now."""
    counters = list(yield_hotp_counters_from_time())
    return format_hotp_value(hotp_value(secret, counters[len(counters) // 2] + step))


def seed_of(user: User, kind: str = Authenticator.Type.TOTP) -> str:
    row = Authenticator.objects.get(user=user, type=kind)
    return get_adapter().decrypt(row.data["secret"])
