"""A person answers the step of care that a re-screening proposes."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from common.access import demand
from common.http import attempt, render_form
from screening.enums import StepCondition
from screening.finding import Request, case_or_404
from screening.forms import StepForm
from screening.models import StepChange
from screening.permissions import can_decide
from screening.services.steps import StepAnswer, settle_step


@require_http_methods(["GET", "POST"])
def step(request: Request, case_pk: int) -> HttpResponse:
    case = case_or_404(request, case_pk)
    demand(can_decide(request.user, case))
    found = StepChange.objects.visible_to(request.user).of_case(case).newest_first().first()
    if found is None or (request.method == "GET" and not found.is_open):
        return redirect("screening:client", case.client_id)
    found.screening.case = case
    form = StepForm(request.POST if request.method == "POST" else None, step=found)
    if settled := attempt(form, lambda: _settle(request, found, form)):
        messages.success(request, _said(settled))
        return redirect("screening:client", case.client_id)
    context = {"case": case, "step": found, "conditions": StepCondition.choices}
    return render_form(request, "screening/step.html", form, context)


def _settle(request: Request, step: StepChange, form: StepForm) -> StepChange:
    given = form.cleaned_data
    answer = StepAnswer(
        accepted=given["answer"] == StepForm.ACCEPT,
        note=given["note"],
        conditions=tuple(given.get("conditions", ())),
    )
    return settle_step(step=step, answer=answer, actor=request.user, at=timezone.now())


def _said(step: StepChange) -> str:
    if step.is_accepted:
        return _("Perubahan diterima. Siapkan pemindahan bila tempat layanan berganti.")
    return _("Keputusan dicatat. Tingkat layanan tidak berubah.")
