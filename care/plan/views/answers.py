"""What others say of a plan: the colleague who checks it, the client who agrees, all who review it."""

from functools import partial
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.http import Request
from care import permissions
from care.enums import PlanStatus
from care.plan.forms.planning import AgreementForm, PlanReviewForm, VerdictForm
from care.plan.selectors import goals, outline
from care.plan.services.drafting import agree_plan, approve_plan, return_plan
from care.plan.services.reviewing import review_plan
from care.plan.views.drafting import FIRST_REVIEW, FORM_METHODS, case_to_plan
from care.shared.finding import case_or_404
from care.shared.plan_page import plan_form
from common.access import demand
from common.http import sent


@require_http_methods(FORM_METHODS)
def plan_answer(request: Request, case_pk: int) -> HttpResponse:
    case = case_or_404(request, case_pk)
    demand(permissions.can_approve(request.user, case))
    plan = case.plans.in_the_making().select_related("submitted_by").first()
    if plan is None:
        return redirect("care:plan", case.client_id)
    form = VerdictForm(sent(request))
    by: dict[str, Any] = {"plan": plan, "actor": request.user, "at": timezone.now()}

    def act() -> object:
        if form.is_yes:
            return approve_plan(**by)
        return return_plan(note=form.cleaned_data["note"], **by)

    return plan_form(
        request,
        case,
        form,
        act,
        title=_("Periksa rencana layanan"),
        sentence=_("Sahkan rencana ini, atau kembalikan dengan catatan."),
        submit=_("Simpan keputusan"),
        said=_("Keputusan atas rencana disimpan."),
        back=reverse("care:plan", args=[case.client_id]),
        shows=lambda: {"plan": plan, "outline": outline(plan)},
    )


@require_http_methods(FORM_METHODS)
def plan_agree(request: Request, case_pk: int) -> HttpResponse:
    case = case_to_plan(request, case_pk)
    plan = case.plans.in_the_making().first()
    if plan is None:
        return redirect("care:plan", case.client_id)
    form = AgreementForm(sent(request), initial={"on": timezone.localdate()})
    act = partial(agree_plan, plan=plan, actor=request.user, at=timezone.now())
    return plan_form(
        request,
        case,
        form,
        lambda: act(agreement=form.facts()),
        title=_("Catat persetujuan klien"),
        sentence=_("Bacakan rencana ini kepada klien sebelum mencatat persetujuannya."),
        submit=_("Simpan persetujuan"),
        said=_("Persetujuan dicatat. Rencana ini sekarang berlaku."),
        back=reverse("care:plan", args=[case.client_id]),
        shows=lambda: {"plan": plan, "outline": outline(plan)},
    )


@require_http_methods(FORM_METHODS)
def plan_review(request: Request, case_pk: int) -> HttpResponse:
    case = case_to_plan(request, case_pk)
    plan = case.plans.filter(status=PlanStatus.AGREED).first()
    if plan is None:
        return redirect("care:plan", case.client_id)
    form = PlanReviewForm(
        sent(request),
        goals=list(goals(plan)),
        next_review=timezone.localdate() + FIRST_REVIEW,
    )
    act = partial(review_plan, plan=plan, actor=request.user, at=timezone.now())
    return plan_form(
        request,
        case,
        form,
        lambda: act(**form.facts()),
        title=_("Tinjau rencana layanan"),
        sentence=_("Nyatakan status setiap tujuan bersama klien, lalu tentukan tinjauan berikut."),
        submit=_("Simpan tinjauan"),
        said=_("Tinjauan disimpan. Bila isinya perlu diubah, susun versi baru."),
        back=reverse("care:plan", args=[case.client_id]),
        template="care/plan_review.html",
        shows=lambda: {"plan": plan},
    )
