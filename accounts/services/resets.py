"""A lost telephone: one person asks for the second factor to be taken off, another confirms."""

import datetime as dt

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.enums import EventKind
from accounts.hands import demand_another
from accounts.models import FactorReset, User
from accounts.services.events import record
from accounts.services.managing import close_sessions
from common.errors import DomainError


@transaction.atomic
def ask_reset(*, user: User, actor: User, at: dt.datetime, ip: str | None = None) -> FactorReset:
    User.objects.select_for_update().get(pk=user.pk)
    if user.pk == actor.pk:
        raise DomainError(_("Minta orang lain melakukannya untuk Anda."), code="own_account")
    if not Authenticator.objects.filter(user=user).exists():
        raise DomainError(_("Orang ini belum mempunyai faktor kedua."), code="no_factor")
    reset = _open(user)
    if reset and not _is_late(reset, at):
        raise DomainError(_("Permintaan ini sudah menunggu orang kedua."), code="already_asked")
    if reset:
        _close(reset, at)
    record(user, EventKind.RESET_ASKED, actor=actor, ip=ip)
    return FactorReset.objects.create(user=user, asked_by=actor, asked_at=at)


@transaction.atomic
def confirm_reset(*, user: User, actor: User, at: dt.datetime, ip: str | None = None) -> None:
    """The factors go, and every session with them: the next sign-in enrols anew."""
    reset = _demand_open(user, at)
    demand_another(actor, reset.hands)
    reset.confirmed_by = actor
    _close(reset, at)
    Authenticator.objects.filter(user=user).delete()
    close_sessions(user)
    record(user, EventKind.RESET_CONFIRMED, actor=actor, ip=ip)


@transaction.atomic
def drop_reset(*, user: User, actor: User, at: dt.datetime, ip: str | None = None) -> None:
    _close(_demand_open(user, at), at)
    record(user, EventKind.RESET_DROPPED, actor=actor, ip=ip)


def _open(user: User) -> FactorReset | None:
    return FactorReset.objects.select_for_update().filter(user=user, closed_at=None).first()


def _demand_open(user: User, at: dt.datetime) -> FactorReset:
    reset = _open(user)
    if reset is None or _is_late(reset, at):
        raise DomainError(_("Tidak ada permintaan yang menunggu."), code="nothing_asked")
    return reset


def _is_late(reset: FactorReset, at: dt.datetime) -> bool:
    return at >= reset.asked_at + dt.timedelta(hours=settings.FACTOR_RESET_HOURS)


def _close(reset: FactorReset, at: dt.datetime) -> None:
    reset.closed_at = at
    reset.save(update_fields=["closed_at", "confirmed_by"])
