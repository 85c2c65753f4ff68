"""Assessments as they stand: begun, filled in, submitted, signed; made through our own services."""

from datetime import datetime, timedelta
from typing import Any

from accounts.models import User
from clients.models import Case
from screening.assessed import sheet_of
from screening.assessment import Kind, Question, Section
from screening.models import Assessment
from screening.services import assessments as services
from tests import people
from tests.clients.factories import ConsentFactory
from tests.screening.factories import AT, finished


LATER = AT + timedelta(days=1)
SIGNED_AT = AT + timedelta(days=2)


def screened_case(**facts: Any) -> Case:
    """A case behind the screening gate, whose client agreed."""
    case = finished(**facts).case
    if not case.client.consents.exists():
        ConsentFactory(client=case.client)
    return case


def begun(case: Case | None = None, *, kind: str = "initial", at: datetime = AT) -> Assessment:
    case = case or screened_case()
    return services.start_assessment(case=case, kind=kind, actor=case.lead_worker, at=at)


def answer_to(question: Question, word: str = "") -> list[str]:
    """A calm answer: no danger, nothing raised."""
    if question.kind is Kind.WORDS:
        return [word or "Klien bercerita dengan tenang."]
    if question.kind is Kind.NUMBER:
        return ["4"]
    words = [choice.word for choice in question.choices]
    return ["no"] if "no" in words and question.code.startswith("q") else [words[0]]


def whole(section: Section, **other: list[str]) -> dict[str, list[str]]:
    """A whole section, with the answers that a test is about."""
    return {**{q.code: answer_to(q) for q in section.questions}, **other}


def saved(
    assessment: Assessment, code: str, given: dict[str, list[str]], *, revision: int = 99, **by: Any
) -> services.PartSaved:
    entry = services.PartEntry(section_of(assessment, code), given, revision)
    usual: dict[str, Any] = {"actor": assessment.started_by, "at": LATER}
    return services.save_part(assessment=assessment, entry=entry, **{**usual, **by})


def section_of(assessment: Assessment, code: str) -> Section:
    steps = sheet_of(assessment, AT.date()).progress.steps
    return next(step.section for step in steps if step.section.code == code)


def filled(assessment: Assessment | None = None, **other: dict[str, list[str]]) -> Assessment:
    """Every section whole; `other` by section: filled(srq20={"q17": ["yes"]})."""
    assessment = assessment or begun()
    for step in sheet_of(assessment, AT.date()).progress.steps:
        section = step.section
        saved(assessment, section.code, whole(section, **other.get(section.code, {})))
    return assessment


def submitted(assessment: Assessment | None = None, actor: User | None = None) -> Assessment:
    assessment = assessment or filled()
    actor = actor or assessment.started_by
    return services.submit_assessment(assessment=assessment, actor=actor, at=LATER)


def signed(assessment: Assessment | None = None) -> Assessment:
    assessment = assessment or submitted()
    return services.sign_assessment(assessment=assessment, actor=people.budi(), at=SIGNED_AT)
