"""A relapse: named, made safe, looked at again, and what follows."""

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
from care.aftercare.relapse_forms import NameForm, PlanForm, ReentryForm, SettleForm
from care.aftercare.selectors.relapses import former_plan
from care.aftercare.services.relapsing import (
    IN_CARE,
    answers_for,
    begin_again,
    name_relapse,
    plan_safety,
    screened_since,
    settle_relapse,
)
from care.aftercare.views.page import aftercare_form
from care.enums import CareTask
from care.models import Relapse
from care.shared.finding import case_or_404
from care.workflow import RELAPSE
from clients.enums import CaseStatus
from clients.models import Case
from clients.selectors import file_context
from common.access import demand, visible_or_404
from common.http import sent


FORM_METHODS = ["GET", "POST"]


@require_safe
def open_relapse(request: Request, case_pk: int) -> HttpResponse:
    """Where the work on a relapse leads: the one that is not settled."""
    case = case_or_404(request, case_pk)
    row = case.relapses.newest_first().first()
    if row is None:
        return redirect("care:aftercare", case.client_id)
    return redirect("care:relapse", row.pk)


@require_safe
def show(request: Request, pk: int) -> HttpResponse:
    row, case = _found(request, pk)
    may_work = _may_work(request, case)
    context = file_context(case, request.user, timezone.localdate(), "aftercare") | {
        "today": timezone.localdate(),
        "relapse": row,
        "screened": screened_since(row),
        "is_called": not case.tasks.open().filter(kind=CareTask.RELAPSE_CALL).exists(),
        "call": case.follow_ups.planned().filter(milestone__startswith="X").first(),
        "may_work": may_work and not row.is_settled,
        "may_settle": may_work and RELAPSE.may("settle", row.status),
        "may_enter_again": _may_enter_again(request, row, case),
        **former_plan_context(request, case),
    }
    return render(request, "care/relapse.html", context)


def former_plan_context(request: Request, case: Case) -> dict[str, Any]:
    """What was planned in the episode before, and the relapse of this one that it may be taken into."""
    return {
        "former_plan": former_plan(case, request.user),
        "to_plan": case.relapses.unsettled().first() if _may_work(request, case) else None,
    }


@require_http_methods(FORM_METHODS)
def name(request: Request, case_pk: int) -> HttpResponse:
    case = case_or_404(request, case_pk)
    demand(permissions.can_serve(request.user, case))
    form = NameForm(sent(request), initial={"on": timezone.localdate()})
    act = partial(name_relapse, case=case, actor=request.user, at=timezone.now())
    return aftercare_form(
        request,
        case,
        form,
        lambda: act(**form.cleaned_data),
        title=_("Catat kekambuhan"),
        sentence=_(
            "Kambuh bukan alasan mengakhiri layanan. Rencana aman disusun, klien dihubungi dalam"
            " 72 jam, dan diskrining ulang."
        ),
        submit=_("Catat kekambuhan"),
        said=_("Kekambuhan dicatat. Susun rencana aman bersama klien."),
        then=lambda row: reverse("care:relapse", args=[row.pk]),
    )


@require_http_methods(FORM_METHODS)
def plan(request: Request, pk: int) -> HttpResponse:
    row, case = _found_to_work_on(request, pk)
    before = former_plan(case, request.user) if "dari" in request.GET else None
    form = PlanForm(
        sent(request), initial={name: getattr(before or row, name) for name in PlanForm.base_fields}
    )
    act = partial(plan_safety, relapse=row, actor=request.user, at=timezone.now())
    return aftercare_form(
        request,
        case,
        form,
        lambda: act(plan=form.plan()),
        title=_("Rencana aman"),
        sentence=_("Disusun bersama klien, dengan kata-katanya sendiri."),
        submit=_("Simpan rencana aman"),
        said=_("Rencana aman disimpan."),
        back=reverse("care:relapse", args=[pk]),
    )


@require_http_methods(FORM_METHODS)
def settle(request: Request, pk: int) -> HttpResponse:
    row, case = _found_to_work_on(request, pk)
    form = SettleForm(sent(request), answers=answers_for(case))
    act = partial(settle_relapse, relapse=row, actor=request.user, at=timezone.now())
    return aftercare_form(
        request,
        case,
        form,
        lambda: act(**form.cleaned_data),
        title=_("Langkah setelah kambuh"),
        sentence=_("Diputuskan setelah rencana aman ada dan skrining ulang selesai."),
        submit=_("Simpan langkah"),
        said=_("Langkah setelah kambuh disimpan."),
        back=reverse("care:relapse", args=[pk]),
    )


@require_http_methods(FORM_METHODS)
def enter_again(request: Request, pk: int) -> HttpResponse:
    row, case = _found(request, pk)
    demand(permissions.can_request(request.user, case))
    form = ReentryForm(sent(request))
    act = partial(begin_again, relapse=row, actor=request.user, at=timezone.now())
    return aftercare_form(
        request,
        case,
        form,
        lambda: act(**form.cleaned_data),
        title=_("Masuk layanan kembali"),
        sentence=_(
            "Kasus ini ditutup dengan alasan “Kambuh, kasus baru”, dan kasus baru dimulai dari"
            " skrining. Profil, keluarga, dan linimasa tetap satu."
        ),
        submit=_("Buka kasus baru"),
        said=_("Kasus baru dibuka. Periksa jawaban skrining bersama klien."),
        back=reverse("care:relapse", args=[pk]),
        then=lambda again: reverse("screening:continue", args=[again.pk]),
    )


def _may_work(request: Request, case: Case) -> bool:
    return case.status in IN_CARE and permissions.can_serve(request.user, case)


def _may_enter_again(request: Request, row: Relapse, case: Case) -> bool:
    runs = case.status == CaseStatus.AFTERCARE and RELAPSE.may("enter_again", row.status)
    return runs and permissions.can_request(request.user, case)


def _found(request: Request, pk: int) -> tuple[Relapse, Case]:
    row = visible_or_404(Relapse.objects.with_people(), request.user, pk=pk)
    return row, case_or_404(request, row.case_id)


def _found_to_work_on(request: Request, pk: int) -> tuple[Relapse, Case]:
    row, case = _found(request, pk)
    demand(permissions.can_serve(request.user, case))
    return row, case
