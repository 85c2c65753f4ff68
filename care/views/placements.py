"""Looking at placements."""

from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from atensi.common.access import demand
from atensi.common.enums import ReadAction
from atensi.common.reading import log_shown
from care import permissions
from care.enums import Side
from care.models import Placement, SupportingBase, Transfer
from care.selectors import moving, placements as lists, queue
from care.selectors.next_places import last_failed, next_places, waits_for_another
from care.selectors.places import occupancy
from care.views.asking import case_or_404, client_case_or_404, placement_or_404
from care.views.chips import side_chips, status_chips
from care.workflow import may
from clients.enums import CaseStatus, NextStep
from clients.models import Case
from clients.permissions import can_list_clients
from clients.selectors import file_context


PAGE = 25


@require_safe
def placements(request: HttpRequest) -> HttpResponse:
    demand(can_list_clients(request.user))
    side = lists.side_of(request.user, request.GET.get("arah", ""))
    rows = lists.placements(request.user, side)
    chips = status_chips(request.GET, lists.status_counts(rows), side)
    if chips.status:
        rows = rows.filter(status=chips.status)
    pages = Paginator(lists.unanswered_first(rows.with_people()), PAGE)
    page = pages.get_page(request.GET.get("halaman"))
    log_shown(request, ReadAction.LIST, (row.client_id for row in page))
    lists.open_names(page.object_list)
    institution = request.user.institution
    context = {
        "side": side,
        "is_incoming": side == Side.INCOMING,
        "chips": chips.items,
        "is_filtered": bool(chips.status),
        "sides": side_chips(side) if institution else [],
        "page_obj": page,
        "occupancy": occupancy(institution) if institution and institution.capacity else None,
        "today": timezone.localdate(),
    }
    return render(request, "care/placements.html", context)


@require_safe
def client_placements(request: HttpRequest, client_pk: int) -> HttpResponse:
    today = timezone.localdate()
    case = client_case_or_404(request, client_pk)
    rows = Placement.objects.visible_to(request.user).filter(client=case.client)
    context = file_context(case, request.user, today, "care") | {
        "today": today,
        "placements": rows.with_people().order_by("-pk"),
        "may_request": _may_request(request, case),
        **_moves(request, case),
        "entry": queue.entry_of(case),
    }
    if (last := last_failed(case)) is not None:
        context |= _after(request, last, today)
    return render(request, "care/client.html", context)


@require_safe
def placement(request: HttpRequest, pk: int) -> HttpResponse:
    today = timezone.localdate()
    placement = placement_or_404(request, pk)
    case = case_or_404(request, placement.case_id)
    context = file_context(case, request.user, today, "care") | {
        "today": today,
        "placement": placement,
        "is_overdue_answer": placement.is_overdue_on(today),
        "termination": placement.terminations.undecided().exists(),
        **_acts(request, placement),
        "came_by": Transfer.objects.visible_to(request.user).filter(to_placement=placement).first(),
        **_after(request, placement, today),
    }
    return render(request, "care/placement.html", context)


@require_safe
def open_placement(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Where "Menunggu jawaban", "Mulai layanan" and "Tinjau layanan" lead."""
    case = case_or_404(request, case_pk)
    rows = Placement.objects.visible_to(request.user).filter(case=case)
    newest = rows.open().first() or rows.order_by("-pk").first()
    if newest is None:
        return redirect("care:client", case.client_id)
    return redirect("care:placement", newest.pk)


def _acts(request: HttpRequest, placement: Placement) -> dict[str, bool]:
    """Which buttons this person gets; each view asks again."""
    user, status = request.user, placement.status
    serves = permissions.can_serve(user, placement.case)
    return {
        "may_answer": may("accept", status) and permissions.can_answer(user, placement),
        "may_withdraw": may("withdraw", status) and permissions.can_withdraw(user, placement),
        "may_start": may("start", status) and serves,
        "may_end": may("end", status) and serves,
        "may_move": may("end", status) and permissions.can_request(user, placement.case),
    }


def _moves(request: HttpRequest, case: Case) -> dict[str, Any]:
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


def _may_request(request: HttpRequest, case: Case) -> bool:
    waits = case.next_step == NextStep.REQUEST_PLACEMENT
    return waits and permissions.can_request(request.user, case)


def _after(request: HttpRequest, placement: Placement, today: date) -> dict[str, object]:
    """Where to ask next, for the sender of a request that came to nothing."""
    asks = permissions.can_request(request.user, placement.case)
    if not asks or not waits_for_another(placement):
        return {}
    found = next_places(placement.case, today=today)
    return {"failed": placement, "next_places": found}
