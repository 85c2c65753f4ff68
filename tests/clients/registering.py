"""The facts of an ordinary intake, for tests that change one of them."""

from dataclasses import replace
from datetime import date
from typing import Any

from accounts.models import User
from clients.enums import (
    ConsentGiver,
    ConsentMethod,
    FamilyRelation,
    LegalStatus,
    NikMissingReason,
    ReentryReason,
    ReferralSource,
    Sex,
)
from clients.facts import Agreed, Family, Identity, Opening
from tests.regions.factories import RegencyFactory


NIK = "3271011503000004"


def identity(**changes: Any) -> Identity:
    usual = {
        "name": "Rian Saputra",
        "sex": Sex.MALE,
        "birth_date": date(2000, 3, 15),
        "regency": RegencyFactory(),
        "nik": "" if "nik_missing_reason" in changes else NIK,
    }
    return Identity(**(usual | changes))


def without_nik(**changes: Any) -> Identity:
    return identity(nik_missing_reason=NikMissingReason.NO_CARD, **changes)


def facts(actor: User, **changes: Any) -> dict[str, Any]:
    usual = {
        "identity": identity(),
        "family": Family("Aminah", FamilyRelation.MOTHER, phone="081234567890", is_guardian=True),
        "opening": Opening(ReferralSource.FAMILY, LegalStatus.NONE, actor),
        "agreed": Agreed(ConsentGiver.SELF, ConsentMethod.WRITTEN, date(2026, 3, 2)),
    }
    return {**usual, **changes, "actor": actor}


def returning(actor: User, reason: str = ReentryReason.OTHER) -> dict[str, Any]:
    """What is new when a known person comes back."""
    usual = facts(actor)
    opening = replace(usual["opening"], reentry_reason=reason)
    return {"opening": opening, "agreed": usual["agreed"], "actor": actor}


def posted(actor: User, **changes: Any) -> dict[str, Any]:
    """The same intake as a browser sends it."""
    usual = {
        "name": "Rian Saputra",
        "nik": NIK,
        "sex": Sex.MALE,
        "birth_date": "2000-03-15",
        "regency": RegencyFactory().pk,
        "family_name": "Aminah",
        "family_relation": FamilyRelation.MOTHER,
        "family_phone": "0812 3456 7890",
        "referral_source": ReferralSource.FAMILY,
        "legal_status": LegalStatus.NONE,
        "lead_worker": actor.pk,
        "given_by": ConsentGiver.SELF,
        "method": ConsentMethod.WRITTEN,
        "given_on": "2026-03-02",
        "was_read_out": "on",
    }
    return {name: value for name, value in (usual | changes).items() if value is not None}
