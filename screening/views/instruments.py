"""The instruments in use, open to everybody who is signed in: no person stands on these pages."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from accounts.http import Request
from screening import catalogue
from screening.assessment import selectors


@require_GET
def instruments(request: Request) -> HttpResponse:
    used = selectors.instrument_uses(request.user)
    rows = [(one, used.get((one.code, one.version), 0)) for one in catalogue.sheets()]
    return render(request, "screening/instruments.html", {"rows": rows})


@require_GET
def instrument(request: Request, code: str, version: str) -> HttpResponse:
    sheet = catalogue.sheet(code, version)
    if sheet is None:
        raise Http404
    used = selectors.instrument_uses(request.user).get((code, version), 0)
    return render(request, "screening/instrument.html", {"sheet": sheet, "used": used})
