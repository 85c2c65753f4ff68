"""A person answers the step of care that a re-screening proposes."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.http import Request
from common.access import demand
from common.http import FormPage, form_page, sent
from screening.enums import StepCondition
from screening.finding import case_or_404
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
    form = StepForm(sent(request), step=found)
    page = FormPage(
        said=_said,
        back=reverse("screening:client", args=[case.client_id]),
        template="screening/step.html",
        shows=lambda: {"case": case, "step": found, "conditions": StepCondition.choices},
    )
    return form_page(request, form, lambda: _settle(request, found, form), page)


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
