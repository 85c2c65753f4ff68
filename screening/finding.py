"""What the pages of the interview share: finding a row, and writing down who looked at it."""

from django.http import HttpResponse
from django.shortcuts import redirect

from accounts.http import Request
from clients.enums import CaseStatus
from clients.models import Case
from clients.selectors import with_look
from clients.services.reading import note_look
from common.access import demand, visible_or_404
from screening.models import Screening
from screening.permissions import can_screen


def screening_or_404(request: Request, pk: int, *shown: str) -> Screening:
    """`shown` is what else the page says, joined to the row."""
    rows = with_look(
        Screening.objects.with_orders_told().select_related("case__client", "saved_by", *shown),
        request.user,
        "case__client_id",
    )
    screening = visible_or_404(rows, request.user, pk=pk)
    screening.note_orders()
    note_look(screening, client=screening.case.client, actor=request.user)
    return screening


def interview_or_404(request: Request, pk: int) -> Screening:
    """A screening whose interview this person may hold."""
    screening = screening_or_404(request, pk)
    demand(can_screen(request.user, screening.case))
    return screening


def when_over(screening: Screening) -> HttpResponse | None:
    """Where to look instead once nobody is asked any more: finished, or its case was closed over it."""
    if not screening.is_draft:
        return redirect("screening:result", screening.pk)
    if screening.case.status == CaseStatus.MEDICAL_FIRST:
        return redirect("safety:case", screening.case_id)
    if not screening.may_go_on:
        return redirect("screening:client", screening.case.client_id)
    return None


def case_or_404(request: Request, pk: int) -> Case:
    rows = with_look(Case.objects.select_related("client"), request.user)
    case = visible_or_404(rows, request.user, pk=pk)
    note_look(case, client=case.client, actor=request.user)
    return case
