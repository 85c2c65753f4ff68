"""The interview about outcomes: begun, one page for each theme, autosave, finished, read."""

from functools import partial
from typing import Any

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.http import Request
from care import permissions
from care.aftercare.outcomes.asking import contradictions
from care.aftercare.selectors.outcomes import BESIDE_IT, Sheet, points_of, sheet_of
from care.aftercare.services.correcting import (
    correct_interview,
    discard_correction,
    fault_of_correcting,
)
from care.aftercare.services.interviewing import begin_interview, finish_interview, save_theme
from care.aftercare.views.page import aftercare_form
from care.aftercare_enums import OutcomePoint
from care.models import FollowUp, OutcomeInterview
from care.shared.finding import case_or_404
from clients.field_rules import Field
from clients.selectors import file_context, with_look
from clients.services.reading import note_look
from clients.showing import rule_of
from common.access import demand, visible_or_404
from common.forms import Form
from common.http import FormPage, form_page, sent
from screening.assessment.forms import CorrectionForm
from screening.assessment.reading import told
from screening.assessment.views.section_page import Filling, answer_section, keep_by_itself


def interview_or_404(request: Request, pk: int) -> OutcomeInterview:
    rows = OutcomeInterview.objects.select_related(*BESIDE_IT)
    interview = visible_or_404(
        with_look(rows, request.user, "case__client_id"), request.user, pk=pk
    )
    note_look(interview, client=interview.case.client, actor=request.user)
    return interview


def draft_or_404(request: Request, pk: int) -> OutcomeInterview:
    """One that this person may fill in, or correct."""
    interview = interview_or_404(request, pk)
    demand(permissions.can_serve(request.user, interview.case))
    return interview


@require_GET
def outcomes(request: Request, case_pk: int) -> HttpResponse:
    """The points of a case, and where each interview stands."""
    case = case_or_404(request, case_pk)
    today = timezone.localdate()
    context = file_context(case, request.user, today, "aftercare") | {
        "points": points_of(case, today),
        "may_ask": permissions.can_serve(request.user, case),
        "may_open_drafts": permissions.can_open_drafts(request.user, case),
    }
    return render(request, "care/outcomes.html", context)


@require_http_methods(["GET", "POST"])
def outcome_new(request: Request, case_pk: int, point: str) -> HttpResponse:
    case = case_or_404(request, case_pk)
    demand(permissions.can_serve(request.user, case))
    if point not in OutcomePoint.values:
        raise Http404
    begin = partial(begin_interview, case=case, point=point, actor=request.user, at=timezone.now())
    return aftercare_form(
        request,
        case,
        Form(sent(request)),
        begin,
        template="care/plan_form.html",
        title=_("Wawancara hasil: %(point)s") % {"point": OutcomePoint(point).label},
        sentence=_(
            "Sekitar 20 pertanyaan dalam tujuh bagian, kira-kira 15 menit. Isian tersimpan sendiri dan"
            " dapat dilanjutkan di perangkat lain."
        ),
        submit=_("Mulai wawancara"),
        said="",
        back=reverse("care:outcomes", args=[case.pk]),
        then=lambda begun: reverse("care:outcome", args=[begun.pk]),
    )


@require_GET
def outcome_of(request: Request, pk: int) -> HttpResponse:
    """Where a contact at a core point leads on: its interview, begun or not; readers pass by a correction under way."""
    row = visible_or_404(FollowUp.objects.all(), request.user, pk=pk)
    case = case_or_404(request, row.case_id)
    rows = case.outcome_interviews.filter(point=row.milestone).standing().newest_first()
    if not permissions.can_open_drafts(request.user, case):
        rows = rows.finished()
    begun = rows.first()
    if begun is not None:
        return redirect("care:outcome", begun.pk)
    if not row.is_core:
        return redirect("care:aftercare", case.client_id)
    return redirect("care:outcome_new", case.pk, row.milestone)


@require_GET
def outcome(request: Request, pk: int) -> HttpResponse:
    """The themes of a draft; the answers of a finished one."""
    interview = interview_or_404(request, pk)
    sheet = sheet_of(interview)
    context: dict[str, Any] = {"interview": interview, "progress": sheet.progress}
    if interview.is_draft and interview.case.is_open:
        demand(permissions.can_serve(request.user, interview.case))
        latest = max(sheet.parts.values(), key=lambda part: part.saved_at, default=None)
        return render(request, "care/outcome.html", {**context, "latest": latest})
    may_correct = permissions.can_serve(request.user, interview.case)
    context |= {
        "corrected_by": interview.correction,
        "may_open_drafts": permissions.can_open_drafts(request.user, interview.case),
        "may_correct": may_correct and not fault_of_correcting(interview),
        **_answers(request, interview, sheet),
    }
    return render(request, "care/outcome_read.html", context)


def _answers(request: Request, interview: OutcomeInterview, sheet: Sheet) -> dict[str, Any]:
    may_see = rule_of(request.user, interview.case.client, Field.ANSWERS).is_open
    return {
        "client": interview.case.client,
        "sections": [told(step) for step in sheet.progress.steps] if may_see else (),
        "may_see_answers": may_see,
    }


@require_http_methods(["GET", "POST"])
def outcome_section(request: Request, pk: int, slug: str) -> HttpResponse:
    interview = draft_or_404(request, pk)
    if not interview.is_draft or not interview.case.is_open:
        return redirect("care:outcome", pk)
    return answer_section(request, _filling(request, interview), slug)


@require_POST
def outcome_autosave(request: Request, pk: int, slug: str) -> JsonResponse:
    return keep_by_itself(request, _filling(request, draft_or_404(request, pk)), slug)


def _filling(request: Request, interview: OutcomeInterview) -> Filling:
    by: dict[str, Any] = {"actor": request.user, "at": timezone.now()}
    return Filling(
        pk=interview.pk,
        template="care/outcome_section.html",
        list_page="care:outcome",
        section_page="care:outcome_section",
        last_page="care:outcome_finish",
        read=partial(sheet_of, interview),
        keep=lambda entry: save_theme(interview=interview, entry=entry, **by),
        shows=lambda: {"interview": interview},
    )


@require_http_methods(["GET", "POST"])
def outcome_finish(request: Request, pk: int) -> HttpResponse:
    """Every answer once more, what is missing or contradicts itself, and the end of the interview."""
    interview = draft_or_404(request, pk)
    form = Form(sent(request))
    if not form.is_bound and not interview.is_draft:
        return redirect("care:outcome", pk)
    page = FormPage(
        said=_("Wawancara selesai. Perubahan sejak awal tampil di halaman pascalayanan."),
        back=reverse("care:aftercare", args=[interview.case.client_id]),
        template="care/outcome_finish.html",
        shows=partial(_shown_before_the_end, request, interview),
    )
    finish = partial(finish_interview, interview=interview, actor=request.user, at=timezone.now())
    return form_page(request, form, finish, page)


@require_http_methods(["GET", "POST"])
def outcome_correct(request: Request, pk: int) -> HttpResponse:
    interview = draft_or_404(request, pk)
    form = CorrectionForm(sent(request))
    act = partial(correct_interview, interview=interview, actor=request.user, at=timezone.now())
    return aftercare_form(
        request,
        case_or_404(request, interview.case_id),
        form,
        lambda: act(**form.cleaned_data),
        title=_("Koreksi wawancara hasil: %(point)s") % {"point": interview.get_point_display()},
        sentence=_(
            "Wawancara yang selesai tidak berubah. Koreksi menjadi wawancara baru dengan jawaban yang"
            " lama, tentang hari yang sama, dan dihitung sesudah diselesaikan."
        ),
        submit=_("Mulai koreksi"),
        icon="pencil",
        said=_("Koreksi dimulai dengan jawaban yang lama."),
        back=reverse("care:outcome", args=[pk]),
        then=lambda begun: reverse("care:outcome", args=[begun.pk]),
    )


@require_http_methods(["GET", "POST"])
def outcome_discard(request: Request, pk: int) -> HttpResponse:
    interview = draft_or_404(request, pk)
    old = interview.corrects_id or pk
    return aftercare_form(
        request,
        case_or_404(request, interview.case_id),
        Form(sent(request)),
        partial(discard_correction, interview=interview, actor=request.user, at=timezone.now()),
        title=_("Buang koreksi: %(point)s") % {"point": interview.get_point_display()},
        sentence=_(
            "Untuk koreksi yang dimulai karena keliru. Wawancara yang lama tetap berlaku, dan riwayat"
            " koreksi ini tetap tersimpan."
        ),
        submit=_("Buang koreksi"),
        kind="danger",
        said=_("Koreksi dibuang. Wawancara yang lama tetap berlaku."),
        back=reverse("care:outcome", args=[pk]),
        then=reverse("care:outcome", args=[old]),
    )


def _shown_before_the_end(request: Request, interview: OutcomeInterview) -> dict[str, Any]:
    sheet = sheet_of(interview)
    return {
        "interview": interview,
        "progress": sheet.progress,
        "contradictions": contradictions(sheet.answers),
        **_answers(request, interview, sheet),
    }
