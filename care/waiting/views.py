"""The waiting list: who stands in it, one entry, and what is done with it."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.http import Request
from care import permissions
from care.models import WaitingEntry
from care.shared.finding import case_or_404
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
from common.forms import Form
from common.http import FormPage, form_page, sent
from common.reading import log_shown


PAGE = 25


@require_safe
def waiting_list(request: Request) -> HttpResponse:
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
def wait(request: Request, case_pk: int) -> HttpResponse:
    """Into the queue; who stands in it already is led to their entry."""
    case = case_or_404(request, case_pk)
    entry = WaitingEntry.objects.visible_to(request.user).standing_of(case)
    if request.method == "GET" and entry is not None:
        return redirect("care:waiting", entry.pk)
    demand(permissions.can_request(request.user, case))
    today = timezone.localdate()
    form = WaitForm(sent(request), case=case, full=queue.full_places(case, today=today))
    enter = partial(enter_queue, case=case, actor=request.user, at=timezone.now())
    page = FormPage(
        said=_("Klien masuk daftar tunggu."),
        back=reverse("care:wait", args=[case.pk]),
        template="care/wait.html",
        shows=lambda: {"case": case, "client": case.client, "age": case.client.age_on(today)},
    )
    return form_page(request, form, lambda: enter(wait=Wait(**form.facts())), page)


@require_safe
def waiting(request: Request, pk: int) -> HttpResponse:
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
def waiting_contact(request: Request, pk: int) -> HttpResponse:
    entry = _entry_to_write(request, pk)
    form = WaitingContactForm(sent(request), initial={"on": timezone.localdate()})
    return _step(
        request,
        entry,
        form,
        record_waiting_contact,
        title=_("Catat kontak"),
        sentence=_("Klien yang menunggu dihubungi sekali seminggu."),
        submit=_("Simpan kontak"),
        icon="check",
        said=_("Kontak dicatat. Kontak berikutnya dijadwalkan tujuh hari kemudian."),
    )


@require_http_methods(["GET", "POST"])
def waiting_interim(request: Request, pk: int) -> HttpResponse:
    entry = _entry_to_write(request, pk)
    shown = {name: getattr(entry, name) for name in InterimForm.base_fields}
    form = InterimForm(sent(request), initial=shown)
    return _step(
        request,
        entry,
        form,
        change_interim,
        title=_("Ubah layanan sementara"),
        sentence=_("Apa yang diberikan kepada klien selama menunggu, dan oleh siapa."),
        submit=_("Simpan"),
        icon="check",
        said=_("Layanan sementara diperbarui."),
    )


@require_http_methods(["GET", "POST"])
def waiting_leave(request: Request, pk: int) -> HttpResponse:
    entry = _entry_to_write(request, pk)
    form = LeaveQueueForm(sent(request))
    return _step(
        request,
        entry,
        form,
        leave_queue,
        title=_("Keluar dari daftar tunggu"),
        sentence=_("Gunakan bila klien tidak menunggu tempat lagi."),
        submit=_("Keluar dari daftar"),
        icon="x",
        kind="danger",
        said=_("Klien keluar dari daftar tunggu."),
    )


def _step(
    request: Request,
    entry: WaitingEntry,
    form: Form,
    service: Callable[..., object],
    **words: Any,
) -> HttpResponse:
    act = partial(service, entry=entry, actor=request.user, at=timezone.now())
    back, number = (
        reverse("care:waiting", args=[entry.pk]),
        entry.case.client.registration_number,
    )
    page = FormPage(
        about=number,
        back=back,
        crumbs=((reverse("care:waiting_list"), _("Daftar tunggu")), (back, number)),
        beside="care/_waiting.html",
        shows=lambda: {"entry": entry, "case": entry.case, "client": entry.case.client},
        **words,
    )
    return form_page(request, form, lambda: act(**form.cleaned_data), page)


def _entry_or_404(request: Request, pk: int) -> WaitingEntry:
    rows = WaitingEntry.objects.select_related(
        "case__client", "case__institution", "institution", "province", "offered_institution",
        "place", "entered_by",
    )  # fmt: skip
    entry: WaitingEntry = visible_or_404(rows, request.user, pk=pk)
    log_opening(client=entry.case.client, actor=request.user)
    return entry


def _entry_to_write(request: Request, pk: int) -> WaitingEntry:
    entry = _entry_or_404(request, pk)
    demand(permissions.can_request(request.user, entry.case))
    return entry
