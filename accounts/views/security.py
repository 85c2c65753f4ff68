"""“Keamanan akun”: what a person sees and changes about their own way in."""

from allauth.mfa.recovery_codes.internal.flows import view_recovery_codes
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _, ngettext
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.http import Request, ip_of
from accounts.reauth import confirm_first
from accounts.recovery import make_codes
from accounts.selectors import devices_of, events_of, factors_of
from accounts.services.managing import end_sessions
from accounts.views.asking import then


@require_GET
def security(request: Request) -> HttpResponse:
    devices = devices_of(request.user, timezone.now(), request.session.session_key or "")
    context = {
        "factors": factors_of(request.user),
        "devices": devices,
        "elsewhere": any(not device.is_here for device in devices),
        "events": events_of(request.user),
    }
    return render(request, "accounts/security.html", context)


@require_GET
def to_security(request: Request, **_kwargs: object) -> HttpResponse:
    """allauth's own lists of factors and keys; ours stand on one page."""
    return redirect("accounts:security")


@require_GET
def enrol(request: Request) -> HttpResponse:
    if request.user.has_second_factor:
        return redirect(then(request))
    context = {"required": settings.SECOND_FACTOR_REQUIRED}
    return render(request, "accounts/enrol.html", context)


@require_http_methods(["GET", "POST"])
@sensitive_variables("codes")
def recovery_codes(request: Request) -> HttpResponse:
    """Shown once, and only when the person presses: a page fetched ahead of time must not use that up."""
    factors = factors_of(request.user)
    if factors.codes_left is None:
        raise Http404
    if request.method == "GET":
        return render(request, "accounts/recovery_codes.html", {"factors": factors})
    wrapped, may_show = view_recovery_codes(request)
    codes = make_codes(wrapped.instance) if wrapped and may_show else []
    context = {"factors": factors, "codes": codes, "was_asked": True}
    return render(request, "accounts/recovery_codes.html", context)


@require_POST
@confirm_first
def end_session(request: Request, pk: int) -> HttpResponse:
    get_object_or_404(UserSession, user=request.user, pk=pk)
    return _end(request, only=pk)


@require_POST
@confirm_first
def end_other_sessions(request: Request) -> HttpResponse:
    return _end(request)


def _end(request: Request, only: int | None = None) -> HttpResponse:
    ended = end_sessions(
        user=request.user,
        actor=request.user,
        keep=request.session.session_key or "",
        only=only,
        ip=ip_of(request),
    )
    said = ngettext("%(n)s perangkat dikeluarkan.", "%(n)s perangkat dikeluarkan.", ended)
    messages.success(request, said % {"n": ended} if ended else _("Tidak ada perangkat lain."))
    return redirect("accounts:security")
