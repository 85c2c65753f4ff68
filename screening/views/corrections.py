"""Mending a finished screening by a new one that names it."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from common.access import demand
from common.http import attempt, render_form
from screening.finding import Request, screening_or_404
from screening.forms import CorrectionForm
from screening.models import Screening
from screening.permissions import can_correct
from screening.services.corrections import fault_of_correcting, start_correction


@require_http_methods(["GET", "POST"])
def correct(request: Request, pk: int) -> HttpResponse:
    screening = screening_or_404(request, pk)
    demand(can_correct(request.user, screening))
    form = CorrectionForm(request.POST if request.method == "POST" else None)
    if draft := attempt(form, lambda: _correct(request, screening, form)):
        return redirect("screening:sections", draft.pk)
    context = {"screening": screening, "fault": fault_of_correcting(screening)}
    return render_form(request, "screening/correct.html", form, context)


def _correct(request: Request, screening: Screening, form: CorrectionForm) -> Screening:
    return start_correction(
        screening=screening, actor=request.user, at=timezone.now(), **form.cleaned_data
    )
