"""Where an interview leads that found a sign of danger: what to do now, whom to call, and the referral."""

from functools import partial

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from common.http import FormPage, form_page, sent, sent_files
from safety.forms import ResultForm, SendingForm
from safety.selectors import open_concerns
from safety.views.asking import danger_context
from screening.danger import raised, waiting
from screening.finding import Request, interview_or_404, when_over
from screening.models import Screening
from screening.services.endings import record_earlier_look, refer_to_medical


@require_http_methods(["GET", "POST"])
def refer(request: Request, pk: int) -> HttpResponse:
    """One screen. A danger at home asks for calls and holds up nothing; a medical sign asks for a referral."""
    screening = interview_or_404(request, pk)
    if request.method == "GET" and (elsewhere := _elsewhere(screening)):
        return elsewhere
    now = timezone.now()
    form = SendingForm(sent(request), case=screening.case, now=now)
    if request.method == "GET" and not waiting(screening):
        return render(request, "screening/refer.html", _shown(screening))
    page = FormPage(
        said=_("Rujukan medis dicatat. Tulis hasilnya begitu tenaga kesehatan menyatakannya."),
        back=reverse("safety:case", args=[screening.case_id]),
        template="screening/refer.html",
        shows=lambda: _shown(screening),
    )
    act = partial(refer_to_medical, screening=screening, actor=request.user, at=now)
    return form_page(request, form, lambda: act(sending=form.sending()), page)


@require_http_methods(["GET", "POST"])
def looked_at(request: Request, pk: int) -> HttpResponse:
    """A clinician has looked at the signs already, such as a cough that was tested for tuberculosis."""
    screening = interview_or_404(request, pk)
    if request.method == "GET" and (elsewhere := _elsewhere(screening)):
        return elsewhere
    now = timezone.now()
    form = ResultForm(sent(request), sent_files(request), today=timezone.localdate(now))
    page = FormPage(
        said=_("Hasil pemeriksaan dicatat. Skrining dapat dilanjutkan."),
        back=reverse("screening:refer", args=[pk]),
        then=reverse("screening:continue", args=[screening.case_id]),
        template="screening/looked_at.html",
        shows=lambda: {
            "screening": screening,
            **danger_context(screening.case, waiting(screening)),
        },
    )
    act = partial(record_earlier_look, screening=screening, actor=request.user, at=now)
    return form_page(request, form, lambda: act(found=form.found()), page)


def _elsewhere(screening: Screening) -> HttpResponse | None:
    if over := when_over(screening):
        return over
    return None if raised(screening) else redirect("screening:sections", screening.pk)


def _shown(screening: Screening) -> dict[str, object]:
    pending = waiting(screening)
    signs = dict.fromkeys((*pending, *raised(screening)))
    return {
        "screening": screening,
        "pending": pending,
        "concerns": open_concerns(screening.case),
        **danger_context(screening.case, signs),
    }
