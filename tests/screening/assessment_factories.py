"""Assessments as they stand: begun, filled in, submitted, signed; made through our own services."""

from datetime import datetime, timedelta
from typing import Any

from accounts.models import User
from clients.models import Case
from screening.assessment.answers import Answers
from screening.assessment.questions import Kind, Question, Section
from screening.assessment.scales import result_of
from screening.assessment.selectors import sheet_of
from screening.assessment.services.saving import PartSaved, save_part
from screening.assessment.services.signing import sign_assessment, submit_assessment
from screening.assessment.services.starting import start_assessment
from screening.assessment.services.writing import PartEntry
from screening.models import Assessment, AssessmentPart
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
    return start_assessment(case=case, kind=kind, actor=case.lead_worker, at=at)


def answer_to(question: Question, word: str = "") -> list[str]:
    """A calm answer: no danger, nothing raised."""
    if question.kind is Kind.WORDS:
        return [word or "Calm and open."]
    if question.kind is Kind.NUMBER:
        return ["4"]
    words = [choice.word for choice in question.choices]
    return ["no"] if "no" in words and question.code.startswith("q") else [words[0]]


def whole(section: Section, **other: list[str]) -> dict[str, list[str]]:
    """A whole section, with the answers that a test is about."""
    return {**{q.code: answer_to(q) for q in section.questions}, **other}


def saved(
    assessment: Assessment, code: str, given: dict[str, list[str]], *, revision: int = 99, **by: Any
) -> PartSaved:
    entry = PartEntry(section_of(assessment, code), given, revision)
    usual: dict[str, Any] = {"actor": assessment.started_by, "at": LATER}
    return save_part(assessment=assessment, entry=entry, **{**usual, **by})


def section_of(assessment: Assessment, code: str) -> Section:
    steps = sheet_of(assessment, AT.date()).progress.steps
    return next(step.section for step in steps if step.section.code == code)


def filled(assessment: Assessment | None = None, **other: dict[str, list[str]]) -> Assessment:
    """Every section whole; `other` by section: filled(srq20={"q17": ["yes"]}). Written without the service."""
    assessment = assessment or begun()
    steps = sheet_of(assessment, AT.date()).progress.steps
    parts = [_part(assessment, s.section, other.get(s.section.code, {})) for s in steps]
    AssessmentPart.objects.bulk_create(parts)
    return assessment


def _part(assessment: Assessment, section: Section, other: dict[str, list[str]]) -> AssessmentPart:
    answers = Answers().with_entry(section, whole(section, **other))
    result = result_of(section, answers.coded)
    part = AssessmentPart(
        assessment=assessment,
        code=section.code,
        version=section.version,
        answers=dict(answers.coded),
        result=result.to_dict() if result else None,
        is_complete=True,
        revision=1,
        saved_by=assessment.started_by,
        saved_at=AT,
    )
    part.texts = dict(answers.words)
    return part


def submitted(assessment: Assessment | None = None, actor: User | None = None) -> Assessment:
    assessment = assessment or filled()
    actor = actor or assessment.started_by
    return submit_assessment(assessment=assessment, actor=actor, at=LATER)


def signed(assessment: Assessment | None = None) -> Assessment:
    assessment = assessment or submitted()
    return sign_assessment(assessment=assessment, actor=people.budi(), at=SIGNED_AT)


def bare(case: Case) -> Assessment:
    """A draft of any case, whatever its stage."""
    return Assessment.objects.create(
        case=case, kind="initial", started_by=case.lead_worker, started_at=AT
    )


def compared(**other: dict[str, list[str]]) -> Assessment:
    """A second assessment, of the same case, beside the first that was signed."""
    case = signed().case
    return filled(begun(case, kind="review"), **other)
