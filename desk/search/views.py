"""Words are posted and kept in the session (clients.views.searching): no name stands in an address."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from accounts.http import Request
from clients.permissions import can_list_clients
from clients.views.rows import list_rows, rows_of
from clients.views.searching import by_number, is_forgotten, remember, spelled_out, typed
from common.enums import ReadAction
from common.reading import log_shown
from desk.guide import topics
from desk.search import found


@require_http_methods(["GET", "HEAD", "POST"])
def search(request: Request) -> HttpResponse:
    if request.method == "POST":
        return _ask(request)
    words = spelled_out(request).get("cari", "")
    return _results(request, words) if words else _beginning(request)


def _ask(request: Request) -> HttpResponse:
    text, here = typed(request), reverse("desk:search")
    if not text:
        return redirect(here)
    if can_list_clients(request.user) and (answer := by_number(request, text, here)):
        return answer
    return redirect(f"{here}?{urlencode({'cari': remember(request, text)})}")


def _results(request: Request, words: str) -> HttpResponse:
    now, language = timezone.now(), get_language() or ""
    cases = found.cases_of(request.user, words, now)
    records = list_rows(cases.ids)
    log_shown(request, ReadAction.SEARCH, (record[0] for record in records))
    context = {
        "words": words,
        "rows": rows_of(records, timezone.localdate(now)),
        "more": cases.total - len(records),
        "token": request.GET["cari"],
        "institutions": found.institutions(words, now),
        "agreements": found.agreements(words),
        "pages": found.pages(request.user, words),
        "topics": topics.found(words, language)[: found.MOST],
    }
    return render(request, "desk/search.html", context)


def _beginning(request: Request) -> HttpResponse:
    """Before anything is searched for: the files that were opened last."""
    records = list_rows(found.recent_cases(request.user))
    log_shown(request, ReadAction.LIST, (record[0] for record in records))
    context = {
        "recent": rows_of(records, timezone.localdate()),
        "forgotten": is_forgotten(request),
        "may_list": can_list_clients(request.user),
    }
    return render(request, "desk/search.html", context)
