"""Looking at transfers."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.http import Request
from care import permissions
from care.enums import Side
from care.models import Transfer
from care.placement.selectors.placements import side_of
from care.shared.finding import case_or_404
from care.transfer import progress as steps
from care.transfer.selectors import transfers as moving
from care.workflow import TRANSFER
from clients.permissions import can_list_clients
from clients.selectors import file_context
from clients.services.reading import log_opening
from common.access import demand, visible_or_404
from common.chips import Chip
from common.enums import ReadAction
from common.reading import log_shown
from common.sealed import preload


PAGE = 25


@require_safe
def transfers(request: Request) -> HttpResponse:
    demand(can_list_clients(request.user))
    side = side_of(request.user, request.GET.get("arah", ""))
    rows = moving.open_first(moving.transfers(request.user, side).with_people())
    page = Paginator(rows, PAGE).get_page(request.GET.get("halaman"))
    log_shown(request, ReadAction.LIST, (row.case.client_id for row in page))
    preload(row.client.key_id for row in page if row.family_contact_id)
    context = {
        "side": side,
        "sides": _sides(side) if request.user.institution_id else [],
        "page_obj": page,
        "today": timezone.localdate(),
    }
    return render(request, "care/transfers.html", context)


@require_safe
def transfer(request: Request, pk: int) -> HttpResponse:
    today = timezone.localdate()
    transfer = transfer_or_404(request, pk)
    case = case_or_404(request, transfer.case_id)
    context = file_context(case, request.user, today, "care") | {
        "today": today,
        "transfer": transfer,
        "is_late": transfer.is_late_on(today),
        "days": transfer.days_on_the_way(today),
        "steps": steps.bar(transfer),
        "step_number": steps.number(transfer),
        **_acts(request, transfer),
    }
    return render(request, "care/transfer.html", context)


@require_safe
def transfer_open(request: Request, case_pk: int) -> HttpResponse:
    """Where the tasks about a transfer lead."""
    case = case_or_404(request, case_pk)
    newest = moving.transfers_of(request.user, case).filter(case=case).first()
    if newest is None:
        return redirect("care:client", case.client_id)
    return redirect("care:transfer", newest.pk)


def transfer_or_404(request: Request, pk: int) -> Transfer:
    transfer = visible_or_404(Transfer.objects.with_people(), request.user, pk=pk)
    log_opening(client=transfer.client, actor=request.user)
    return transfer


def _acts(request: Request, transfer: Transfer) -> dict[str, Any]:
    """Which buttons this person gets; each view asks again."""
    user, status, case = request.user, transfer.status, transfer.case
    return {
        "may_answer": TRANSFER.may("accept", status)
        and permissions.can_answer_transfer(user, transfer),
        "may_withdraw": TRANSFER.may("withdraw", status) and permissions.can_request(user, case),
        "may_depart": TRANSFER.may("depart", status) and permissions.can_serve(user, case),
        "may_arrive": TRANSFER.may("arrive", status) and permissions.can_receive(user, transfer),
        "may_miss": TRANSFER.may("miss", status) and permissions.can_report_missing(user, transfer),
    }


def _sides(side: str) -> list[Chip]:
    labels = {Side.INCOMING: _("Pindah masuk"), Side.OUTGOING: _("Pindah keluar")}
    return [Chip(label, f"?arah={each}", active=each == side) for each, label in labels.items()]
