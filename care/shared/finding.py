"""What the views of this app share: how a row is found, and the look at it logged."""

from typing import Any

from django.http import Http404
from django.utils import timezone

from accounts.http import Request
from care.models import Placement
from clients.models import Case
from clients.selectors import FILE_ROWS, newest_case, with_look
from clients.services.reading import note_look
from common.access import visible_or_404


def client_case_or_404(request: Request, client_pk: int) -> Case:
    """The newest case of a client that this person may see."""
    case = newest_case(request.user, client_pk)
    if case is None:
        raise Http404
    note_look(case, client=case.client, actor=request.user)
    return case


def case_or_404(request: Request, case_pk: int) -> Case:
    rows = with_look(Case.objects.select_related(*FILE_ROWS), request.user)
    case = visible_or_404(rows, request.user, pk=case_pk)
    note_look(case, client=case.client, actor=request.user)
    return case


def placement_or_404(request: Request, pk: int) -> Placement:
    rows = with_look(Placement.objects.with_people(), request.user)
    placement = visible_or_404(rows, request.user, pk=pk)
    note_look(placement, client=placement.client, actor=request.user)
    return placement


def about(placement: Placement) -> dict[str, Any]:
    """What the pages with a form about one placement show beside it."""
    return {"placement": placement, "today": timezone.localdate()}
