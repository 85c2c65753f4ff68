"""Keys of machines: asked for by one person, granted by another, fetched once, recognised and revoked."""

import secrets
from collections.abc import Sequence, Set
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from hashlib import sha256
from ipaddress import IPv4Network, IPv6Network, ip_network
from uuid import uuid4

from django.db import transaction
from django.db.models import Q
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.enums import (
    AT_HOME_SCOPES,
    INSTITUTION_ROLES,
    KEY_NOTICE,
    KEY_ROLES,
    EventKind,
    KeyScope,
    Role,
)
from accounts.hands import demand_another
from accounts.models import LONGEST_KEY_LIFE, ServiceKey, User
from accounts.services.events import record
from common.errors import DomainError
from common.jobs import request_job
from partners.models import Institution


PREFIX = "rsk_"
BYTES = 32
SHOWN = len(PREFIX) + 4
SEEN_AGAIN = timedelta(minutes=1)
# The widest network that a key may come from, by the version of the protocol.
WIDEST = {4: 16, 6: 48}


@dataclass(frozen=True, slots=True)
class Machine:
    """Who comes with the key, and what for."""

    name: str
    role: str
    institution: Institution | None
    scopes: Sequence[str]
    networks: Sequence[str]
    expires_on: date
    purpose: str = ""


@transaction.atomic
def ask_key(*, machine: Machine, actor: User, at: datetime, ip: str | None = None) -> ServiceKey:
    """Opens nothing until a data officer has granted it."""
    _demand_place(machine)
    _demand_own(machine, actor)
    _demand_scopes(machine, actor)
    row = ServiceKey.objects.create(
        name=machine.name,
        purpose=machine.purpose,
        user=_account_of(machine),
        scopes=list(machine.scopes),
        networks=[str(_narrow(network)) for network in machine.networks],
        created_by=actor,
        created_at=at,
        expires_at=_end_of(machine.expires_on, at),
    )
    record(actor, EventKind.KEY_ASKED, ip=ip, detail=_about(row))
    _notify(row, "asked", actor)
    return row


@transaction.atomic
def grant_key(*, key: ServiceKey, actor: User, at: datetime, ip: str | None = None) -> ServiceKey:
    """By another person than who asked, told to all data officers; whoever asked may then fetch it."""
    row = _locked_waiting(key, at)
    demand_another(actor, row.hands)
    for network in row.networks:  # of a key from before, too
        _narrow(network)
    row.granted_by, row.granted_at = actor, at
    row.save(update_fields=["granted_by", "granted_at"])
    record(row.created_by, EventKind.KEY_GRANTED, actor=actor, ip=ip, detail=_about(row))
    _notify(row, "granted", actor)
    return row


@transaction.atomic
def refuse_key(*, key: ServiceKey, actor: User, at: datetime, ip: str | None = None) -> ServiceKey:
    row = _locked_waiting(key, at)
    row.revoked_at = at
    row.save(update_fields=["revoked_at"])
    record(row.created_by, EventKind.KEY_REFUSED, actor=actor, ip=ip, detail=_about(row))
    return row


@transaction.atomic
def make_key(*, key: ServiceKey, actor: User, ip: str | None = None) -> tuple[ServiceKey, str]:
    """The key's row, and the key itself: nobody can read it a second time."""
    row = _locked(key)
    if not row.is_ready:
        raise DomainError(
            _("Kunci ini belum disetujui, sudah diambil, atau dicabut."), code="not_ready"
        )
    secret = PREFIX + secrets.token_urlsafe(BYTES)
    row.beginning, row.hash = secret[:SHOWN], hash_of(secret)
    row.save(update_fields=["beginning", "hash"])
    record(actor, EventKind.KEY_MADE, ip=ip, detail=_about(row))
    return row, secret


@transaction.atomic
def revoke_key(*, key: ServiceKey, actor: User, at: datetime, ip: str | None = None) -> ServiceKey:
    """For good, and at once: the next request with it is refused. Revoking twice keeps the first time."""
    row = _locked(key)
    if row.revoked_at is None:
        row.revoked_at = at
        row.save(update_fields=["revoked_at"])
        record(actor, EventKind.KEY_REVOKED, ip=ip, detail=_about(row))
    return row


def open_key(key: str, address: str) -> ServiceKey | None:
    """The live key with these letters that may come from this address; no word about why not."""
    rows = ServiceKey.objects.live().select_related("user__institution")
    found = rows.filter(hash=hash_of(key)).first()
    return found if found and found.may_come_from(address) else None


def note_use(key: ServiceKey) -> None:
    """Once a minute is enough to see which keys are in use."""
    long_ago = Q(last_used_at=None) | Q(last_used_at__lt=Now() - SEEN_AGAIN)
    ServiceKey.objects.filter(long_ago, pk=key.pk).update(last_used_at=Now())


def hash_of(key: str) -> str:
    """256 random bits need no salt and no slow hash: nobody can try them all."""
    return sha256(key.encode()).hexdigest()


def _account_of(machine: Machine) -> User:
    """The account of that name, so that a new key goes on where the old one ends; made if there is none."""
    facts = {"name": machine.name, "role": machine.role, "institution": machine.institution}
    account: User | None = User.objects.filter(**facts, is_service=True, is_active=True).first()
    if account is None:
        account = User(**facts, is_service=True, email=f"layanan-{uuid4()}@mesin.invalid")
        account.set_unusable_password()
        account.save()
    return account


def _demand_place(machine: Machine) -> None:
    if machine.role not in KEY_ROLES:
        raise DomainError(
            _("Peran ini tidak untuk akun layanan."), code="unknown_role", field="role"
        )
    works_for_one = machine.role in INSTITUTION_ROLES
    if works_for_one and machine.institution is None:
        raise DomainError(
            _("Peran ini bekerja untuk satu lembaga. Pilih lembaganya."),
            code="needs_institution",
            field="institution",
        )
    if not works_for_one and machine.institution is not None:
        raise DomainError(
            _("Peran ini bekerja untuk seluruh Indonesia, tanpa lembaga."),
            code="no_institution",
            field="institution",
        )


def _demand_own(machine: Machine, actor: User) -> None:
    """A head asks for the own house; the ministry, which works for no house, for any."""
    if actor.institution_id is not None and actor.institution != machine.institution:
        raise DomainError(
            _("Anda meminta kunci untuk lembaga Anda sendiri."),
            code="other_institution",
            field="institution",
        )


def _demand_scopes(machine: Machine, actor: User) -> None:
    """Nobody has a machine do what they may not do themselves."""
    if machine.role == Role.AUDITOR and any(map(_is_no_auditors, machine.scopes)):
        raise DomainError(
            _("Auditor hanya membaca, dan data diri tetap disamarkan: hilangkan cakupan lain."),
            code="auditor_reads",
            field="scopes",
        )
    if actor.institution_id is None and AT_HOME_SCOPES & set(machine.scopes):
        raise DomainError(
            _(
                "Cakupan yang menampilkan data diri atau mengubah berkas klien diminta kepala lembaga itu sendiri: %(scopes)s."
            )
            % {"scopes": "; ".join(_said(AT_HOME_SCOPES & set(machine.scopes)))},
            code="at_home_only",
            field="scopes",
        )


def _said(scopes: Set[str]) -> list[str]:
    return [str(scope.label) for scope in KeyScope if scope in scopes]


def _is_no_auditors(scope: str) -> bool:
    return scope.endswith(":write") or scope == KeyScope.CLIENTS_IDENTITY


def _narrow(network: str) -> IPv4Network | IPv6Network:
    found = ip_network(network)
    if found.prefixlen < WIDEST[found.version]:
        raise DomainError(
            _(
                "Jaringan %(network)s terlalu luas. Sebutkan jaringan sistem itu: IPv4 paling luas /16, IPv6 paling luas /48."
            )
            % {"network": found},
            code="wide_network",
            field="networks",
        )
    return found


def _locked(key: ServiceKey) -> ServiceKey:
    rows = ServiceKey.objects.select_for_update(no_key=True, of=("self",))
    return rows.select_related("created_by").get(pk=key.pk)


def _locked_waiting(key: ServiceKey, at: datetime) -> ServiceKey:
    row = _locked(key)
    if not row.is_waiting or row.expires_at <= at:
        raise DomainError(
            _("Permintaan kunci ini sudah dijawab atau lewat waktunya."), code="answered"
        )
    return row


def _about(row: ServiceKey) -> str:
    return f"{row.name}: {', '.join(row.scopes)}"


def _notify(row: ServiceKey, what: str, actor: User) -> None:
    request_job(KEY_NOTICE, f"{row.pk} {what}", payload={}, requested_by=actor)


def _end_of(day: date, at: datetime) -> datetime:
    """The last moment of `day`, which is today at the earliest and within a year."""
    ends = timezone.make_aware(datetime.combine(day, time.max))
    if not at < ends <= at + LONGEST_KEY_LIFE:
        raise DomainError(
            _("Kunci berlaku paling singkat sampai hari ini dan kurang dari 365 hari."),
            code="life",
            field="expires_on",
        )
    return ends
