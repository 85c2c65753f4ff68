"""Checking the answers, submitting, signing, returning, correcting."""

from functools import partial
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.http import Request
from common.access import demand
from common.forms import Form
from common.http import FormPage, form_page, sent
from screening.assessment.forms import CorrectionForm, ReturnForm
from screening.assessment.reading import told
from screening.assessment.selectors import sheet_of
from screening.assessment.services.signing import (
    return_assessment,
    sign_assessment,
    submit_assessment,
)
from screening.assessment.services.starting import correct_assessment
from screening.assessment.views.filling import (
    assessment_or_404,
    dangers_of,
    draft_or_404,
    when_done,
)
from screening.assessment.views.reading import reading_context
from screening.models import Assessment
from screening.permissions import can_assess, can_sign


@require_http_methods(["GET", "POST"])
def review(request: Request, pk: int) -> HttpResponse:
    """Periksa jawaban: everything that was answered, what is missing, and the way to the supervisor."""
    assessment = draft_or_404(request, pk)
    form = Form(sent(request))
    if not form.is_bound and (done := when_done(assessment)):
        return done
    page = FormPage(
        said=_("Asesmen diajukan dan menunggu pengesahan."),
        back=_result(assessment),
        template="screening/assessment_review.html",
        shows=partial(_answers, assessment),
    )
    act = partial(submit_assessment, assessment=assessment, actor=request.user, at=timezone.now())
    return form_page(request, form, act, page)


def _answers(assessment: Assessment) -> dict[str, Any]:
    sheet = sheet_of(assessment, timezone.localdate())
    return {
        "assessment": assessment,
        "progress": sheet.progress,
        "sections": [told(step) for step in sheet.progress.steps],
        **dangers_of(sheet),
        "missing": _("Belum dijawab"),
    }


@require_http_methods(["GET", "POST"])
def sign(request: Request, pk: int) -> HttpResponse:
    assessment = assessment_or_404(request, pk)
    demand(can_sign(request.user, assessment))
    form = Form(sent(request))
    if not form.is_bound and not assessment.is_submitted:
        return redirect(_result(assessment))
    page = FormPage(
        said=_("Asesmen disahkan. Sejak sekarang isinya tidak berubah lagi."),
        back=_result(assessment),
        template="screening/assessment_sign.html",
        shows=partial(reading_context, request, assessment),
    )
    act = partial(sign_assessment, assessment=assessment, actor=request.user, at=timezone.now())
    return form_page(request, form, act, page)


@require_http_methods(["GET", "POST"])
def give_back(request: Request, pk: int) -> HttpResponse:
    assessment = assessment_or_404(request, pk)
    demand(can_sign(request.user, assessment))
    form = ReturnForm(sent(request))
    if not form.is_bound and not assessment.is_submitted:
        return redirect(_result(assessment))
    page = _page(
        assessment,
        title=_("Kembalikan asesmen"),
        sentence=_("Asesmen dapat diisi lagi, dan catatan Anda tampil di atas daftar bagiannya."),
        submit=_("Kembalikan"),
        icon="arrow-back-up",
        said=_("Asesmen dikembalikan dengan catatan Anda."),
        then=reverse("screening:client", args=[assessment.case.client_id]),
    )
    act = partial(return_assessment, assessment=assessment, actor=request.user, at=timezone.now())
    return form_page(request, form, lambda: act(**form.cleaned_data), page)


@require_http_methods(["GET", "POST"])
def correct(request: Request, pk: int) -> HttpResponse:
    assessment = assessment_or_404(request, pk)
    demand(can_assess(request.user, assessment.case))
    form = CorrectionForm(sent(request))
    if not form.is_bound and not assessment.is_signed:
        return redirect(_result(assessment))
    page = _page(
        assessment,
        title=_("Koreksi asesmen"),
        sentence=_(
            "Asesmen yang disahkan tidak berubah. Koreksi menjadi asesmen baru dengan jawaban yang lama, lalu disahkan lagi."
        ),
        submit=_("Mulai koreksi"),
        icon="pencil",
        said=_("Koreksi dimulai dengan jawaban yang lama."),
        then=lambda begun: reverse("screening:assessment", args=[begun.pk]),
    )
    act = partial(correct_assessment, assessment=assessment, actor=request.user, at=timezone.now())
    return form_page(request, form, lambda: act(**form.cleaned_data), page)


def _result(assessment: Assessment) -> str:
    return reverse("screening:assessment_result", args=[assessment.pk])


def _page(assessment: Assessment, **words: Any) -> FormPage:
    client, back = assessment.case.client, _result(assessment)
    return FormPage(
        about=client.registration_number,
        back=back,
        crumbs=[
            (reverse("clients:list"), _("Klien")),
            (reverse("screening:client", args=[client.pk]), client.registration_number),
            (back, assessment.get_kind_display()),
        ],
        **words,
    )
