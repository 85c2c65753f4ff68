"""The tab of the legal register, and what is written into it."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.http import Request
from clients.models import Case
from clients.selectors import file_context
from clients.services.reading import log_opening
from clients.views.asking import case_or_404
from clients.views.file_page import file_form
from common.access import demand, visible_or_404
from common.enums import ReadAction
from common.forms import Form
from common.http import sent, sent_files
from common.reading import log_shown
from files.http import hand_over
from law import selectors
from law.forms import (
    CloseOrderForm,
    ExtensionForm,
    OfficerForm,
    OrderForm,
    ReportForm,
    StageForm,
)
from law.models import Order, Stage
from law.permissions import can_keep_register, can_read_register
from law.services.orders import (
    close_order,
    correct_order,
    extend_order,
    record_order,
    record_report,
)
from law.services.stages import correct_stage, record_officer, record_stage


TAB = "law"
OK = 200


@require_safe
def register(request: Request, client_pk: int) -> HttpResponse:
    case = case_or_404(request, client_pk)
    demand(can_read_register(request.user, case))
    today = timezone.localdate()
    context = file_context(case, request.user, today, TAB) | {
        "stages": selectors.stages_of(case),
        "orders": selectors.orders_of(case, today),
        "officer": selectors.officer_of(case),
        "may_keep": case.is_open and can_keep_register(request.user, case),
    }
    return render(request, "law/register.html", context)


@require_http_methods(["GET", "POST"])
def stage_new(request: Request, client_pk: int) -> HttpResponse:
    case = _keeping(request, client_pk)
    form = StageForm(sent(request), **_of(case))
    act = partial(record_stage, case=case, actor=request.user, at=timezone.now())
    return _page(
        request,
        case,
        form,
        lambda: act(facts=form.facts()),
        title=_("Catat tahap perkara"),
        sentence=_("Tahap terbaru menjadi status hukum klien. Yang lama tetap terbaca."),
        submit=_("Simpan tahap"),
        said=_("Tahap perkara dicatat."),
    )


@require_http_methods(["GET", "POST"])
def stage_edit(request: Request, pk: int) -> HttpResponse:
    stage = visible_or_404(Stage.objects.select_related("case"), request.user, pk=pk)
    case = stage.case = _keeping(request, stage.case.client_id)
    form = StageForm(sent(request), row=stage, **_of(case))
    act = partial(correct_stage, stage=stage, actor=request.user, at=timezone.now())
    return _page(
        request,
        case,
        form,
        lambda: act(facts=form.facts(), version=form.version_seen),
        title=_("Perbaiki tahap perkara"),
        submit=_("Simpan perbaikan"),
        said=_("Tahap perkara diperbaiki."),
    )


@require_http_methods(["GET", "POST"])
def order_new(request: Request, client_pk: int) -> HttpResponse:
    case = _keeping(request, client_pk)
    form = OrderForm(sent(request), sent_files(request), **_of(case))
    act = partial(record_order, case=case, actor=request.user, at=timezone.now())
    return _page(
        request,
        case,
        form,
        lambda: act(facts=form.facts(), paper=form.cleaned_data["paper"]),
        title=_("Catat surat perkara"),
        sentence=_(
            "Putusan, penetapan, surat jaksa, atau rekomendasi TAT. Tempat dan lamanya ikut menentukan usulan layanan."
        ),
        submit=_("Simpan surat"),
        said=_("Surat dicatat."),
    )


@require_http_methods(["GET", "POST"])
def order_edit(request: Request, pk: int) -> HttpResponse:
    case, order = _order(request, pk)
    form = OrderForm(sent(request), sent_files(request), row=order, **_of(case))
    act = partial(correct_order, order=order, actor=request.user, at=timezone.now())
    return _page(
        request,
        case,
        form,
        lambda: act(
            facts=form.facts(), paper=form.cleaned_data["paper"], version=form.version_seen
        ),
        title=_("Perbaiki surat perkara"),
        sentence=_("Berkas yang dipilih di sini menggantikan yang lama."),
        submit=_("Simpan perbaikan"),
        said=_("Surat diperbaiki."),
    )


@require_http_methods(["GET", "POST"])
def order_extend(request: Request, pk: int) -> HttpResponse:
    case, order = _order(request, pk)
    form = ExtensionForm(sent(request))
    act = partial(extend_order, order=order, actor=request.user, at=timezone.now())
    return _page(
        request,
        case,
        form,
        lambda: act(facts=form.facts()),
        title=_("Perpanjang masa"),
        submit=_("Simpan perpanjangan"),
        said=_("Masa diperpanjang."),
    )


@require_http_methods(["GET", "POST"])
def order_report(request: Request, pk: int) -> HttpResponse:
    case, order = _order(request, pk)
    form = ReportForm(sent(request), initial={"sent_on": timezone.localdate()})
    act = partial(record_report, order=order, actor=request.user, at=timezone.now())
    return _page(
        request,
        case,
        form,
        lambda: act(**form.cleaned_data),
        title=_("Laporan sudah dikirim"),
        submit=_("Simpan"),
        said=_("Laporan dicatat."),
    )


@require_http_methods(["GET", "POST"])
def order_close(request: Request, pk: int) -> HttpResponse:
    case, order = _order(request, pk)
    form = CloseOrderForm(sent(request), initial={"on": timezone.localdate()})
    act = partial(close_order, order=order, actor=request.user, at=timezone.now())
    return _page(
        request,
        case,
        form,
        lambda: act(**form.cleaned_data),
        title=_("Tandai surat selesai"),
        sentence=_("Surat tetap terbaca di register; tidak ada lagi yang diingatkan."),
        submit=_("Tandai selesai"),
        said=_("Surat ditandai selesai."),
    )


@require_http_methods(["GET", "POST"])
def officer(request: Request, client_pk: int) -> HttpResponse:
    case = _keeping(request, client_pk)
    row = selectors.officer_of(case)
    form = OfficerForm(sent(request), row=row)
    act = partial(record_officer, case=case, actor=request.user, at=timezone.now())
    return _page(
        request,
        case,
        form,
        lambda: act(facts=form.facts(), version=form.version_seen if row else 0),
        title=_("Pendamping dari Bapas"),
        sentence=_("Anak yang berperkara selalu didampingi PK Bapas (UU 11/2012 pasal 65)."),
        submit=_("Simpan"),
        said=_("Pendamping Bapas dicatat."),
    )


@require_safe
def order_paper(request: Request, pk: int) -> HttpResponse:
    """Handed over by this page alone, to whoever may read the register."""
    orders = Order.objects.select_related("case__client", "file")
    order = visible_or_404(orders, request.user, pk=pk)
    demand(can_read_register(request.user, order.case))
    if order.file is None:
        raise Http404
    answer = hand_over(request, order.file, f"surat-{order.pk}", back=_back(order.case))
    if answer.status_code == OK:
        log_opening(client=order.case.client, actor=request.user)
        log_shown(request, ReadAction.EXPORT, [order.case.client_id])
    return answer


def _keeping(request: Request, client_pk: int) -> Case:
    case = case_or_404(request, client_pk)
    demand(can_keep_register(request.user, case))
    return case


def _order(request: Request, pk: int) -> tuple[Case, Order]:
    order = visible_or_404(Order.objects.select_related("case"), request.user, pk=pk)
    case = order.case = _keeping(request, order.case.client_id)
    return case, order


def _of(case: Case) -> dict[str, Any]:
    return {"birth_date": case.client.birth_date, "today": timezone.localdate()}


def _back(case: Case) -> str:
    return reverse("law:register", args=[case.client_id])


def _page(
    request: Request, case: Case, form: Form, act: Callable[[], object], **words: Any
) -> HttpResponse:
    return file_form(request, case, form, act, tab=TAB, back=_back(case), **words)
