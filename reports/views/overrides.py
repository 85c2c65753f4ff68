"""Rates of override for the ministry, for auditors, and for whoever answers for an institution."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from accounts.enums import INSTITUTION_ROLES
from accounts.http import Request
from common.access import demand
from common.small_cells import FEWEST
from reports.overrides import overrides as counted
from reports.permissions import can_see_overrides, reads_exactly
from reports.views.periods import period_form


@require_GET
def overrides(request: Request) -> HttpResponse:
    demand(can_see_overrides(request.user))
    own = request.user.institution if request.user.role in INSTITUTION_ROLES else None
    exactly = reads_exactly(request.user, own.pk if own else None)
    form = period_form(request, timezone.localdate(), exactly=exactly)
    context: dict[str, object] = {"form": form, "own": own, "fewest": FEWEST, "exactly": exactly}
    if form.is_valid():
        context["figures"] = counted(own, **form.period, exactly=exactly)
    status = 200 if form.is_valid() else 422
    return render(request, "reports/overrides.html", context, status=status)
