"""What has to be done in cases beside their next step: the list of a person's tasks, and each of them."""

from collections.abc import Mapping
from datetime import date
from functools import partial

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from accounts.http import Request
from accounts.models import User
from clients.forms.work import TaskForm
from clients.models import CaseTask, Wait
from clients.models.wait import WaitQuerySet
from clients.permissions import can_finish_task, can_list_tasks, can_see_all_tasks
from clients.selectors import FILE_ROWS
from clients.services.case_tasks import finish_task
from clients.services.reading import log_opening
from clients.views.file_page import file_form
from clients.waits import item_of
from clients.work import task_url
from common.access import demand, visible_or_404
from common.chips import Chip
from common.enums import ReadAction
from common.http import sent
from common.reading import log_shown


PER_PAGE = 25
OF_ALL = "lembaga"


@require_GET
def index(request: Request) -> HttpResponse:
    """Everything that waits: the whole of what the home shows the first of."""
    demand(can_list_tasks(request.user))
    of_all = asks_for_all(request.user, request.GET)
    today = timezone.localdate()
    rows = waits_of(request.user, today, of_all=of_all).with_names().urgent_first()
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("halaman"))
    items = [item_of(wait, today) for wait in page]
    log_shown(request, ReadAction.LIST, (item.client_id for item in items if item.client_id))
    context = {"page": page, "items": items, "chips": _chips(request, of_all=of_all)}
    return render(request, "clients/tasks.html", context)


@require_http_methods(["GET", "POST"])
def task(request: Request, pk: int) -> HttpResponse:
    rows = CaseTask.objects.select_related(
        *(f"case__{row}" for row in FILE_ROWS), "owner", "institution", "settled_by"
    )
    task = visible_or_404(rows, request.user, pk=pk)
    case = task.case
    log_opening(client=case.client, actor=request.user)
    may_finish = can_finish_task(request.user, task)
    if request.method == "POST":
        demand(may_finish)
    form = TaskForm(sent(request))
    act = partial(finish_task, task=task, actor=request.user, at=timezone.now())
    return file_form(
        request,
        case,
        form,
        lambda: act(**form.cleaned_data),
        said=_("Tugas selesai."),
        back=reverse("clients:file", args=[case.client_id]),
        template="clients/task.html",
        shows=lambda: {
            "task": task,
            "may_finish": may_finish,
            "done_at": task_url(task.kind, task.case_id),
        },
    )


def asks_for_all(user: User, query: Mapping[str, str]) -> bool:
    return can_see_all_tasks(user) and query.get("milik") == OF_ALL


def waits_of(user: User, today: date, *, of_all: bool) -> WaitQuerySet:
    waits = Wait.objects.visible_to(user)
    if of_all:
        return waits.at_institution_of(user, today)
    return waits.on_desk_of(user, today)


def _chips(request: Request, *, of_all: bool) -> list[Chip]:
    if not can_see_all_tasks(request.user):
        return []
    return [
        Chip(_("Tugas saya"), "?", active=not of_all),
        Chip(_("Seluruh lembaga"), f"?milik={OF_ALL}", active=of_all),
    ]
