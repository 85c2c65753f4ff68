"""Second factors in our words, their secrets sealed before they reach the database."""

import base64
import os
from collections.abc import Iterator
from typing import Any, ClassVar

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.utils.translation import gettext as _, gettext_lazy

from accounts.models import User


NONCE_BYTES = 12


class SealedFactors(DefaultMFAAdapter):
    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultMFAAdapter.error_messages,
        "cannot_generate_recovery_codes": gettext_lazy(
            "Pasang aplikasi autentikator atau kunci sandi lebih dulu."
        ),
        "incorrect_code": gettext_lazy("Kode atau kunci ini tidak cocok. Coba sekali lagi."),
    }

    def encrypt(self, text: str) -> str:
        nonce = os.urandom(NONCE_BYTES)
        sealed = AESGCM(_key(settings.SECRET_KEY)).encrypt(nonce, text.encode(), None)
        return base64.urlsafe_b64encode(nonce + sealed).decode()

    def decrypt(self, encrypted_text: str) -> str:
        raw = base64.urlsafe_b64decode(encrypted_text)
        for key in _keys():
            try:
                return AESGCM(key).decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], None).decode()
            except InvalidTag:
                continue
        raise InvalidTag

    def get_totp_issuer(self) -> str:
        return settings.PRODUCT_NAME

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return {**super().get_public_key_credential_rp_entity(), "name": settings.PRODUCT_NAME}

    def generate_authenticator_name(self, user: User, type: Any) -> str:  # noqa: A002  allauth's word
        number = Authenticator.objects.filter(user=user, type=type).count() + 1
        return _("Kunci sandi %(number)s") % {"number": number}


def _keys() -> Iterator[bytes]:
    """The key of today and those of before a change of SECRET_KEY."""
    for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
        yield _key(str(secret))


def _key(secret: str) -> bytes:
    derive = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"atensi second factors")
    return derive.derive(secret.encode())
