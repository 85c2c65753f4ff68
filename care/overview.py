"""The pages that show where a client stands: placements, transfers and the queue together."""

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.http import Request
from care import permissions
from care.models import Placement, SupportingBase, Transfer, WaitingEntry
from care.placement.matching.next_places import last_failed, next_places, waits_for_another
from care.placement.services.fitting import told_of
from care.shared.finding import case_or_404, client_case_or_404, placement_or_404
from care.transfer.selectors import transfers as moving
from care.workflow import PLACEMENT
from clients.enums import CaseStatus, NextStep
from clients.models import Case
from clients.selectors import file_context


@require_safe
def client_placements(request: Request, client_pk: int) -> HttpResponse:
    today = timezone.localdate()
    case = client_case_or_404(request, client_pk)
    rows = Placement.objects.visible_to(request.user).filter(client=case.client)
    context = file_context(case, request.user, today, "care") | {
        "today": today,
        "placements": rows.with_people().order_by("-pk"),
        "may_request": _may_request(request, case),
        **_moves(request, case),
        "entry": WaitingEntry.objects.visible_to(request.user).standing_of(case),
    }
    if (last := last_failed(case)) is not None:
        context |= _after(request, last, today)
    return render(request, "care/client.html", context)


@require_safe
def placement(request: Request, pk: int) -> HttpResponse:
    today = timezone.localdate()
    placement = placement_or_404(request, pk)
    case = case_or_404(request, placement.case_id)
    context = file_context(case, request.user, today, "care") | {
        "today": today,
        "placement": placement,
        "is_overdue_answer": placement.is_overdue_on(today),
        "termination": placement.terminations.undecided().exists(),
        **_acts(request, placement),
        "misfits": told_of(placement),
        "came_by": Transfer.objects.visible_to(request.user).filter(to_placement=placement).first(),
        **_after(request, placement, today),
    }
    return render(request, "care/placement.html", context)


def _acts(request: Request, placement: Placement) -> dict[str, bool]:
    """Which buttons this person gets; each view asks again."""
    user, status = request.user, placement.status
    serves = permissions.can_serve(user, placement.case)
    return {
        "may_answer": PLACEMENT.may("accept", status) and permissions.can_answer(user, placement),
        "may_withdraw": PLACEMENT.may("withdraw", status)
        and permissions.can_withdraw(user, placement),
        "may_start": PLACEMENT.may("start", status) and serves,
        "may_end": PLACEMENT.may("end", status) and serves,
        "may_move": PLACEMENT.may("end", status) and permissions.can_request(user, placement.case),
    }


def _moves(request: Request, case: Case) -> dict[str, Any]:
    """Where else this person has gone, and who helps."""
    return {
        "has_base": bool(case.base),
        "may_move": case.status == CaseStatus.IN_SERVICE
        and permissions.can_request(request.user, case),
        "transfers": moving.transfers_of(request.user, case),
        "supports": SupportingBase.objects.visible_to(request.user)
        .filter(case=case)
        .with_people()
        .order_by("-pk"),
    }


def _may_request(request: Request, case: Case) -> bool:
    waits = case.next_step == NextStep.REQUEST_PLACEMENT
    return waits and permissions.can_request(request.user, case)


def _after(request: Request, placement: Placement, today: date) -> dict[str, object]:
    """Where to ask next, for the sender of a request that came to nothing."""
    asks = permissions.can_request(request.user, placement.case)
    if not asks or not waits_for_another(placement):
        return {}
    found = next_places(placement.case, today=today)
    return {"failed": placement, "next_places": found}
