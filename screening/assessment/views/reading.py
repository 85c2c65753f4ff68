"""Reading an assessment: on the screen, on paper, beside the one before it."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from accounts.http import Request
from clients.enums import CaseStatus
from clients.field_rules import Field
from clients.showing import rule_of
from screening import outcome
from screening.assessment.comparing import compare
from screening.assessment.reading import told, warnings_of
from screening.assessment.selectors import has_signer, open_danger, previous_signed, sheet_of
from screening.assessment.views.filling import assessment_or_404
from screening.models import Assessment
from screening.permissions import can_assess, can_decide, can_sign


@require_GET
def result(request: Request, pk: int) -> HttpResponse:
    assessment = assessment_or_404(request, pk)
    if assessment.is_draft and can_assess(request.user, assessment.case):
        return redirect("screening:assessment", pk)
    return render(request, "screening/assessment_result.html", reading_context(request, assessment))


@require_GET
def on_paper(request: Request, pk: int) -> HttpResponse:
    assessment = assessment_or_404(request, pk)
    return render(request, "screening/assessment_print.html", reading_context(request, assessment))


@require_GET
def comparison(request: Request, pk: int) -> HttpResponse:
    assessment = assessment_or_404(request, pk)
    before = previous_signed(assessment, request.user)
    if before is None:
        return redirect("screening:assessment_result", pk)
    today = timezone.localdate()
    context = {
        "assessment": assessment,
        "before": before,
        "sections": compare(sheet_of(before, today).progress, sheet_of(assessment, today).progress),
        "may_see_answers": _may_see_answers(request, assessment),
    }
    return render(request, "screening/assessment_compare.html", context)


def reading_context(request: Request, assessment: Assessment) -> dict[str, object]:
    case = assessment.case
    sheet = sheet_of(assessment, timezone.localdate())
    steps = [step for step in sheet.progress.steps if step.answered]
    may_write = can_assess(request.user, case) and case.is_open
    return {
        "assessment": assessment,
        "corrected_by": getattr(assessment, "corrected_by", None),
        "sections": [told(step) for step in steps],
        "warnings": warnings_of(sheet.answers),
        "proposal": outcome.proposal_of(assessment.proposal) if assessment.proposal else None,
        "danger_referrals": list(open_danger(assessment)),
        "previous": previous_signed(assessment, request.user),
        "may_see_answers": _may_see_answers(request, assessment),
        "may_sign": assessment.is_submitted and can_sign(request.user, assessment),
        "nobody_signs": assessment.is_submitted and may_write and not has_signer(assessment),
        "may_decide": assessment.is_signed
        and case.status == CaseStatus.DECISION
        and can_decide(request.user, case),
        "may_correct": assessment.is_signed
        and may_write
        and not hasattr(assessment, "corrected_by"),
    }


def _may_see_answers(request: Request, assessment: Assessment) -> bool:
    return rule_of(request.user, assessment.case.client, Field.ANSWERS).is_open
