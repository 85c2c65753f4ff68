"""Submitted by one person, signed or returned by another; what the engine makes of it all is kept with it."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from accounts.hands import demand_another
from accounts.models import User
from clients.enums import CaseStatus, NextStep
from clients.models import Case
from clients.transitions import set_next, tell
from common.errors import DomainError
from common.reading import stand_in_line
from common.workflow import move
from safety.rules import demand_medical_results
from screening import engine
from screening.assessment.facts import facts_for_routing
from screening.assessment.scales import result_of
from screening.assessment.sections.summary import SUMMARY, SUMMARY_QUESTION
from screening.assessment.selectors import Sheet, screening_behind, sheet_of
from screening.assessment.services.locking import lock_assessment, lock_consented
from screening.assessment.workflow import ASSESSMENT
from screening.engine import ScaleResult
from screening.enums import ScreeningEvent
from screening.known import signed_results
from screening.models import Assessment, Screening
from screening.services.endings import next_after
from screening.services.facts import facts_for
from screening.services.rescreening import settle_full_assessments
from screening.services.reviews import settle_assessment


BEFORE_CARE = (CaseStatus.DECISION, CaseStatus.PLACEMENT)


@transaction.atomic
def submit_assessment(*, assessment: Assessment, actor: User, at: datetime) -> Assessment:
    """Hand it to a leader; while they read, nobody changes it."""
    assessment = lock_consented(assessment)
    sheet = sheet_of(assessment, localdate(at))  # against the plan, which a draft has
    move(assessment, "submit", ASSESSMENT)
    _demand_complete(sheet)
    assessment.summary = sheet.answers[SUMMARY.code].words[SUMMARY_QUESTION]
    assessment.submitted_by, assessment.submitted_at = actor, at
    assessment.save()
    tell(
        assessment.case,
        ScreeningEvent.ASSESSMENT_SUBMITTED,
        actor=actor,
        at=at,
        which=assessment.kind,
    )
    return assessment


@transaction.atomic
def return_assessment(
    *, assessment: Assessment, note: str, actor: User, at: datetime
) -> Assessment:
    assessment = lock_assessment(assessment)
    move(assessment, "return", ASSESSMENT)
    demand_another(actor, assessment.hands)
    if not note.strip():
        raise DomainError(
            _("Tulis apa yang perlu dilengkapi atau diperbaiki."), code="no_note", field="note"
        )
    assessment.return_note = note.strip()
    assessment.submitted_by = assessment.submitted_at = None
    assessment.save()
    tell(
        assessment.case,
        ScreeningEvent.ASSESSMENT_RETURNED,
        actor=actor,
        at=at,
        note=assessment.return_note,
        which=assessment.kind,
    )
    return assessment


@transaction.atomic
def sign_assessment(*, assessment: Assessment, actor: User, at: datetime) -> Assessment:
    """Sign it for good; the proposal of the engine is computed of everything known on that day."""
    stand_in_line(actor.pk)
    assessment = lock_consented(assessment)
    move(assessment, "sign", ASSESSMENT)
    demand_another(actor, assessment.hands)
    demand_medical_results(assessment.case)
    behind = _screening_behind(assessment.case)
    proposal = _route(assessment, behind, actor, localdate(at))
    assessment.proposal = proposal.to_dict()
    assessment.risk, assessment.proposed_base = proposal.risk or "", proposal.base or ""
    assessment.signed_by, assessment.signed_at = actor, at
    assessment.save()
    _hand_over(assessment.case, proposal, localdate(at))
    settle_assessment(assessment, behind, actor=actor, at=at)
    settle_full_assessments(assessment.case, actor=actor, at=at)
    tell(
        assessment.case,
        ScreeningEvent.ASSESSMENT_SIGNED,
        actor=actor,
        at=at,
        which=assessment.kind,
        risk=assessment.risk,
        base=assessment.proposed_base,
    )
    return assessment


def _demand_complete(sheet: Sheet) -> None:
    unfinished = [str(step.section.title) for step in sheet.progress.holding_back]
    if unfinished:
        raise DomainError(
            _("Masih ada bagian yang belum lengkap: %(sections)s.")
            % {"sections": ", ".join(unfinished)},
            code="incomplete",
        )


def _hand_over(case: Case, proposal: engine.Proposal, today: date) -> None:
    """While the case waits for its decision the newer proposal counts; what waits for approval stays."""
    if case.status != CaseStatus.DECISION or not proposal.risk:
        return
    case.risk = proposal.risk
    if case.next_step in {NextStep.DECIDE, NextStep.SECOND_ASSESSMENT}:
        set_next(case, *next_after(proposal, today))
    case.save(update_fields=["risk", "next_step", "next_due_on"])


def _screening_behind(case: Case) -> Screening:
    screening = screening_behind(case)
    if screening is None:
        raise DomainError(_("Skrining kasus ini belum selesai."), code="no_screening")
    screening.case = case
    return screening


def _route(
    assessment: Assessment, screening: Screening, actor: User, today: date
) -> engine.Proposal:
    case = assessment.case
    sheet = sheet_of(assessment, today)
    scales = {**signed_results(case, today), **_results(sheet)}
    found = {
        **facts_for_routing(screening.facts, sheet.answers, scales),
        "red_flags": screening.red_flags,
        "first_screening": case.status in BEFORE_CARE,
    }
    assessment.facts = facts_for(case, found, actor, today)
    assist = engine.Result.from_dict(screening.result or {})
    return engine.route({screening.instrument: assist, **scales}, assessment.facts)


def _results(sheet: Sheet) -> Mapping[str, ScaleResult]:
    """By instrument; of several views the worker's, which the plan asks for first."""
    results: dict[str, ScaleResult] = {}
    for step in sheet.progress.steps:
        result = result_of(step.section, step.answers.coded)
        if result:
            results.setdefault(step.section.scale, result)
    return results
