"""What the views of this app share: how a row is found, and the look at it logged."""

from typing import Any

from django.http import Http404
from django.utils import timezone

from accounts.http import Request
from care.models import Placement
from clients.models import Case
from clients.selectors import FILE_ROWS, newest_case
from clients.services.reading import log_opening
from common.access import visible_or_404


def client_case_or_404(request: Request, client_pk: int) -> Case:
    """The newest case of a client that this person may see."""
    case = newest_case(request.user, client_pk)
    if case is None:
        raise Http404
    log_opening(client=case.client, actor=request.user)
    return case


def case_or_404(request: Request, case_pk: int) -> Case:
    case = visible_or_404(Case.objects.select_related(*FILE_ROWS), request.user, pk=case_pk)
    log_opening(client=case.client, actor=request.user)
    return case


def placement_or_404(request: Request, pk: int) -> Placement:
    placement = visible_or_404(Placement.objects.with_people(), request.user, pk=pk)
    log_opening(client=placement.client, actor=request.user)
    return placement


def about(placement: Placement) -> dict[str, Any]:
    """What the pages with a form about one placement show beside it."""
    return {"placement": placement, "today": timezone.localdate()}
