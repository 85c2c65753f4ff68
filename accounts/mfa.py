"""Second factors in our words, their secrets under the keys of the key file before they reach the database."""

from typing import Any, ClassVar

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _, gettext_lazy

from accounts.models import User
from accounts.recovery import Hashed, is_hash
from common.sealed.keyring import hide, hide_again, show


# Of an app; of recovery codes from before they were hashed. A passkey's public key is none.
SECRETS = ("secret", "seed")


class SealedFactors(DefaultMFAAdapter):
    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultMFAAdapter.error_messages,
        "cannot_generate_recovery_codes": gettext_lazy(
            "Pasang aplikasi autentikator atau kunci sandi lebih dulu."
        ),
        "incorrect_code": gettext_lazy(
            "Kode atau kunci ini tidak cocok. Kode aplikasi berganti setiap 30 detik: tunggu kode"
            " berikutnya, lalu coba lagi."
        ),
    }

    def encrypt(self, text: str) -> str:
        return hide(text)

    def decrypt(self, encrypted_text: str) -> str:
        return Hashed(encrypted_text) if is_hash(encrypted_text) else show(encrypted_text)

    def get_totp_issuer(self) -> str:
        return settings.PRODUCT_NAME

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return {**super().get_public_key_credential_rp_entity(), "name": settings.PRODUCT_NAME}

    def generate_authenticator_name(self, user: User, type: Any) -> str:  # noqa: A002  allauth's word
        number = Authenticator.objects.filter(user=user, type=type).count() + 1
        return _("Kunci sandi %(number)s") % {"number": number}


@transaction.atomic
def hide_factors_again() -> int:
    """Under the newest key; how many were under another."""
    changed = 0
    for factor in Authenticator.objects.select_for_update().order_by("pk"):
        old = {name: factor.data[name] for name in SECRETS if name in factor.data}
        new = {name: hide_again(hidden) for name, hidden in old.items()}
        if new != old:
            factor.data = {**factor.data, **new}
            factor.save(update_fields=["data"])
            changed += 1
    return changed
