"""Checking the answers, ending the interview, and what it says."""

from functools import partial

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from clients.enums import CaseStatus, NextStep
from clients.field_rules import Field
from clients.showing import rule_of
from clients.work import STEPS
from common.forms import Form
from common.http import FormPage, form_page, sent
from screening import engine, outcome
from screening.danger import waiting
from screening.finding import (
    Request,
    interview_or_404,
    screening_or_404,
    when_over,
)
from screening.interview.asks import notes_of
from screening.interview.drafts import Draft
from screening.interview.progress import Progress, Step
from screening.models import Screening
from screening.permissions import can_correct, can_screen
from screening.proposals import wish_of
from screening.services.corrections import fault_of_correcting
from screening.services.endings import finish_screening
from screening.use import told_of_use


AFTER_SCREENING = (
    NextStep.DECIDE,
    NextStep.SECOND_ASSESSMENT,
    NextStep.APPROVE_OVERRIDE,
    NextStep.RETRIAGE,
    NextStep.REQUEST_PLACEMENT,
)


@require_http_methods(["GET", "POST"])
def review(request: Request, pk: int) -> HttpResponse:
    screening = interview_or_404(request, pk)
    form = Form(sent(request))
    if not form.is_bound and (over := when_over(screening)):
        return over
    if not form.is_bound and waiting(screening):
        return redirect("screening:refer", pk)
    page = FormPage(
        said=_said_when_finished,
        back=reverse("screening:result", args=[pk]),
        template="screening/review.html",
        shows=partial(_answers, screening),
    )
    act = partial(finish_screening, screening=screening, actor=request.user, at=timezone.now())
    return form_page(request, form, act, page)


def _answers(screening: Screening) -> dict[str, object]:
    draft = Draft.of(screening)
    progress = Progress(draft)
    return {
        "screening": screening,
        "progress": progress,
        "parts": [_part(draft, step) for step in progress.counting],
        "contradictions": notes_of(engine.contradictions(draft.code, draft.answers)),
        "missing": _("Belum dijawab"),
    }


def _said_when_finished(screening: Screening) -> str:
    if screening.case.status == CaseStatus.IN_SERVICE:
        return _("Skrining ulang selesai. Skrining berikutnya sudah dijadwalkan.")
    if screening.case.status == CaseStatus.AFTERCARE:
        return _("Skrining ulang selesai. Pascalayanan berjalan terus.")
    return _("Skrining selesai. Usulan menunggu keputusan.")


def _part(draft: Draft, step: Step) -> dict[str, object]:
    """One section with its questions and answers; an answer is empty where it is missing."""
    asks = step.section.asks(draft)
    return {
        "step": step,
        "prompt": "" if step.section.intro else step.section.lead(draft)[0],
        "rows": [(ask.label, ask.label_of(draft.word(ask))) for ask in asks],
    }


@require_GET
def result(request: Request, pk: int) -> HttpResponse:
    screening = screening_or_404(request, pk, "finished_by", "corrected_by")
    if screening.is_draft:
        return redirect("screening:sections", pk)
    return render(request, "screening/result.html", outcome_of(request, screening))


def outcome_of(request: Request, screening: Screening) -> dict[str, object]:
    return {
        "screening": screening,
        "scores": outcome.scores(screening),
        "use": told_of_use(screening),
        "proposal": outcome.proposal(screening),
        "wish": wish_of(screening.facts or {}),
        "flags": outcome.flags(screening),
        "decision": screening.decision,
        "may_see_answers": rule_of(request.user, screening.case.client, Field.ANSWERS).is_open,
        "next_url_name": _next_url_name(request, screening),
        "may_correct": can_correct(request.user, screening) and not fault_of_correcting(screening),
    }


def _next_url_name(request: Request, screening: Screening) -> str:
    """Where the case goes on, for whoever may take it there and while it stands at this screening."""
    case = screening.case
    if not can_screen(request.user, case) or case.next_step not in AFTER_SCREENING:
        return ""
    return STEPS[case.next_step]
