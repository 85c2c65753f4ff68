"""The waiting list: who stands in it, one entry, and what is done with it."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from care import permissions
from care.models import WaitingEntry
from care.shared.finding import case_or_404, done, sent
from care.waiting import selectors as queue
from care.waiting.forms import InterimForm, LeaveQueueForm, WaitForm, WaitingContactForm
from care.waiting.services import (
    Wait,
    change_interim,
    enter_queue,
    leave_queue,
    record_waiting_contact,
)
from clients.permissions import can_list_clients
from clients.selectors import file_context
from clients.services.reading import log_opening
from common.access import demand, visible_or_404
from common.enums import ReadAction
from common.http import render_form
from common.reading import log_shown


PAGE = 25


@require_safe
def waiting_list(request: HttpRequest) -> HttpResponse:
    demand(can_list_clients(request.user))
    page = Paginator(queue.entries(request.user), PAGE).get_page(request.GET.get("halaman"))
    log_shown(request, ReadAction.LIST, (row.case.client_id for row in page))
    institution = request.user.institution
    context = {
        "page_obj": page,
        "waiting_for_us": queue.waiting_for(institution) if institution else None,
        "today": timezone.localdate(),
    }
    return render(request, "care/waiting_list.html", context)


@require_http_methods(["GET", "POST"])
def wait(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Into the queue; who stands in it already is led to their entry."""
    case = case_or_404(request, case_pk)
    entry = WaitingEntry.objects.standing_of(case)
    if request.method == "GET" and entry is not None:
        return redirect("care:waiting", entry.pk)
    demand(permissions.can_request(request.user, case))
    today = timezone.localdate()
    form = WaitForm(sent(request), case=case, full=queue.full_places(case, today=today))
    enter = partial(enter_queue, case=case, actor=request.user, at=timezone.now())
    if done(form, lambda _given: enter(wait=Wait(**form.facts()))):
        messages.success(request, _("Klien masuk daftar tunggu."))
        return redirect("care:wait", case.pk)
    context = {"case": case, "client": case.client, "age": case.client.age_on(today)}
    return render_form(request, "care/wait.html", form, context)


@require_safe
def waiting(request: HttpRequest, pk: int) -> HttpResponse:
    today = timezone.localdate()
    entry = _entry_or_404(request, pk)
    case = case_or_404(request, entry.case_id)
    context = file_context(case, request.user, today, "care") | {
        "today": today,
        "entry": entry,
        "may_act": entry.is_in_queue and permissions.can_request(request.user, case),
    }
    return render(request, "care/waiting.html", context)


@require_http_methods(["GET", "POST"])
def waiting_contact(request: HttpRequest, pk: int) -> HttpResponse:
    entry = _entry_to_write(request, pk)
    form = WaitingContactForm(sent(request), initial={"on": timezone.localdate()})
    return _put(
        request,
        entry,
        form,
        record_waiting_contact,
        template="care/waiting_contact.html",
        success=_("Kontak dicatat. Kontak berikutnya dijadwalkan tujuh hari kemudian."),
    )


@require_http_methods(["GET", "POST"])
def waiting_interim(request: HttpRequest, pk: int) -> HttpResponse:
    entry = _entry_to_write(request, pk)
    shown = {name: getattr(entry, name) for name in InterimForm.base_fields}
    form = InterimForm(sent(request), initial=shown)
    return _put(
        request,
        entry,
        form,
        change_interim,
        template="care/waiting_interim.html",
        success=_("Layanan sementara diperbarui."),
    )


@require_http_methods(["GET", "POST"])
def waiting_leave(request: HttpRequest, pk: int) -> HttpResponse:
    entry = _entry_to_write(request, pk)
    form = LeaveQueueForm(sent(request))
    return _put(
        request,
        entry,
        form,
        leave_queue,
        template="care/waiting_leave.html",
        success=_("Klien keluar dari daftar tunggu."),
    )


def _put(
    request: HttpRequest,
    entry: WaitingEntry,
    form: Any,
    service: Any,
    *,
    template: str,
    success: str,
) -> HttpResponse:
    act = partial(service, entry=entry, actor=request.user, at=timezone.now())
    if done(form, lambda given: act(**given)):
        messages.success(request, success)
        return redirect("care:waiting", entry.pk)
    context = {"entry": entry, "case": entry.case, "client": entry.case.client}
    return render_form(request, template, form, context | {"today": timezone.localdate()})


def _entry_or_404(request: HttpRequest, pk: int) -> WaitingEntry:
    rows = WaitingEntry.objects.select_related(
        "case__client", "case__institution", "institution", "province", "offered_institution",
        "place", "entered_by",
    )  # fmt: skip
    entry: WaitingEntry = visible_or_404(rows, request.user, pk=pk)
    log_opening(client=entry.case.client, actor=request.user)
    return entry


def _entry_to_write(request: HttpRequest, pk: int) -> WaitingEntry:
    entry = _entry_or_404(request, pk)
    demand(permissions.can_request(request.user, entry.case))
    return entry
