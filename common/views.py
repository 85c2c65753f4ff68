"""Pages of no app: is the site well, and what is said when something went wrong."""

import sys

from django.contrib.auth.decorators import login_not_required
from django.db import InterfaceError, OperationalError, connection
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe


COME_BACK_AFTER_SECONDS = "10"
# SQLSTATE -> the page that says it. Waited too long for a row, a knot of two, a view that moved on; too long at work.
BUSY = dict.fromkeys(("55P03", "40P01", "40001"), "busy.html") | {"57014": "slow.html"}
NOT_ALLOWED = "42501"


@require_safe
@login_not_required
def health(request: HttpRequest) -> HttpResponse:
    """What the supervisor and a load balancer ask; without a database it answers 503 like every page."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok", content_type="text/plain; charset=utf-8")


@login_not_required
def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return error_page("csrf.html", 403)


@login_not_required
def server_error(request: HttpRequest) -> HttpResponse:
    """A database that is away, busy or unwilling is not our mistake: say so, and when to come back."""
    error = sys.exc_info()[1]
    state = getattr(getattr(error, "__cause__", None), "pgcode", None) or ""
    if state == NOT_ALLOWED:
        return error_page("403.html", 403)
    if isinstance(error, OperationalError | InterfaceError):
        response = error_page(BUSY.get(state, "503.html"), 503)
        response.headers["Retry-After"] = COME_BACK_AFTER_SECONDS
        return response
    return error_page("500.html", 500)


def error_page(template: str, status: int) -> HttpResponse:
    """Rendered without the request: no context processor runs, so nothing asks the database again."""
    return HttpResponse(render_to_string(template), status=status)
