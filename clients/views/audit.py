"""The country's read log, for those who watch over it. Numbers of clients, never names; looking is logged too."""

from itertools import chain

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from accounts.http import Request
from accounts.scopes import watching
from clients.accesses import of_the_country, signals_of_the_week, with_numbers
from clients.forms.accesses import NationalAccessFilter
from clients.permissions import can_watch_accesses
from common.access import demand
from common.enums import ReadAction
from common.forms import row_id
from common.reading import log_shown
from common.scope import acting


PER_PAGE = 50


@require_GET
def accesses(request: Request) -> HttpResponse:
    demand(can_watch_accesses(request.user))
    filters = NationalAccessFilter(request.GET)
    before = row_id(request.GET.get("sebelum", ""))
    with acting(watching(request.user)):
        entries = list(of_the_country(filters.asked(), before)[: PER_PAGE + 1])
        lines = with_numbers(entries[:PER_PAGE])
    log_shown(request, ReadAction.LIST, chain.from_iterable(line.people for line in lines))
    context = {
        "filters": filters,
        "lines": lines,
        # As text: printed as a number it would carry a thousands separator.
        "older": str(lines[-1].entry.pk) if len(entries) > PER_PAGE else "",
    }
    return render(request, "clients/accesses.html", context)


@require_GET
def signals(request: Request) -> HttpResponse:
    demand(can_watch_accesses(request.user))
    with acting(watching(request.user)):
        found = signals_of_the_week()
    return render(request, "clients/signals.html", {"signals": found})
