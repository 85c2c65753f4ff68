"""Rates of override for the ministry, for auditors, and for whoever answers for an institution."""

from datetime import date, timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from accounts.enums import INSTITUTION_ROLES
from accounts.http import Request
from common.access import demand
from common.small_cells import FEWEST
from reports.forms import PeriodForm, QuarterForm
from reports.months import quarters_before
from reports.overrides import overrides as counted
from reports.permissions import can_see_overrides, reads_exactly


YEAR = timedelta(days=365)


@require_GET
def overrides(request: Request) -> HttpResponse:
    demand(can_see_overrides(request.user))
    today = timezone.localdate()
    own = request.user.institution if request.user.role in INSTITUTION_ROLES else None
    exactly = reads_exactly(request.user, own.pk if own else None)
    form = _form(request, today, exactly=exactly)
    context: dict[str, object] = {"form": form, "own": own, "fewest": FEWEST, "exactly": exactly}
    if form.is_valid():
        context["figures"] = counted(own, **form.period, exactly=exactly)
    status = 200 if form.is_valid() else 422
    return render(request, "reports/overrides.html", context, status=status)


def _form(request: Request, today: date, *, exactly: bool) -> PeriodForm | QuarterForm:
    """Two periods that differ by a few days would tell what either hides: others choose among quarters."""
    if exactly:
        return PeriodForm(request.GET or _last_year(today))
    return QuarterForm(request.GET or {"triwulan": quarters_before(today)[0]}, today=today)


def _last_year(today: date) -> dict[str, str]:
    return {"sejak": (today - YEAR).isoformat(), "sampai": today.isoformat()}
