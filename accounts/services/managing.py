"""What those who answer for an account do to it. The rights are the views' question."""

import datetime as dt
from importlib import import_module

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.enums import EventKind, Role
from accounts.models import Appointment, Invitation, User
from accounts.services.events import record
from accounts.services.people import Person, demand_alone, demand_domain, demand_place
from common.errors import DomainError
from partners.models import Institution


def change_role(
    *,
    user: User,
    role: str,
    institution: Institution | None,
    actor: User,
    ip: str | None = None,
) -> User:
    demand_alone(role)
    return give_role(user=user, role=role, institution=institution, actor=actor, ip=ip)


@transaction.atomic
def give_role(
    *,
    user: User,
    role: str,
    institution: Institution | None,
    actor: User,
    ip: str | None = None,
) -> User:
    """Holds at the person's next request: the role is read every time."""
    user = _locked(user)
    demand_other_place(user, role, institution)
    before = user.role
    user.role, user.institution = role, institution
    user.save(update_fields=["role", "institution"])
    detail = f"{Role(before).label} → {Role(role).label}"
    if institution:
        detail += f", {institution.name}"
    record(user, EventKind.ROLE_CHANGED, actor=actor, ip=ip, detail=detail)
    return user


def demand_other_place(user: User, role: str, institution: Institution | None) -> None:
    person = Person(user.email, user.name, role, institution)
    demand_place(person)
    demand_domain(person, field="institution")
    if (user.role, user.institution_id) == (role, institution.pk if institution else None):
        raise DomainError(_("Peran dan lembaganya masih sama."), code="unchanged", field="role")


@transaction.atomic
def deactivate(*, user: User, actor: User, at: dt.datetime, ip: str | None = None) -> None:
    """All sessions end at once, and what the person has offered to others is taken back."""
    user = _locked(user)
    if not user.is_active:
        raise DomainError(_("Akun ini sudah tidak aktif."), code="inactive")
    user.is_active = False
    user.save(update_fields=["is_active"])
    Invitation.objects.open().filter(invited_by=user).update(revoked_at=at)
    Appointment.objects.open().filter(asked_by=user).update(answered_by=actor, answered_at=at)
    close_sessions(user)
    record(user, EventKind.DEACTIVATED, actor=actor, ip=ip)


@transaction.atomic
def reactivate(*, user: User, actor: User, ip: str | None = None) -> None:
    user = _locked(user)
    if user.is_active:
        raise DomainError(_("Akun ini masih aktif."), code="active")
    user.is_active = True
    user.save(update_fields=["is_active"])
    record(user, EventKind.REACTIVATED, actor=actor, ip=ip)


@transaction.atomic
def end_sessions(
    *, user: User, actor: User, keep: str = "", only: int | None = None, ip: str | None = None
) -> int:
    """End all of a person's sessions, or one of them; `keep` is the key of the one that asks."""
    ended = close_sessions(user, keep=keep, only=only)
    if ended:
        record(
            user,
            EventKind.SESSIONS_ENDED,
            actor=actor,
            ip=ip,
            detail=_("%(n)s perangkat") % {"n": ended},
        )
    return ended


def close_sessions(user: User, *, keep: str = "", only: int | None = None) -> int:
    rows = UserSession.objects.filter(user=user).exclude(session_key=keep)
    if only is not None:
        rows = rows.filter(pk=only)
    keys = list(rows.values_list("session_key", flat=True))
    store = import_module(settings.SESSION_ENGINE).SessionStore
    store.get_model_class().objects.filter(session_key__in=keys).delete()
    rows.delete()
    return len(keys)


def _locked(user: User) -> User:
    found: User = User.objects.select_for_update().get(pk=user.pk)
    return found
