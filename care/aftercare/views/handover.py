"""After-care that is handed to another institution, where the person has moved to."""

from functools import partial
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.http import Request
from care import permissions
from care.aftercare.life_forms import HandoverAnswerForm, HandoverForm
from care.aftercare.selectors.aftercare import institutions_to_go_on
from care.aftercare.services.handing_over import (
    accept_handover,
    ask_handover,
    decline_handover,
    withdraw_handover,
)
from care.aftercare.views.page import aftercare_form
from care.models import AftercareHandover
from care.shared.finding import case_or_404
from care.workflow import HANDOVER
from clients.models import Case
from clients.selectors import file_context
from common.access import demand, visible_or_404
from common.forms import Form
from common.http import sent


FORM_METHODS = ["GET", "POST"]


@require_http_methods(FORM_METHODS)
def new(request: Request, case_pk: int) -> HttpResponse:
    case = case_or_404(request, case_pk)
    demand(permissions.can_request(request.user, case))
    today = timezone.localdate()
    form = HandoverForm(
        sent(request),
        institutions=institutions_to_go_on(case, today=today),
        initial={"agreed_on": today},
    )
    act = partial(ask_handover, case=case, actor=request.user, at=timezone.now())
    return aftercare_form(
        request,
        case,
        form,
        lambda: act(asking=form.asking()),
        title=_("Serahkan pascalayanan"),
        sentence=_(
            "Lembaga lain diminta melanjutkan pascalayanan di tempat tinggal yang baru. Yang sudah"
            " dikerjakan tetap tercatat pada lembaga yang mengerjakannya."
        ),
        submit=_("Ajukan penyerahan"),
        said=_("Penyerahan pascalayanan diajukan."),
    )


@require_safe
def open_handover(request: Request, case_pk: int) -> HttpResponse:
    """Where the work on a handover leads: the newest."""
    case = case_or_404(request, case_pk)
    row = case.handovers.newest_first().first()
    if row is None:
        return redirect("care:aftercare", case.client_id)
    return redirect("care:handover", row.pk)


@require_safe
def show(request: Request, pk: int) -> HttpResponse:
    row, case = _found(request, pk)
    context = file_context(case, request.user, timezone.localdate(), "aftercare") | {
        "handover": row,
        "may_answer": row.is_asked and permissions.can_answer_handover(request.user, row),
        "may_withdraw": HANDOVER.may("withdraw", row.status)
        and permissions.can_request(request.user, case),
    }
    return render(request, "care/handover.html", context)


@require_http_methods(FORM_METHODS)
def answer(request: Request, pk: int) -> HttpResponse:
    row, case = _found(request, pk)
    demand(permissions.can_answer_handover(request.user, row))
    form = HandoverAnswerForm(sent(request), handover=row)
    by: dict[str, Any] = {"handover": row, "actor": request.user, "at": timezone.now()}

    def act() -> object:
        given = form.cleaned_data
        if form.is_yes:
            return accept_handover(worker=given["worker"], note=given["note"], **by)
        return decline_handover(note=given["note"], **by)

    return aftercare_form(
        request,
        case,
        form,
        act,
        title=_("Jawab penyerahan pascalayanan"),
        sentence=_("Bila diterima, lembaga Anda menghubungi klien sampai pascalayanan selesai."),
        submit=_("Simpan jawaban"),
        said=_("Jawaban disimpan."),
        back=reverse("care:handover", args=[pk]),
        then=lambda _row: reverse("care:aftercare", args=[case.client_id]) if form.is_yes else "/",
    )


@require_http_methods(FORM_METHODS)
def withdraw(request: Request, pk: int) -> HttpResponse:
    row, case = _found(request, pk)
    demand(permissions.can_request(request.user, case))
    act = partial(withdraw_handover, handover=row, actor=request.user, at=timezone.now())
    return aftercare_form(
        request,
        case,
        Form(sent(request)),
        act,
        title=_("Tarik penyerahan"),
        sentence=_("Pascalayanan tetap pada lembaga yang sekarang."),
        submit=_("Tarik penyerahan"),
        said=_("Penyerahan ditarik."),
        kind="danger",
        back=reverse("care:handover", args=[pk]),
    )


def _found(request: Request, pk: int) -> tuple[AftercareHandover, Case]:
    row = visible_or_404(AftercareHandover.objects.with_people(), request.user, pk=pk)
    return row, case_or_404(request, row.case_id)
