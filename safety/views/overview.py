"""Everything about one person's safety on one page."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from accounts.http import Request
from clients.field_rules import Field
from clients.selectors import file_context
from clients.showing import rule_of
from safety.permissions import can_act, can_settle
from safety.selectors import concerns_of, referrals_of
from safety.views.asking import case_or_404, danger_context


@require_GET
def overview(request: Request, case_pk: int) -> HttpResponse:
    case = case_or_404(request, case_pk)
    now = timezone.now()
    referrals = referrals_of(case, request.user)
    concerns = concerns_of(case, request.user)
    waiting = [row for row in referrals if row.answer is None]
    open_codes = [flag for row in waiting for flag in row.sign_codes]
    open_codes += [row.what for row in concerns if row.is_open]
    may_see_signs = rule_of(request.user, case.client, Field.ANSWERS).is_open
    context = {
        **file_context(case, request.user, timezone.localdate(now)),
        **danger_context(case, dict.fromkeys(open_codes) if may_see_signs else ()),
        "now": now,
        "referrals": referrals,
        "waiting": waiting,
        "concerns": [(row, can_settle(request.user, row)) for row in concerns],
        "may_act": can_act(request.user, case) and case.is_open,
    }
    return render(request, "safety/case.html", context)
