"""Mending a finished screening by a new one that names it."""

from functools import partial

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from accounts.http import Request
from common.access import demand
from common.http import FormPage, form_page, sent
from screening.finding import screening_or_404
from screening.forms import CorrectionForm
from screening.permissions import can_correct
from screening.services.corrections import fault_of_correcting, start_correction


@require_http_methods(["GET", "POST"])
def correct(request: Request, pk: int) -> HttpResponse:
    screening = screening_or_404(request, pk)
    demand(can_correct(request.user, screening))
    form = CorrectionForm(sent(request))
    page = FormPage(
        said="",  # the draft that opens shows it
        back=reverse("screening:result", args=[pk]),
        then=lambda draft: reverse("screening:sections", args=[draft.pk]),
        template="screening/correct.html",
        shows=lambda: {"screening": screening, "fault": fault_of_correcting(screening)},
    )
    act = partial(start_correction, screening=screening, actor=request.user, at=timezone.now())
    return form_page(request, form, lambda: act(**form.cleaned_data), page)
