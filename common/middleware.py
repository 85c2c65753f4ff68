"""What every request passes through."""

import logging
import time
from collections.abc import Callable
from typing import Any
from uuid import uuid4

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.contrib.auth.signals import user_logged_out
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import translation
from django.utils.translation import gettext as _

from common.logs import request_under_way
from common.visit import Visit, visiting


log = logging.getLogger(__name__)

Handler = Callable[[HttpRequest], HttpResponse]

# Nothing here needs a device's senses. Passkeys are not among them: their default is "this site only".
PERMISSIONS = (
    "accelerometer", "autoplay", "browsing-topics", "camera", "display-capture", "encrypted-media",
    "fullscreen", "geolocation", "gyroscope", "hid", "idle-detection", "local-fonts", "magnetometer", "microphone",
    "midi", "payment", "picture-in-picture", "screen-wake-lock", "serial", "storage-access", "usb",
    "window-management", "xr-spatial-tracking",
)  # fmt: skip
BROWSER_POLICY = {
    "Permissions-Policy": ", ".join(f"{name}=()" for name in PERMISSIONS),
    "Cross-Origin-Resource-Policy": "same-origin",
}


def browser_policy(get_response: Handler) -> Handler:
    """What no setting of Django or django-csp says; outermost, so that refusals and static files carry it too."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        for name, value in BROWSER_POLICY.items():
            response.headers[name] = value
        return response

    return middleware


def refuse_plain_http(get_response: Handler) -> Handler:
    """A program whose key has just crossed the network in the clear hears so; led on to https it never would."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if not settings.SECURE_SSL_REDIRECT or request.is_secure() or not _is_api(request):
            return get_response(request)
        told = {
            "code": "https_only",
            "message": _("Hanya lewat https. Kunci yang tadi terkirim harus diganti."),
        }
        return JsonResponse(told, status=403)

    return middleware


def _is_api(request: HttpRequest) -> bool:
    return request.path.startswith("/api/")


def tell(get_response: Handler) -> Handler:
    """One line for each request, and a number by which all its lines, and the person's question, find each other."""

    def middleware(request: HttpRequest) -> HttpResponse:
        request.request_id = uuid4()  # type: ignore[attr-defined]
        token, start = request_under_way.set(request), time.monotonic()
        try:
            response = get_response(request)
            spent = round((time.monotonic() - start) * 1000)
            facts = {
                "method": request.method,
                "status": response.status_code,
                "milliseconds": spent,
            }
            log.info("answered", extra=facts)
        finally:
            request_under_way.reset(token)
        response.headers["X-Request-ID"] = str(request.request_id)  # type: ignore[attr-defined]
        return response

    return middleware


def no_store(get_response: Handler) -> Handler:
    """Keep pages out of every cache: after signing out, the back button shows nothing."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if "no-store" not in response.headers.get("Cache-Control", ""):
            response.headers["Cache-Control"] = "no-store"
        return response

    return middleware


@receiver(user_logged_out)
def remember_the_leaving(request: HttpRequest | None, **_: Any) -> None:
    if request is not None:
        request.has_signed_out = True  # type: ignore[attr-defined]


def leave_nothing_behind(get_response: Handler) -> Handler:
    """However a session ends, the browser forgets what it kept; the cookies are ended by the session itself."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if hasattr(request, "has_signed_out"):
            response.headers["Clear-Site-Data"] = '"cache", "storage"'
        return response

    return middleware


def speak_the_users_language(get_response: Handler) -> Handler:
    """Indonesian unless the signed-in person chose English."""

    def middleware(request: HttpRequest) -> HttpResponse:
        language = getattr(request.user, "language", "") or "id"
        with translation.override(language):
            response = get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response

    return middleware


def remember_the_visit(get_response: Handler) -> Handler:
    """Who asks, in which role and from where, so that the read log can say it."""

    def middleware(request: HttpRequest) -> HttpResponse:
        role = getattr(request.user, "role", "")
        # The adapter's answer is the one that the sign-in limits count by, behind a proxy too.
        ip = get_adapter().get_client_ip(request)
        with visiting(Visit(role, ip, request.request_id, request.path)):  # type: ignore[attr-defined]
            return get_response(request)

    return middleware
