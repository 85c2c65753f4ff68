"""Interviews about outcomes: of somebody who has been reached, and who uses nothing unless told."""

from datetime import UTC, date, datetime, time
from typing import Any

from care.aftercare.outcomes.themes import SUBSTANCES, THEMES
from care.aftercare.services.interviewing import finish_interview, save_theme
from care.aftercare_enums import OutcomePoint, OutcomeStatus
from care.models import OutcomeInterview
from clients.models import Case
from screening.assessment.questions import Section
from screening.assessment.services.writing import PartEntry
from tests.care.factories import ENDED


WHOLE: dict[str, dict[str, list[str]]] = {
    "use": {
        "any": ["0"],
        **{code: ["0"] for code, _label in SUBSTANCES},
        "injected": ["0"],
        "shared": ["no"],
    },
    "lapse": {"lapse": ["none"], "test": ["negative"]},
    "work": {"occupation": ["works"], "work_days": ["22"], "income": ["enough"]},
    "home": {"housing": ["family"], "users_at_home": ["no"], "family": ["close"]},
    "law": {"law": ["none"]},
    "wellbeing": {"body": ["14"], "mind": ["15"], "life": ["16"]},
    "support": {"groups": ["4"], "stage": ["keeping"]},
}
# Before care: used every day, without work, on the street.
BEFORE: dict[str, dict[str, list[str]]] = {
    "use": {"any": ["28"], "stimulants": ["28"], "alcohol": ["6"]},
    "lapse": {"lapse": ["relapse"], "lapse_on": ["2026-05-01"], "triggers": ["people"]},
    "work": {"occupation": ["none"], "work_days": ["0"], "income": ["none"]},
    "home": {"housing": ["street"]},
    "wellbeing": {"body": ["6"], "mind": ["5"], "life": ["4"]},
}


def begun(
    case: Case, point: str = OutcomePoint.START, asked_on: date = ENDED, **facts: Any
) -> OutcomeInterview:
    at = datetime.combine(asked_on, time(3), UTC)
    row = {"asked_on": asked_on, "started_by": case.lead_worker, "started_at": at}
    return OutcomeInterview.objects.create(case=case, point=point, **{**row, **facts})


def fill(
    interview: OutcomeInterview, section: Section, revision: int = 0, **given: list[str]
) -> Any:
    entry = PartEntry(section, given, revision)
    actor = interview.started_by
    return save_theme(interview=interview, entry=entry, actor=actor, at=interview.started_at)


def filled(interview: OutcomeInterview, **other: dict[str, list[str]]) -> OutcomeInterview:
    """Every theme, with what is told otherwise by its code."""
    for section in THEMES:
        fill(interview, section, **{**WHOLE[section.code], **other.get(section.code, {})})
    return interview


def finished(
    case: Case,
    point: str = OutcomePoint.START,
    asked_on: date = ENDED,
    **other: dict[str, list[str]],
) -> OutcomeInterview:
    interview = filled(begun(case, point, asked_on), **other)
    return finish_interview(
        interview=interview, actor=interview.started_by, at=interview.started_at
    )


def asked(case: Case, point: str, **figures: Any) -> OutcomeInterview:
    """Finished, as its figures tell it, without a word of its parts."""
    usual = {"days_used": 0, "is_occupied": True, "is_housed": True, "body": 14, "mind": 15}
    interview = begun(case, point, **{**usual, **figures})
    interview.status = OutcomeStatus.FINISHED
    interview.finished_by, interview.finished_at = interview.started_by, interview.started_at
    interview.save()
    return interview
