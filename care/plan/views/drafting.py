"""Writing a version of the plan: begun, its goals and services one by one, then handed in."""

from datetime import date, timedelta
from functools import partial
from typing import Any

from django.forms import model_to_dict
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.http import Request
from care import permissions
from care.models import PlanGoal, PlanService, ServicePlan
from care.placement.programme import decided_end
from care.plan.forms.planning import GoalForm, NewPlanForm, PlanForm, ServiceForm
from care.plan.selectors import outline
from care.plan.services.drafting import edit_plan, start_plan, submit_plan
from care.plan.services.items import remove_goal, remove_service, save_goal, save_service
from care.shared.finding import case_or_404
from care.shared.plan_page import plan_form
from clients.models import Case
from common.access import demand, visible_or_404
from common.forms import Form
from common.http import sent
from partners.enums import CareBase


FORM_METHODS = ["GET", "POST"]
FIRST_REVIEW = timedelta(days=30)


def case_to_plan(request: Request, case_pk: int) -> Case:
    case = case_or_404(request, case_pk)
    demand(permissions.can_plan(request.user, case))
    return case


@require_http_methods(FORM_METHODS)
def plan_start(request: Request, case_pk: int) -> HttpResponse:
    case = case_to_plan(request, case_pk)
    before = case.plans.in_force().first()
    form = NewPlanForm(
        sent(request),
        case=case,
        is_first=before is None,
        initial={
            "review_on": timezone.localdate() + FIRST_REVIEW,
            "summary": before.summary if before else "",
        },
    )
    act = partial(start_plan, case=case, actor=request.user, at=timezone.now())
    return plan_form(
        request,
        case,
        form,
        lambda: act(**form.cleaned_data),
        title=_("Susun rencana layanan") if before is None else _("Susun versi baru"),
        sentence=""
        if before is None
        else _("Versi baru dimulai sebagai salinan dari yang berlaku, tanpa tujuan yang selesai."),
        submit=_("Mulai menyusun"),
        said=_("Rencana layanan mulai disusun. Tambahkan tujuan dan layanan."),
        back=_plan_page(case),
    )


@require_http_methods(FORM_METHODS)
def plan_edit(request: Request, case_pk: int) -> HttpResponse:
    case = case_to_plan(request, case_pk)
    plan = _in_the_making(case)
    if plan is None:
        return redirect("care:plan", case.client_id)
    form = PlanForm(sent(request), initial={"summary": plan.summary, "review_on": plan.review_on})
    act = partial(edit_plan, plan=plan, actor=request.user, at=timezone.now())
    return plan_form(
        request,
        case,
        form,
        lambda: act(**form.cleaned_data),
        title=_("Ubah ringkasan"),
        submit=_("Simpan"),
        said=_("Ringkasan disimpan."),
        back=_plan_page(case),
    )


@require_http_methods(FORM_METHODS)
def goal_new(request: Request, case_pk: int) -> HttpResponse:
    case = case_to_plan(request, case_pk)
    plan = _in_the_making(case)
    if plan is None:
        return redirect("care:plan", case.client_id)
    form = GoalForm(sent(request), initial={"due_on": _programme_end(case)})
    return plan_form(
        request,
        case,
        form,
        lambda: save_goal(plan=plan, goal=form.facts(), actor=request.user),
        title=_("Tambah tujuan"),
        submit=_("Simpan tujuan"),
        said=_("Tujuan ditambahkan."),
        back=_plan_page(case),
    )


@require_http_methods(FORM_METHODS)
def goal(request: Request, pk: int) -> HttpResponse:
    row = visible_or_404(PlanGoal.objects.select_related("plan"), request.user, pk=pk)
    case = case_to_plan(request, row.plan.case_id)
    form = GoalForm(sent(request), initial=model_to_dict(row))
    act = partial(save_goal, plan=row.plan, row=row, actor=request.user)
    return plan_form(
        request,
        case,
        form,
        lambda: act(goal=form.facts()),
        title=_("Ubah tujuan"),
        submit=_("Simpan tujuan"),
        said=_("Tujuan disimpan."),
        back=_plan_page(case),
        shows=lambda: {"remove_url": reverse("care:goal_remove", args=[row.pk])},
    )


@require_http_methods(FORM_METHODS)
def goal_remove(request: Request, pk: int) -> HttpResponse:
    row = visible_or_404(PlanGoal.objects.select_related("plan"), request.user, pk=pk)
    case = case_to_plan(request, row.plan.case_id)

    return plan_form(
        request,
        case,
        Form(sent(request)),
        partial(remove_goal, goal=row, actor=request.user),
        title=_("Hapus tujuan"),
        sentence=_("Tujuan ini dihapus dari rencana yang sedang disusun; layanannya tetap ada."),
        submit=_("Hapus tujuan"),
        said=_("Tujuan dihapus."),
        back=_plan_page(case),
        kind="danger",
    )


@require_http_methods(FORM_METHODS)
def service_new(request: Request, case_pk: int) -> HttpResponse:
    case = case_to_plan(request, case_pk)
    plan = _in_the_making(case)
    if plan is None:
        return redirect("care:plan", case.client_id)
    initial = {
        "institution": case.care_institution_id or case.institution_id,
        "goal": request.GET.get("tujuan", ""),
        "starts_on": timezone.localdate(),
        "ends_on": _programme_end(case),
    }
    form = ServiceForm(sent(request), plan=plan, user=request.user, initial=initial)
    return plan_form(
        request,
        case,
        form,
        lambda: save_service(plan=plan, service=form.facts(), actor=request.user),
        title=_("Tambah layanan"),
        submit=_("Simpan layanan"),
        said=_("Layanan ditambahkan."),
        back=_plan_page(case),
    )


@require_http_methods(FORM_METHODS)
def service(request: Request, pk: int) -> HttpResponse:
    row = visible_or_404(PlanService.objects.select_related("plan"), request.user, pk=pk)
    case = case_to_plan(request, row.plan.case_id)
    form = ServiceForm(sent(request), plan=row.plan, user=request.user, initial=model_to_dict(row))
    act = partial(save_service, plan=row.plan, row=row, actor=request.user)
    return plan_form(
        request,
        case,
        form,
        lambda: act(service=form.facts()),
        title=_("Ubah layanan"),
        submit=_("Simpan layanan"),
        said=_("Layanan disimpan."),
        back=_plan_page(case),
        shows=lambda: {"remove_url": reverse("care:service_remove", args=[row.pk])},
    )


@require_http_methods(FORM_METHODS)
def service_remove(request: Request, pk: int) -> HttpResponse:
    row = visible_or_404(PlanService.objects.select_related("plan"), request.user, pk=pk)
    case = case_to_plan(request, row.plan.case_id)

    return plan_form(
        request,
        case,
        Form(sent(request)),
        partial(remove_service, service=row, actor=request.user),
        title=_("Hapus layanan"),
        sentence=row.get_component_display(),
        submit=_("Hapus layanan"),
        said=_("Layanan dihapus dari rencana."),
        back=_plan_page(case),
        kind="danger",
    )


@require_http_methods(FORM_METHODS)
def plan_submit(request: Request, case_pk: int) -> HttpResponse:
    case = case_to_plan(request, case_pk)
    plan = _in_the_making(case)
    if plan is None:
        return redirect("care:plan", case.client_id)
    act = partial(submit_plan, plan=plan, actor=request.user, at=timezone.now())
    return plan_form(
        request,
        case,
        Form(sent(request)),
        act,
        title=_("Ajukan rencana"),
        sentence=_(
            "Orang lain memeriksa dan mengesahkannya. Selama itu isinya tidak dapat diubah."
        ),
        submit=_("Ajukan untuk disahkan"),
        said=_("Rencana diajukan untuk disahkan."),
        back=_plan_page(case),
        shows=lambda: _read(plan),
    )


def _read(plan: ServicePlan) -> dict[str, Any]:
    return {"plan": plan, "outline": outline(plan)}


def _in_the_making(case: Case) -> ServicePlan | None:
    return case.plans.in_the_making().first()


def _plan_page(case: Case) -> str:
    return reverse("care:plan", args=[case.client_id])


def _programme_end(case: Case) -> date:
    return decided_end(case, case.base or CareBase.FAMILY, timezone.localdate())
