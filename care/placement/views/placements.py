"""Looking at placements."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.http import Request
from care.enums import Side
from care.models import Placement
from care.placement.selectors import placements as lists
from care.placement.selectors.places import occupancy
from care.shared.chips import side_chips, status_chips
from care.shared.finding import case_or_404
from clients.permissions import can_list_clients
from common.access import demand
from common.enums import ReadAction
from common.reading import log_shown


PAGE = 25


@require_safe
def placements(request: Request) -> HttpResponse:
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
def open_placement(request: Request, case_pk: int) -> HttpResponse:
    """Where "Menunggu jawaban", "Mulai layanan" and "Tinjau layanan" lead."""
    case = case_or_404(request, case_pk)
    rows = Placement.objects.visible_to(request.user).filter(case=case)
    newest = rows.open().first() or rows.order_by("-pk").first()
    if newest is None:
        return redirect("care:client", case.client_id)
    return redirect("care:placement", newest.pk)
