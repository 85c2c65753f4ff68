"""The door of the machines: a service key stands for its account in this request, and nowhere else."""

from collections.abc import Callable

from allauth.account.adapter import get_adapter
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from rest_framework.throttling import SimpleRateThrottle

from accounts.models import ServiceKey
from accounts.service_keys.services import PREFIX, note_use, open_key


Handler = Callable[[HttpRequest], HttpResponse]
SPACE = "/api/"


class KeyThrottle(SimpleRateThrottle):
    scope = "service_key"

    def get_cache_key(self, request: HttpRequest, view: None) -> str:
        return f"service-key-{request.service_key.pk}"  # type: ignore[attr-defined]


def service_keys(get_response: Handler) -> Handler:
    """After everything about sessions, before the scope opens: what follows sees a user like any other."""

    def middleware(request: HttpRequest) -> HttpResponse:
        given = request.headers.get("Authorization", "")
        if not (given and request.path.startswith(SPACE)):
            return get_response(request)
        key = _key_in(given, request)
        if key is None:
            return _refusal()
        request.user, request.service_key = key.user, key  # type: ignore[attr-defined]
        throttle = KeyThrottle()
        if not throttle.allow_request(request, None):
            return _too_many(throttle.wait())
        note_use(key)
        return get_response(request)

    return middleware


def _key_in(given: str, request: HttpRequest) -> ServiceKey | None:
    kind, _space, key = given.partition(" ")
    if kind.lower() != "bearer" or not key.startswith(PREFIX):
        return None
    return open_key(key, _address_of(request))


def _address_of(request: HttpRequest) -> str:
    """As the sign-in's rate limits see it, trusted proxies counted; nowhere when nobody can say."""
    try:
        return str(get_adapter(request).get_client_ip(request))
    except PermissionDenied:
        return ""


def _refusal() -> HttpResponse:
    """The same words for a wrong, old, revoked and misplaced key: a thief learns nothing."""
    told = {"code": "not_authenticated", "message": _("Kunci layanan tidak diterima.")}
    return JsonResponse(told, status=401, headers={"WWW-Authenticate": "Bearer"})


def _too_many(wait: float | None) -> HttpResponse:
    told = {"code": "throttled", "message": _("Terlalu banyak permintaan. Coba lagi sebentar.")}
    return JsonResponse(told, status=429, headers={"Retry-After": str(int(wait or 1) + 1)})
