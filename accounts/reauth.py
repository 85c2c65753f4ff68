"""Who does something grave has shown who they are within the last ten minutes."""

from collections.abc import Callable
from functools import partial, wraps
from typing import Any
from urllib.parse import urlsplit

from allauth.account.authentication import get_authentication_records
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme, urlencode


View = Callable[..., HttpResponse]
PRESS_AGAIN = "press_again"


def recently_confirmed(request: HttpRequest) -> bool:
    """Signing in counts, and so does every later proof by password, code or key."""
    records = get_authentication_records(request, request.user)
    latest = max((record["at"] for record in records), default=0)
    return timezone.now().timestamp() - latest < settings.REAUTH_SECONDS


def confirm_first(view: View | None = None, *, back: str = "") -> Any:
    """Send whoever is not fresh to the page that asks, and back.

    A POST is not repeated for the person: they come back to the page of the row (its address named
    in `back`, which takes the row's pk) or to the page the form stood on, and are asked to press again.
    """
    if view is None:
        return partial(confirm_first, back=back)

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if recently_confirmed(request):
            return view(request, *args, **kwargs)
        if request.method == "GET":
            return ask(request.get_full_path())
        request.session[PRESS_AGAIN] = True
        return ask(reverse(back, args=[kwargs["pk"]]) if back else page_of(request))

    return guarded


def ask(then: str) -> HttpResponse:
    return redirect(f"{reverse('account_reauthenticate')}?{urlencode({'next': then})}")


def page_of(request: HttpRequest) -> str:
    """The page of ours that a form or a script on it was sent from; the first page when unknown."""
    address = request.headers.get("HX-Current-URL") or request.headers.get("Referer") or ""
    if not url_has_allowed_host_and_scheme(address, {request.get_host()}, request.is_secure()):
        return reverse(settings.LOGIN_REDIRECT_URL)
    parts = urlsplit(address)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path
