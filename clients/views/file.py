"""The client's file: timeline, profile, who opened it."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from accounts.http import Request
from clients.accesses import of_client
from clients.changes import client_changes
from clients.events import kinds_in
from clients.forms.accesses import AccessFilter
from clients.models import Case, CaseEvent
from clients.models.wait import TASK
from clients.permissions import can_see_access_log
from clients.selectors import family_of, file_context, timeline
from clients.views.asking import case_or_404
from clients.views.chips import event_chips
from common.access import demand, visible_or_404
from common.forms import row_id


ACCESSES_PER_PAGE = 25


@require_GET
def show(request: Request, pk: int) -> HttpResponse:
    case = case_or_404(request, pk)
    if request.htmx and "sebelum" in request.GET:
        return render(request, "clients/_timeline.html", _timeline(request, case))
    return render(request, "clients/file.html", _page(request, case))


@require_GET
def profile(request: Request, pk: int) -> HttpResponse:
    case = case_or_404(request, pk)
    context = file_context(case, request.user, timezone.localdate(), "profile")
    context["family"] = family_of(case)
    return render(request, "clients/profile.html", context)


@require_GET
def access(request: Request, pk: int) -> HttpResponse:
    case = case_or_404(request, pk)
    demand(can_see_access_log(request.user, case))
    filters = AccessFilter(request.GET)
    paginator = Paginator(of_client(case.client, filters.asked()), ACCESSES_PER_PAGE)
    context = file_context(case, request.user, timezone.localdate(), "access")
    context |= {"filters": filters, "page": paginator.get_page(request.GET.get("halaman"))}
    return render(request, "clients/access.html", context)


@require_GET
def changes(request: Request, pk: int) -> HttpResponse:
    case = case_or_404(request, pk)
    demand(can_see_access_log(request.user, case))
    page = client_changes(request.user, case.client, older_than=_last_change(request))
    context = file_context(case, request.user, timezone.localdate(), "changes")
    return render(request, "clients/changes.html", {**context, "page": page})


def _last_change(request: Request) -> tuple[str, int]:
    """The change that the next older page follows, as its address says it ("clients.Case:12")."""
    before = request.GET.get("sebelum", "")
    table, _, number = before.partition(":")
    change = row_id(number)
    if before and (change is None or "\x00" in table):
        raise Http404
    return table, change or 0


def _page(request: Request, case: Case) -> dict[str, Any]:
    context = file_context(case, request.user, timezone.localdate(), "timeline")
    tasks = [wait for wait in context["waits"] if wait.kind == TASK]
    context |= {"tasks": tasks, "today": timezone.localdate()}
    return context | _timeline(request, case) | {"family": family_of(case)}


def _timeline(request: Request, case: Case) -> dict[str, Any]:
    group, cursor = request.GET.get("jenis", ""), _cursor(request, case)
    page = timeline(request.user, case.client, kinds=kinds_in(group), before=cursor)
    return {
        "client": case.client,
        "page": page,
        "group": group if kinds_in(group) else "",
        "cursor": cursor,
        "cursor_month": timezone.localdate(cursor.at).replace(day=1) if cursor else None,
        "event_chips": event_chips(group, reverse("clients:file", args=[case.client_id])),
    }


def _cursor(request: Request, case: Case) -> CaseEvent | None:
    """The event that the next older page follows; it must be one of this client's."""
    before = request.GET.get("sebelum", "")
    if not before:
        return None
    events = CaseEvent.objects.filter(case__client=case.client)
    return visible_or_404(events, request.user, pk=row_id(before))
