"""Making, revoking and recognising the keys of machines."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from hashlib import sha256
from ipaddress import ip_network
from uuid import uuid4

from django.db import transaction
from django.db.models import Q
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.enums import INSTITUTION_ROLES, KEY_ROLES, Role
from accounts.models import LONGEST_KEY_LIFE, ServiceKey, User
from common.errors import DomainError
from partners.models import Institution


PREFIX = "rsk_"
BYTES = 32
SHOWN = len(PREFIX) + 4
SEEN_AGAIN = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Machine:
    """Who comes with the key, and what for."""

    name: str
    role: str
    institution: Institution | None
    scopes: Sequence[str]
    networks: Sequence[str]
    expires_on: date


@transaction.atomic
def make_key(*, machine: Machine, actor: User, at: datetime) -> tuple[ServiceKey, str]:
    """The key's row, and the key itself: nobody can read it a second time."""
    _demand_place(machine)
    _demand_scopes(machine)
    key = PREFIX + secrets.token_urlsafe(BYTES)
    row = ServiceKey.objects.create(
        name=machine.name,
        user=_account_of(machine),
        beginning=key[:SHOWN],
        hash=hash_of(key),
        scopes=list(machine.scopes),
        networks=[str(ip_network(network)) for network in machine.networks],
        created_by=actor,
        created_at=at,
        expires_at=_end_of(machine.expires_on, at),
    )
    return row, key


def revoke_key(*, key: ServiceKey, at: datetime) -> ServiceKey:
    """For good, and at once: the next request with it is refused. Revoking twice keeps the first time."""
    ServiceKey.objects.filter(pk=key.pk, revoked_at=None).update(revoked_at=at)
    key.refresh_from_db()
    return key


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


def _demand_scopes(machine: Machine) -> None:
    writes = [scope for scope in machine.scopes if scope.endswith(":write")]
    if machine.role == Role.AUDITOR and writes:
        raise DomainError(
            _("Auditor hanya membaca: hilangkan cakupan yang menulis."),
            code="auditor_writes",
            field="scopes",
        )


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
