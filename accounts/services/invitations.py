"""An invitation waits 72 hours for one person, works once, and can be taken back."""

import datetime as dt
import hashlib
import secrets
from dataclasses import dataclass

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from accounts.enums import EventKind
from accounts.models import Invitation, User
from accounts.services.events import record
from accounts.services.people import Person, add_user, demand_alone, demand_person
from common.errors import DomainError


@dataclass(frozen=True, slots=True)
class Sent:
    """The token is here and in the letter, and nowhere else."""

    invitation: Invitation
    token: str


def invite(*, person: Person, actor: User, at: dt.datetime, ip: str | None = None) -> Sent:
    demand_alone(person.role)
    return send_invitation(person=person, actor=actor, at=at, ip=ip)


@transaction.atomic
def send_invitation(*, person: Person, actor: User, at: dt.datetime, ip: str | None = None) -> Sent:
    """`actor` answers for the newcomer: whoever asked, where it took two."""
    demand_person(person)
    email = free_address(person.email)
    Invitation.objects.open().filter(email=email, expires_at__lte=at).update(revoked_at=at)
    invitation = Invitation(
        email=email,
        name=person.name,
        role=person.role,
        institution=person.institution,
        invited_by=actor,
    )
    try:
        with transaction.atomic():
            token = _renew(invitation, at)
    except IntegrityError as error:
        raise taken() from error
    record(actor, EventKind.INVITED, ip=ip, detail=email)
    return Sent(invitation, token)


@transaction.atomic
def resend(*, invitation: Invitation, actor: User, at: dt.datetime, ip: str | None = None) -> Sent:
    """A new link with a new term; the old one opens nothing any more."""
    invitation = _locked_open(invitation)
    token = _renew(invitation, at)
    record(actor, EventKind.INVITED, ip=ip, detail=invitation.email)
    return Sent(invitation, token)


@transaction.atomic
def revoke(*, invitation: Invitation, actor: User, at: dt.datetime, ip: str | None = None) -> None:
    invitation = _locked_open(invitation)
    invitation.revoked_at = at
    invitation.save(update_fields=["revoked_at"])
    record(actor, EventKind.INVITATION_REVOKED, ip=ip, detail=invitation.email)


@transaction.atomic
def accept(
    *, invitation: Invitation, password: str, at: dt.datetime, ip: str | None = None
) -> User:
    invitation = Invitation.objects.select_for_update(of=("self",)).get(pk=invitation.pk)
    if not invitation.is_valid(at):
        raise DomainError(
            _("Undangan ini sudah dipakai, dibatalkan, atau lewat waktunya."), code="no_invitation"
        )
    person = Person(invitation.email, invitation.name, invitation.role, invitation.institution)
    user = add_user(person=person, password=password, invited_by=invitation.invited_by)
    invitation.used_at = at
    invitation.save(update_fields=["used_at"])
    record(user, EventKind.JOINED, actor=invitation.invited_by, ip=ip)
    return user


def free_address(email: str) -> str:
    email = User.objects.normalize_email(email).lower()
    if User.objects.filter(email=email).exists():
        raise taken()
    return email


def digest(token: str) -> str:
    """Enough without a salt: the token is 256 bits of chance, not a word that somebody chose."""
    return hashlib.sha256(token.encode()).hexdigest()


def _renew(invitation: Invitation, at: dt.datetime) -> str:
    token = secrets.token_urlsafe(32)
    invitation.token_hash = digest(token)
    invitation.sent_at = at
    invitation.expires_at = at + dt.timedelta(hours=settings.INVITATION_HOURS)
    invitation.save()
    return token


def _locked_open(invitation: Invitation) -> Invitation:
    found = Invitation.objects.open().select_for_update().filter(pk=invitation.pk).first()
    if found is None:
        raise DomainError(_("Undangan ini sudah dipakai atau dibatalkan."), code="no_invitation")
    return found


def taken() -> DomainError:
    return DomainError(
        _("Surel ini sudah dipakai sebuah akun atau sudah diundang."),
        code="email_taken",
        field="email",
    )
