"""What every request passes through."""

from collections.abc import Callable
from uuid import uuid4

from allauth.account.adapter import get_adapter
from django.http import HttpRequest, HttpResponse
from django.utils import translation

from atensi.common.visit import Visit, visiting


Handler = Callable[[HttpRequest], HttpResponse]


def no_store(get_response: Handler) -> Handler:
    """Keep pages out of every cache: after signing out, the back button shows nothing."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Cache-Control", "no-store")
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
        with visiting(Visit(role, get_adapter().get_client_ip(request), uuid4())):
            return get_response(request)

    return middleware
