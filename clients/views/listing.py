"""The list of clients, and the one search box above it."""

from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_GET, require_POST

from accounts.http import Request
from clients.filters import SORTS, in_order, narrow, workers_for
from clients.models import Case
from clients.permissions import can_list_clients, can_register_clients
from clients.selectors import Overview, overview
from clients.views.chips import active_filters, filter_options, headings, stage_chips
from clients.views.rows import list_rows, rows_of
from clients.views.searching import by_number, is_forgotten, remember, spelled_out, typed
from common.access import demand
from common.enums import ReadAction
from common.reading import log_shown


PER_PAGE = 25


@require_GET
def index(request: Request) -> HttpResponse:
    demand(can_list_clients(request.user))
    now = timezone.now()
    today = timezone.localdate(now)
    seen = overview(request.user, now)
    found, chosen = narrow(seen.cases, spelled_out(request), today)
    workers = workers_for(request.user)
    page = _page(request, seen, found, chosen)
    action = ReadAction.SEARCH if "cari" in chosen else ReadAction.LIST
    log_shown(request, action, (row[0] for row in page.object_list))
    context = {
        "page": page,
        "rows": rows_of(page.object_list, today),
        "chips": stage_chips(seen.counts, chosen.get("tahap", "")),
        "headings": headings(request.GET),
        "active": active_filters(request.GET, chosen, workers),
        "chosen": chosen,
        "forgotten": is_forgotten(request),
        "counted": seen.counted,
        "options": {"petugas": workers, **filter_options(get_language())},
        "may_register": can_register_clients(request.user),
    }
    return render(request, "clients/list.html", context)


@require_POST
def search(request: Request) -> HttpResponse:
    """Neither names nor numbers are part of an address: they are posted; a number opens the file or nothing."""
    demand(can_list_clients(request.user))
    text = typed(request)
    if answer := by_number(request, text, reverse("clients:list")):
        return answer
    query = urlencode({"cari": remember(request, text)}) if text else ""
    return redirect(f"{reverse('clients:list')}?{query}".rstrip("?"))


def _page(
    request: Request, seen: Overview, found: QuerySet[Case], chosen: dict[str, Any]
) -> Page[Any]:
    """One page of rows. Under a chip alone, the newest first, all are known already."""
    sort = request.GET.get("urut", "")
    counted = chosen.get("tahap", "") if not chosen.keys() - {"tahap"} else None
    is_usual = sort not in SORTS or not sort
    newest = seen.newest(counted) if counted is not None and is_usual else None
    ids: Any = newest
    if newest is None:
        ids = in_order(found, sort, chosen.get("cari", "")).values_list("pk", flat=True)
    paginator: Paginator[Any] = Paginator(ids, PER_PAGE)
    if counted is not None:
        paginator.count = seen.counts[counted]
    page: Page[Any] = paginator.get_page(request.GET.get("halaman"))
    page.object_list = list_rows(list(page.object_list))
    return page
