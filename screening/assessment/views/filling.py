"""The comprehensive assessment: start, task list, one page for each section, autosave, danger."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.http import Request
from clients.selectors import with_look
from clients.services.reading import note_look
from common.access import demand, visible_or_404
from common.errors import DomainError
from common.http import FormPage, form_page, render_form, sent
from safety.views.asking import danger_context
from screening.assessment.forms import KindForm, PartForm
from screening.assessment.progress import Step
from screening.assessment.scales import contradictions_of, flags_of
from screening.assessment.selectors import (
    Sheet,
    kinds_open,
    open_danger,
    screening_behind,
    sheet_of,
)
from screening.assessment.services.saving import PartSaved, save_part
from screening.assessment.services.starting import start_assessment
from screening.assessment.services.writing import PartEntry, StalePart
from screening.assessment.views.section_page import differing, kept_answer, refused_answer
from screening.finding import case_or_404
from screening.interview.asks import notes_of
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
    sheet, step = _step(assessment, slug)
    if request.method == "POST":
        return _save(request, sheet, step)
    return _page(request, sheet, step, PartForm(step.section, answers=step.answers))


def _step(assessment: Assessment, slug: str) -> tuple[Sheet, Step]:
    sheet = sheet_of(assessment, timezone.localdate())
    step = sheet.progress.step(slug)
    if step is None:
        raise Http404
    return sheet, step


def _save(request: Request, sheet: Sheet, step: Step) -> HttpResponse:
    form = PartForm(step.section, request.POST, answers=step.answers)
    readable = form.is_valid()
    try:
        _kept(request, sheet, step, form)
    except StalePart as stale:
        return _conflict(request, sheet, step, form, stale)
    except DomainError as error:
        form.refuse(error)
        return _page(request, sheet, step, form)
    pk = sheet.assessment.pk
    now, step = _step(sheet.assessment, step.section.slug)
    if flags_of(step.section, step.answers.coded) and open_danger(now.assessment).exists():
        return redirect("screening:assessment_danger", pk)
    later = request.POST.get("action") == "later"
    told = contradictions_of(step.section, step.answers.coded)
    if not readable or not (later or (form.has_seen(told) and not step.missing)):
        form.demand(() if later else step.missing)
        return _page(request, now, step, form)
    if later:
        messages.success(request, _("Isian tersimpan. Anda dapat melanjutkannya kapan saja."))
        return redirect("screening:assessment", pk)
    return redirect(_onward(now, step))


def _kept(request: Request, sheet: Sheet, step: Step, form: PartForm) -> PartSaved:
    return save_part(
        assessment=sheet.assessment,
        entry=PartEntry(step.section, form.given(), form.opened_at),
        actor=request.user,
        at=timezone.now(),
    )


def _onward(sheet: Sheet, step: Step) -> str:
    following = sheet.progress.next_open(step.section)
    if following is None:
        return reverse("screening:assessment_review", args=[sheet.assessment.pk])
    return reverse("screening:assessment_section", args=[sheet.assessment.pk, following.slug])


def _page(request: Request, sheet: Sheet, step: Step, form: PartForm) -> HttpResponse:
    return render_form(
        request, "screening/assessment_section.html", form, _section_context(sheet, step, form)
    )


def _conflict(
    request: Request, sheet: Sheet, step: Step, form: PartForm, stale: StalePart
) -> HttpResponse:
    """Both sets of answers side by side; saving again from here is a choice made knowingly."""
    form.refuse(stale)
    context = {
        **_section_context(sheet, step, form),
        "revision": stale.part.revision,
        "differing": differing(step.section, stale.part, form),
    }
    return render(
        request, "screening/assessment_section.html", {"form": form, **context}, status=409
    )


def _section_context(sheet: Sheet, step: Step, form: PartForm) -> dict[str, object]:
    progress, section = sheet.progress, step.section
    return {
        "assessment": sheet.assessment,
        "section": section,
        "step": step,
        "part": sheet.parts.get(section.code),
        "revision": sheet.revision(section.code),
        "progress": progress,
        "place": progress.place_of(section),
        "bar": progress.bar(section),
        "groups": list(form.groups()),
        "contradictions": notes_of(contradictions_of(section, step.answers.coded)),
        "differing": (),
        **dangers_of(sheet),
    }


@require_POST
def autosave(request: Request, pk: int, slug: str) -> JsonResponse:
    """What the page sends by itself two seconds after a change; see static/atensi/autosave.js."""
    sheet, step = _step(draft_or_404(request, pk), slug)
    form = PartForm(step.section, request.POST, answers=step.answers)
    if not form.is_valid():
        return refused_answer(_("Ada isian yang belum benar, jadi belum tersimpan."), 422)
    try:
        saved = _kept(request, sheet, step, form)
    except DomainError as error:
        return refused_answer(error.message, 409)
    return kept_answer(saved.part, danger=bool(flags_of(step.section, saved.part.answers)))
