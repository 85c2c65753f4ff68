"""The comprehensive assessment: start, task list, one page for each section, autosave, danger."""

from functools import partial
from typing import Any

from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.http import Request
from clients.selectors import with_look
from clients.services.reading import note_look
from common.access import demand, visible_or_404
from common.http import FormPage, form_page, sent
from safety.views.asking import danger_context
from screening.assessment.forms import KindForm
from screening.assessment.progress import Step
from screening.assessment.scales import flags_of
from screening.assessment.selectors import (
    Sheet,
    kinds_open,
    open_danger,
    screening_behind,
    sheet_of,
)
from screening.assessment.services.saving import save_part
from screening.assessment.services.starting import start_assessment
from screening.assessment.views.section_page import Filling, answer_section, keep_by_itself
from screening.finding import case_or_404
from screening.models import Assessment
from screening.permissions import can_assess


BESIDE_IT = (
    "case__client", "case__institution", "corrects", "started_by", "submitted_by", "signed_by"
)  # fmt: skip


def assessment_or_404(request: Request, pk: int) -> Assessment:
    rows = with_look(Assessment.objects.select_related(*BESIDE_IT), request.user, "case__client_id")
    assessment = visible_or_404(rows, request.user, pk=pk)
    note_look(assessment, client=assessment.case.client, actor=request.user)
    return assessment


def draft_or_404(request: Request, pk: int) -> Assessment:
    """An assessment that this person may fill in."""
    assessment = assessment_or_404(request, pk)
    demand(can_assess(request.user, assessment.case))
    return assessment


def when_done(assessment: Assessment) -> HttpResponse | None:
    """Where to look instead once it is not filled in any more."""
    if not assessment.is_draft:
        return redirect("screening:assessment_result", assessment.pk)
    if not assessment.case.is_open:
        return redirect("screening:client", assessment.case.client_id)
    return None


@require_http_methods(["GET", "POST"])
def start(request: Request, case_pk: int) -> HttpResponse:
    case = case_or_404(request, case_pk)
    demand(can_assess(request.user, case))
    form = KindForm(kinds_open(case), sent(request))
    act = partial(start_assessment, case=case, actor=request.user, at=timezone.now())
    page = FormPage(
        said="",  # the list of sections that opens shows it
        back=reverse("screening:client", args=[case.client_id]),
        then=lambda started: reverse("screening:assessment", args=[started.pk]),
        template="screening/assessment_start.html",
        shows=lambda: {
            "case": case,
            "under_way": case.assessments.unfinished().first(),
            "is_gated": screening_behind(case) is None,
        },
    )
    return form_page(request, form, lambda: act(**form.cleaned_data), page)


@require_GET
def sections(request: Request, pk: int) -> HttpResponse:
    assessment = draft_or_404(request, pk)
    if done := when_done(assessment):
        return done
    sheet = sheet_of(assessment, timezone.localdate())
    context = {
        "assessment": assessment,
        "progress": sheet.progress,
        "latest": max(sheet.parts.values(), key=lambda part: part.saved_at, default=None),
        **dangers_of(sheet),
    }
    return render(request, "screening/assessment.html", context)


def dangers_of(sheet: Sheet) -> dict[str, Any]:
    """The flags among the answers, and the referrals about them whose results are awaited."""
    return {
        "flags": [flag.code for flag in sheet.flags],
        "danger_referrals": list(open_danger(sheet.assessment)),
    }


@require_GET
def danger(request: Request, pk: int) -> HttpResponse:
    """Where a saving leads that brought a red flag to light."""
    assessment = draft_or_404(request, pk)
    if done := when_done(assessment):
        return done
    found = dangers_of(sheet_of(assessment, timezone.localdate()))
    if not found["flags"] and not found["danger_referrals"]:
        return redirect("screening:assessment", pk)
    context = {"assessment": assessment, **found, **danger_context(assessment.case, _codes(found))}
    return render(request, "screening/assessment_danger.html", context)


def _codes(found: dict[str, Any]) -> list[str]:
    """Of an answer that was taken back the referral still tells."""
    awaited = [code for row in found["danger_referrals"] for code in row.sign_codes]
    return list(dict.fromkeys((*found["flags"], *awaited)))


@require_http_methods(["GET", "POST"])
def section(request: Request, pk: int, slug: str) -> HttpResponse:
    assessment = draft_or_404(request, pk)
    if done := when_done(assessment):
        return done
    return answer_section(request, _filling(request, assessment), slug)


@require_POST
def autosave(request: Request, pk: int, slug: str) -> JsonResponse:
    return keep_by_itself(request, _filling(request, draft_or_404(request, pk)), slug)


def _filling(request: Request, assessment: Assessment) -> Filling:
    read = partial(sheet_of, assessment, timezone.localdate())
    by: dict[str, Any] = {"actor": request.user, "at": timezone.now()}
    return Filling(
        pk=assessment.pk,
        template="screening/assessment_section.html",
        list_page="screening:assessment",
        section_page="screening:assessment_section",
        last_page="screening:assessment_review",
        read=read,
        keep=lambda entry: save_part(assessment=assessment, entry=entry, **by).part,
        shows=lambda: {"assessment": assessment, **dangers_of(read())},
        turns=partial(_to_danger, assessment),
    )


def _to_danger(assessment: Assessment, step: Step) -> str:
    if flags_of(step.section, step.answers.coded) and open_danger(assessment).exists():
        return reverse("screening:assessment_danger", args=[assessment.pk])
    return ""
