"""Who comes in: a machine with its key, or a signed-in person with the session and its CSRF token."""

from typing import Any

from rest_framework.authentication import BaseAuthentication
from rest_framework.permissions import SAFE_METHODS, BasePermission


class ServiceKeyAuthentication(BaseAuthentication):
    """The middleware has already opened the key; here it is handed on to the views."""

    def authenticate(self, request: Any) -> tuple[Any, Any] | None:
        key = getattr(request._request, "service_key", None)  # noqa: SLF001  DRF's way to Django's request
        return (request._request.user, key) if key else None  # noqa: SLF001

    def authenticate_header(self, request: Any) -> str:
        return "Bearer"


class WithinScopes(BasePermission):
    """A key does what is in its scopes; what a person may do is said by roles alone."""

    def has_permission(self, request: Any, view: Any) -> bool:
        about = getattr(view, "scope", "")
        return not about or has_scope(request, scope_for(about, request.method))


def scope_for(about: str, method: str) -> str:
    return f"{about}:{'read' if method in SAFE_METHODS else 'write'}"


def has_scope(request: Any, scope: str) -> bool:
    return request.auth is None or scope in request.auth.scopes
