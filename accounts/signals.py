"""What allauth and Django tell us of, written into the security log in the same transaction."""

from typing import Any

from allauth.account import signals as account
from allauth.account.adapter import get_adapter
from allauth.core import context
from allauth.mfa import signals as mfa
from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.contrib.auth.signals import user_logged_in, user_logged_out
from django.db.models.signals import post_delete, post_save, pre_save
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.enums import EventKind
from accounts.models import User
from accounts.reauth import PRESS_AGAIN
from accounts.recovery import NO_CODES
from accounts.services.events import record


FACTOR_NAMES = {
    Authenticator.Type.TOTP: "aplikasi autentikator",
    Authenticator.Type.WEBAUTHN: "kunci sandi",
}


@receiver(user_logged_in)
def start_the_clock(request: HttpRequest, **_kwargs: Any) -> None:
    request.session["signed_in_at"] = request.session["seen_at"] = timezone.now().timestamp()


@receiver(account.user_logged_in)
def signed_in(request: HttpRequest, user: User, **_kwargs: Any) -> None:
    record(user, EventKind.SIGNED_IN, ip=_ip(request))


@receiver(user_logged_out)
def signed_out(request: HttpRequest, user: User | None, **_kwargs: Any) -> None:
    if user is not None:
        record(user, EventKind.SIGNED_OUT, ip=_ip(request))


@receiver([account.password_changed, account.password_reset, account.password_set])
def password_changed(request: HttpRequest, user: User, **_kwargs: Any) -> None:
    record(user, EventKind.PASSWORD_CHANGED, ip=_ip(request))


@receiver(mfa.authentication_failed)
def second_factor_failed(request: HttpRequest, user: User, **_kwargs: Any) -> None:
    record(user, EventKind.SIGN_IN_FAILED, ip=_ip(request), detail=_("Kode salah"))


@receiver(pre_save, sender=Authenticator)
def begin_without_codes(instance: Authenticator, **_kwargs: Any) -> None:
    """They are made when they are shown (accounts.recovery), so nothing that makes them is ever kept."""
    if instance.pk is None and instance.type == Authenticator.Type.RECOVERY_CODES:
        instance.data = dict(NO_CODES)


@receiver(post_save, sender=Authenticator)
def factor_added(instance: Authenticator, created: bool, **_kwargs: Any) -> None:  # noqa: FBT001  Django's
    if not created:
        return
    if instance.type == Authenticator.Type.RECOVERY_CODES:
        record(instance.user, EventKind.CODES_MADE, ip=_ip(context.request))
    else:
        record(
            instance.user,
            EventKind.FACTOR_ADDED,
            ip=_ip(context.request),
            detail=FACTOR_NAMES[instance.type],
        )


@receiver(post_delete, sender=Authenticator)
def factor_removed(instance: Authenticator, **_kwargs: Any) -> None:
    if instance.type == Authenticator.Type.RECOVERY_CODES:
        return
    person = context.request.user if context.request else None
    record(
        instance.user,
        EventKind.FACTOR_REMOVED,
        actor=person if isinstance(person, User) else None,
        ip=_ip(context.request),
        detail=FACTOR_NAMES[instance.type],
    )


@receiver(account.authentication_step_completed)
def name_the_session_anew(request: HttpRequest, **about: Any) -> None:
    """Signing in does so by itself."""
    if about.get("reauthenticated"):
        request.session.cycle_key()


@receiver(account.authentication_step_completed)
def ask_to_press_again(request: HttpRequest, **_kwargs: Any) -> None:
    if request.session.pop(PRESS_AGAIN, False):
        messages.info(
            request, _("Terima kasih. Silakan tekan sekali lagi tombol yang tadi Anda tekan.")
        )


def _ip(request: HttpRequest | None) -> str | None:
    """None where there is no one at the other end: a command, a worker."""
    known = request is not None and request.META.get("REMOTE_ADDR")
    return get_adapter().get_client_ip(request) if known else None
