"""What waits, and what one client has behind them."""

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from accounts.http import Request
from clients.permissions import can_list_clients
from clients.selectors import file_context, newest_case
from clients.services.reading import log_opening
from clients.workflow import CASE
from common.access import demand
from common.enums import ReadAction
from common.reading import log_shown
from common.sealed import preload
from screening import selectors
from screening.assessment.selectors import assessments_of, may_begin_assessment
from screening.permissions import can_assess, can_screen
from screening.services.drafts import SCREENED_AGAIN


PER_PAGE = 25


@require_GET
def waiting(request: Request) -> HttpResponse:
    demand(can_list_clients(request.user))
    today = timezone.localdate()
    page = Paginator(selectors.waiting_cases(request.user), PER_PAGE).get_page(
        request.GET.get("halaman")
    )
    finished = list(selectors.recently_finished(request.user)) if page.number == 1 else []
    preload(case.client.key_id for case in page)  # how far a draft has come stands in its answers
    cases = [*page, *(screening.case for screening in finished)]
    log_shown(request, ReadAction.LIST, (case.client_id for case in cases))
    context = {
        "page": page,
        "tasks": [selectors.task_of(case, request.user, today) for case in page],
        "finished": finished,
    }
    return render(request, "screening/list.html", context)


@require_GET
def of_client(request: Request, client_pk: int) -> HttpResponse:
    case = newest_case(request.user, client_pk)
    if case is None:
        raise Http404
    log_opening(client=case.client, actor=request.user)
    may_screen = can_screen(request.user, case)
    context = {
        **file_context(case, request.user, timezone.localdate(), "screening"),
        "screenings": selectors.screenings_of(case.client, request.user),
        "may_screen": may_screen,
        "may_start": may_screen and CASE.may("start_screening", case.status),
        "may_start_again": may_screen and case.status in SCREENED_AGAIN,
        "step": selectors.open_step(case),
        "assessments": assessments_of(case.client, request.user),
        "may_assess": may_begin_assessment(case) and can_assess(request.user, case),
    }
    return render(request, "screening/client.html", context)
