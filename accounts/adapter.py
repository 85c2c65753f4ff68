from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _


class ClosedAccountAdapter(DefaultAccountAdapter):
    """Nobody signs up: accounts are given by the ministry."""

    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _("Surel atau kata sandi salah."),
        "account_inactive": _("Akun ini tidak aktif lagi. Hubungi admin kementerian."),
        "enter_current_password": _("Kata sandi saat ini salah."),
        "incorrect_password": _("Kata sandi salah."),
        "invalid_password_reset": _("Tautan ini tidak berlaku lagi."),
        "too_many_login_attempts": _(
            "Terlalu banyak percobaan masuk. Coba lagi beberapa menit lagi."
        ),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
