"""Checking the answers, submitting, signing, returning, correcting."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from common.access import demand
from common.forms import Form
from common.http import attempt, render_form
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
    danger_context,
    draft_or_404,
    when_done,
)
from screening.assessment.views.reading import reading_context
from screening.finding import Request
from screening.permissions import can_assess, can_sign


@require_http_methods(["GET", "POST"])
def review(request: Request, pk: int) -> HttpResponse:
    """Periksa jawaban: everything that was answered, what is missing, and the way to the supervisor."""
    assessment = draft_or_404(request, pk)
    form = Form(request.POST if request.method == "POST" else None)
    submitted = attempt(
        form,
        lambda: submit_assessment(assessment=assessment, actor=request.user, at=timezone.now()),
    )
    if submitted:
        messages.success(request, _("Asesmen diajukan dan menunggu pengesahan."))
        return redirect("screening:assessment_result", pk)
    if not form.is_bound and (done := when_done(assessment)):
        return done
    sheet = sheet_of(assessment, timezone.localdate())
    context = {
        "assessment": assessment,
        "progress": sheet.progress,
        "sections": [told(step) for step in sheet.progress.steps],
        **danger_context(sheet),
        "missing": _("Belum dijawab"),
    }
    return render_form(request, "screening/assessment_review.html", form, context)


@require_http_methods(["GET", "POST"])
def sign(request: Request, pk: int) -> HttpResponse:
    assessment = assessment_or_404(request, pk)
    demand(can_sign(request.user, assessment))
    form = Form(request.POST if request.method == "POST" else None)
    signed = attempt(
        form,
        lambda: sign_assessment(assessment=assessment, actor=request.user, at=timezone.now()),
    )
    if signed:
        messages.success(request, _("Asesmen disahkan. Sejak sekarang isinya tidak berubah lagi."))
        return redirect("screening:assessment_result", pk)
    if not form.is_bound and not assessment.is_submitted:
        return redirect("screening:assessment_result", pk)
    return render_form(
        request, "screening/assessment_sign.html", form, reading_context(request, assessment)
    )


@require_http_methods(["GET", "POST"])
def give_back(request: Request, pk: int) -> HttpResponse:
    assessment = assessment_or_404(request, pk)
    demand(can_sign(request.user, assessment))
    form = ReturnForm(request.POST if request.method == "POST" else None)
    returned = attempt(
        form,
        lambda: return_assessment(
            assessment=assessment, actor=request.user, at=timezone.now(), **form.cleaned_data
        ),
    )
    if returned:
        messages.success(request, _("Asesmen dikembalikan dengan catatan Anda."))
        return redirect("screening:client", assessment.case.client_id)
    if not form.is_bound and not assessment.is_submitted:
        return redirect("screening:assessment_result", pk)
    return render_form(
        request, "screening/assessment_return.html", form, {"assessment": assessment}
    )


@require_http_methods(["GET", "POST"])
def correct(request: Request, pk: int) -> HttpResponse:
    assessment = assessment_or_404(request, pk)
    demand(can_assess(request.user, assessment.case))
    form = CorrectionForm(request.POST if request.method == "POST" else None)
    begun = attempt(
        form,
        lambda: correct_assessment(
            assessment=assessment, actor=request.user, at=timezone.now(), **form.cleaned_data
        ),
    )
    if begun:
        messages.success(request, _("Koreksi dimulai dengan jawaban yang lama."))
        return redirect("screening:assessment", begun.pk)
    if not form.is_bound and not assessment.is_signed:
        return redirect("screening:assessment_result", pk)
    return render_form(
        request, "screening/assessment_correct.html", form, {"assessment": assessment}
    )
