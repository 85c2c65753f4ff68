"""Looking at the service plan of a person."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.hands import is_another
from accounts.http import Request
from care import permissions
from care.models import ServicePlan
from care.plan.selectors import newest_of, outline, versions
from care.plan.services.drafting import PLANNED_IN
from care.shared.finding import case_or_404, client_case_or_404
from care.workflow import PLAN
from clients.models import Case
from clients.selectors import file_context
from common.access import visible_or_404


@require_safe
def client_plan(request: Request, client_pk: int) -> HttpResponse:
    """The version that people work on: the one in the making, else the one in force."""
    case = client_case_or_404(request, client_pk)
    rows = list(versions(case))
    return _page(request, case, rows, newest_of(rows))


@require_safe
def plan_version(request: Request, pk: int) -> HttpResponse:
    asked = visible_or_404(ServicePlan.objects.all(), request.user, pk=pk)
    case = case_or_404(request, asked.case_id)
    rows = list(versions(case))
    return _page(request, case, rows, next(row for row in rows if row.pk == asked.pk))


@require_safe
def plan_print(request: Request, pk: int) -> HttpResponse:
    """For signatures: one A4 sheet or two."""
    rows = ServicePlan.objects.with_people()
    plan = visible_or_404(rows, request.user, pk=pk)
    case = case_or_404(request, plan.case_id)
    context = {
        "case": case,
        "client": case.client,
        "today": timezone.localdate(),
        "plan": plan,
        "outline": outline(plan),
    }
    return render(request, "care/plan_print.html", context)


@require_safe
def open_plan(request: Request, case_pk: int) -> HttpResponse:
    """Where the task of a review leads."""
    case = case_or_404(request, case_pk)
    reviews = case.is_open and case.plans.in_force().exists()
    if reviews and permissions.can_plan(request.user, case):
        return redirect("care:plan_review", case.pk)
    return redirect("care:plan", case.client_id)


def _page(
    request: Request, case: Case, rows: list[ServicePlan], plan: ServicePlan | None
) -> HttpResponse:
    today = timezone.localdate()
    others = [row for row in rows if plan is None or row.pk != plan.pk]
    context = file_context(case, request.user, today, "plan") | {
        "today": today,
        "plan": plan,
        "others": others,
        "outline": outline(plan) if plan else None,
        "is_review_late": plan is not None and plan.is_review_overdue_on(today),
        **_acts(request, case, rows, plan),
    }
    return render(request, "care/plan.html", context)


def _acts(
    request: Request, case: Case, rows: list[ServicePlan], plan: ServicePlan | None
) -> dict[str, Any]:
    """Which buttons this person gets; each view asks again."""
    user, status = request.user, plan.status if plan else ""
    writes = case.is_open and permissions.can_plan(user, case)
    approves = case.is_open and permissions.can_approve(user, case)
    others = plan is not None and is_another(user, plan.hands)
    in_the_making = any(row.is_in_the_making for row in rows)
    return {
        "may_start": writes and not in_the_making and case.status in PLANNED_IN,
        "may_draft": writes and PLAN.may("submit", status),
        "may_answer": approves and PLAN.may("approve", status) and others,
        "may_agree": writes and PLAN.may("agree", status),
        "may_review": writes and plan is not None and plan.is_in_force,
    }
