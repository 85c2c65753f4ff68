"""How a person's scores went over time, drawn and as a table."""

from importlib import import_module

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from accounts.http import Request
from clients.field_rules import Field
from clients.models import Case
from clients.selectors import file_context, newest_case
from clients.services.reading import log_opening
from clients.showing import rule_of
from common.access import demand
from screening.trends import trend_of


@require_GET
def trend(request: Request, client_pk: int) -> HttpResponse:
    case = _case_or_404(request, client_pk)
    may_see = _may_see(request, case)
    context = {
        **file_context(case, request.user, timezone.localdate(), "screening"),
        "trend": trend_of(case.client, request.user) if may_see else None,
        "may_see_answers": may_see,
    }
    return render(request, "screening/trend.html", context)


@require_GET
def chart(request: Request, client_pk: int) -> HttpResponse:
    case = _case_or_404(request, client_pk)
    demand(_may_see(request, case))
    found = trend_of(case.client, request.user)
    lines = {"skala": found.scales, "hari": found.days}.get(
        request.GET.get("apa", ""), found.substances
    )
    width = "wide" if request.GET.get("lebar") == "wide" else "narrow"
    # Drawing costs a second and 60 MB to load: only a process that draws pays for it.
    draw = import_module("screening.charts").trend_chart
    return HttpResponse(draw(lines, width), content_type="image/svg+xml; charset=utf-8")


def _case_or_404(request: Request, client_pk: int) -> Case:
    case = newest_case(request.user, client_pk)
    if case is None:
        raise Http404
    log_opening(client=case.client, actor=request.user)
    return case


def _may_see(request: Request, case: Case) -> bool:
    return rule_of(request.user, case.client, Field.ANSWERS).is_open
