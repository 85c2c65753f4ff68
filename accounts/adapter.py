from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy as _

from accounts.enums import EventKind
from accounts.models import User
from accounts.reauth import recently_confirmed
from accounts.services.events import record
from accounts.services.forgotten import ask_for_new_password


class ClosedAccountAdapter(DefaultAccountAdapter):
    """Nobody signs up: accounts are given by the ministry."""

    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _("Surel atau kata sandi salah."),
        "account_inactive": _("Akun ini tidak aktif lagi. Hubungi admin kementerian."),
        "enter_current_password": _("Kata sandi saat ini salah."),
        "incorrect_password": _("Kata sandi salah."),
        "invalid_password_reset": _("Tautan ini tidak berlaku lagi."),
        "rate_limited": _("Terlalu banyak percobaan. Coba lagi beberapa menit lagi."),
        "too_many_login_attempts": _(
            "Terlalu banyak percobaan masuk. Coba lagi beberapa menit lagi."
        ),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def is_reauthentication_required(self, *, app: str, **_kwargs: Any) -> bool:
        """One rule for allauth's pages and ours; for allauth alone, signing in would not count."""
        return not recently_confirmed(context.request)

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """For an account that exists; of others there is nothing to tell anybody."""
        user = User.objects.filter(email__iexact=credentials.get("email", "")).first()
        if user:
            record(
                user,
                EventKind.SIGN_IN_FAILED,
                ip=self.get_client_ip(request),
                detail=gettext("Kata sandi salah"),
            )

    def send_password_reset_mail(self, user: User, email: str, context: dict[str, Any]) -> None:
        """By the queue: a page that waited for the post office would tell who has an account."""
        ask_for_new_password(user=user, at=timezone.now())

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("accounts:security")
