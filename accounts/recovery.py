"""Recovery codes, of which slow hashes are kept: allauth alone would keep what all ten are made of.

They lie where allauth looks for codes that somebody else has made ("migrated_codes") and are taken out as they are used.
"""

from allauth.core.internal.cryptokit import normalize_user_code
from allauth.mfa import app_settings
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.utils import encrypt
from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction


CODES, SEED = "migrated_codes", "seed"
NO_CODES: dict[str, list[str]] = {CODES: []}


class Hashed(str):
    """Equal to the code that it was made of, however that is grouped. A code of another length is not even tried."""

    def __eq__(self, typed: object) -> bool:
        code = normalize_user_code(typed) if isinstance(typed, str) else ""
        return len(code) == app_settings.RECOVERY_CODE_DIGITS and check_password(code, str(self))

    __hash__ = str.__hash__


def is_hash(text: str) -> bool:
    """What is hidden under the key file is "name:base64" and has none of these."""
    return "$" in text


def make_codes(row: Authenticator) -> list[str]:
    """New ones in the place of whatever was there; they are told this once."""
    chance = {SEED: encrypt(RecoveryCodes.generate_seed()), "used_mask": 0}
    codes = RecoveryCodes(Authenticator(data=chance)).generate_codes()
    _keep(row, codes)
    return codes


@transaction.atomic
def hash_old_codes(pk: int) -> None:
    """Codes from before hashes were kept: those that are printed somewhere and unused go on."""
    row = Authenticator.objects.select_for_update().filter(pk=pk, data__has_key=SEED).first()
    if row is not None:
        old = row.wrap()
        _keep(row, old.get_unused_codes() if old.did_view else [])


def _keep(row: Authenticator, codes: list[str]) -> None:
    left = {name: value for name, value in row.data.items() if name == "viewed_at"}
    row.data = {**left, CODES: [make_password(code) for code in codes]}
    row.save(update_fields=["data"])
