"""What people write down, and the key under which they send it."""

import random
import uuid
from datetime import date, timedelta

from django.utils import timezone

from clients.enums import (
    ConsentGiver,
    ConsentMethod,
    FamilyRelation,
    LegalStatus,
    NikMissingReason,
    NoteKind,
    ReferralSource,
    Sex,
)
from tools.drills.ledger import Kind, Write


LOOK, INTAKE, NOTE = "/klien/baru/", "/klien/baru/isian/", "catatan/baru/"
KEY = "idempotency_key"
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def keyed(values: dict[str, str]) -> dict[str, str]:
    return {**values, KEY: str(uuid.uuid4())}


def note(file: str) -> Write:
    now, text = timezone.localtime(), _canary()
    values = {"kind": NoteKind.OTHER, "on": f"{now:%Y-%m-%d}", "time": f"{now:%H:%M}", "text": text}
    return Write(Kind.NOTE, text, f"{file}{NOTE}", keyed(values))


def intake(worker: str) -> Write:
    name, born = _canary(), date(1990, 1, 1) + timedelta(days=random.randrange(4000))
    values = {"name": name, "birth_date": str(born), **_rest_of_the_intake(worker)}
    return Write(Kind.CLIENT, name, INTAKE, keyed(values))


def search_before(write: Write) -> dict[str, str]:
    return {name: write.values[name] for name in ("name", "birth_date", "nik")}


def _canary() -> str:
    """Letters only, because it also serves as a name."""
    first, second = ("".join(random.choices(LETTERS, k=10)).capitalize() for _ in range(2))
    return f"Kenari {first} {second}"


def _rest_of_the_intake(worker: str) -> dict[str, str]:
    return {
        "nik": "",
        "nik_missing_reason": NikMissingReason.NO_CARD,
        "sex": Sex.MALE,
        "regency": "3271",
        "family_name": "Aminah",
        "family_relation": FamilyRelation.MOTHER,
        "referral_source": ReferralSource.FAMILY,
        "legal_status": LegalStatus.NONE,
        "lead_worker": worker,
        "given_by": ConsentGiver.SELF,
        "method": ConsentMethod.WRITTEN,
        "given_on": str(timezone.localdate()),
        "was_read_out": "on",
    }
