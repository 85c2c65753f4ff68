"""The list of clients, and the one search box above it."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext as _
from django.views.decorators.http import require_GET, require_POST

from atensi.common.access import demand
from atensi.common.enums import ReadAction
from atensi.common.reading import log_shown
from clients.filters import SORTS, narrow, workers_for
from clients.models import Case
from clients.nik import looks_like_nik, tidy_nik
from clients.permissions import can_list_clients, can_register_clients
from clients.selectors import clients_with_nik, overview
from clients.views.chips import active_filters, filter_options, headings, stage_chips
from clients.views.rows import COLUMNS, rows_of


PER_PAGE = 25
LONGEST_QUERY = 160


@require_GET
def index(request: HttpRequest) -> HttpResponse:
    demand(can_list_clients(request.user))
    today = timezone.localdate()
    seen = overview(request.user)
    found, chosen = narrow(seen.cases, request.GET, today)
    counts = seen.counts
    workers = workers_for(request.user)
    known = None if chosen.keys() - {"stage"} else counts[chosen.get("stage", "")]
    page = _page(request, found, known)
    action = ReadAction.SEARCH if "q" in chosen else ReadAction.LIST
    log_shown(request, action, (row[0] for row in page.object_list))
    context = {
        "page": page,
        "rows": rows_of(page.object_list, today),
        "chips": stage_chips(counts, chosen.get("stage", "")),
        "headings": headings(request.GET),
        "active": active_filters(request.GET, chosen, workers),
        "chosen": chosen,
        "options": {"worker": workers, **filter_options(get_language())},
        "may_register": can_register_clients(request.user),
    }
    return render(request, "clients/list.html", context)


@require_POST
def search(request: HttpRequest) -> HttpResponse:
    """A NIK is never part of an address: it is posted, and opens the file or nothing."""
    demand(can_list_clients(request.user))
    text = request.POST.get("q", "").strip()
    if not looks_like_nik(text):
        query = urlencode({"q": text[:LONGEST_QUERY]}) if text else ""
        return redirect(f"{reverse('clients:list')}?{query}".rstrip("?"))
    found = clients_with_nik(request.user, tidy_nik(text))
    if found:
        log_shown(request, ReadAction.SEARCH, (row.pk for row in found))
        return redirect("clients:file", pk=found[0].pk)
    messages.info(request, _("Tidak ada klien Anda dengan NIK itu."))
    return redirect("clients:list")


def _page(request: HttpRequest, found: QuerySet[Case], known: int | None) -> Page[Any]:
    """One page of rows; `known` is how many there are, where the chips have counted them already."""
    order = SORTS.get(request.GET.get("sort", ""), SORTS["newest"])
    paginator = Paginator(found.order_by(*order).values_list(*COLUMNS), PER_PAGE)
    if known is not None:
        paginator.count = known
    return paginator.get_page(request.GET.get("halaman"))
