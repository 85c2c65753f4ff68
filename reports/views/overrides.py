"""Rates of override for the ministry, for auditors, and for whoever answers for an institution."""

from datetime import date, timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from accounts.enums import INSTITUTION_ROLES
from accounts.http import Request
from common.access import demand
from reports.forms import PeriodForm
from reports.overrides import FEWEST, overrides as counted
from reports.permissions import can_see_overrides


YEAR = timedelta(days=365)


@require_GET
def overrides(request: Request) -> HttpResponse:
    demand(can_see_overrides(request.user))
    today = timezone.localdate()
    form = PeriodForm(request.GET or _last_year(today))
    own = request.user.institution if request.user.role in INSTITUTION_ROLES else None
    context: dict[str, object] = {"form": form, "own": own, "fewest": FEWEST}
    if form.is_valid():
        context["figures"] = counted(own, **form.period)
    status = 200 if form.is_valid() else 422
    return render(request, "reports/overrides.html", context, status=status)


def _last_year(today: date) -> dict[str, str]:
    return {"sejak": (today - YEAR).isoformat(), "sampai": today.isoformat()}
