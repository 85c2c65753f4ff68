"""The page of the installation's health, and the same for a machine that watches."""

import secrets

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_safe

from accounts.http import Request
from common.access import demand
from upkeep import metrics as figures
from upkeep.permissions import can_watch_over
from upkeep.selectors import signs


@require_GET
def health(request: Request) -> HttpResponse:
    demand(can_watch_over(request.user))
    found = signs(timezone.now())
    bad = sum(1 for sign in found if sign.tone == "danger")
    return render(request, "upkeep/health.html", {"signs": found, "bad": bad})


@require_safe
@login_not_required
def metrics(request: HttpRequest) -> HttpResponse:
    """Whoever does not know the token learns not even that there is such a page."""
    given = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if not settings.METRICS_TOKEN or not secrets.compare_digest(
        given.encode(), settings.METRICS_TOKEN.encode()
    ):
        raise Http404
    return HttpResponse(
        figures.text(timezone.now()), content_type="text/plain; version=0.0.4; charset=utf-8"
    )
