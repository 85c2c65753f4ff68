"""Between a session and the pages: is it still good, is it locked, does a second factor stand behind it."""

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import Resolver404, resolve, reverse
from django.utils import timezone
from django.utils.http import urlencode

from accounts.reauth import page_of


Handler = Callable[[HttpRequest], HttpResponse]
TOUCH_SECONDS = 60
# Pages that a person is sent to before they may go on.
DOORS = ("account_login", "account_reauthenticate", "accounts:unlock", "accounts:enrol")
OPEN_WHILE_LOCKED = {"accounts:unlock", "account_logout", "health"}
OPEN_WHILE_ENROLLING = {
    "accounts:enrol",
    "accounts:preferences",
    "accounts:lock",
    "accounts:unlock",
    "account_logout",
    "account_reauthenticate",
    "health",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "mfa_reauthenticate",
    "mfa_reauthenticate_webauthn",
}


def end_stale_sessions(get_response: Handler) -> Handler:
    """Half an hour without a request, or half a day in all, and the session is over."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            now, session = timezone.now().timestamp(), request.session
            seen_at = session.get("seen_at", 0)
            if (
                now - seen_at > settings.SESSION_IDLE_SECONDS
                or now - session.get("signed_in_at", 0) > settings.SESSION_LONGEST_SECONDS
            ):
                session.flush()
                request.user = AnonymousUser()
            elif now - seen_at > TOUCH_SECONDS:
                session["seen_at"] = now
        return get_response(request)

    return middleware


def keep_locked(get_response: Handler) -> Handler:
    def middleware(request: HttpRequest) -> HttpResponse:
        if request.session.get("locked") and _name(request) not in OPEN_WHILE_LOCKED:
            return _turn_to("accounts:unlock", request)
        return get_response(request)

    return middleware


def enrol_first(get_response: Handler) -> Handler:
    """Nobody sees a page with data before a second factor stands beside the password."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if (
            settings.SECOND_FACTOR_REQUIRED
            and request.user.is_authenticated
            and not request.user.has_second_factor
            and _name(request) not in OPEN_WHILE_ENROLLING
        ):
            return _turn_to("accounts:enrol", request)
        return get_response(request)

    return middleware


def lead_the_whole_page(get_response: Handler) -> Handler:
    """A script asked for part of a page and is sent to a door: the whole page goes there instead."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if "HX-Request" not in request.headers or response.status_code != 302:
            return response
        door = urlsplit(response["Location"])
        if door.path not in {reverse(name) for name in DOORS}:
            return response
        wanted = parse_qs(door.query).get("next", [""])[0]
        then = page_of(request) if wanted == request.get_full_path() else wanted
        return HttpResponse(headers={"HX-Redirect": f"{door.path}?{urlencode({'next': then})}"})

    return middleware


def _turn_to(door: str, request: HttpRequest) -> HttpResponse:
    then = request.get_full_path() if request.method == "GET" else page_of(request)
    return redirect(f"{reverse(door)}?{urlencode({'next': then})}")


def _name(request: HttpRequest) -> str:
    try:
        return resolve(request.path_info).view_name
    except Resolver404:
        return ""
