"""Comprehensive assessments at every stage: begun, waiting for a signature, signed, and measured again."""

from collections.abc import Iterator
from datetime import date, timedelta

from accounts.models import User
from clients.enums import CaseStatus
from clients.models import Case
from screening.assessment.questions import Kind, Question, Section
from screening.assessment.selectors import sheet_of
from screening.assessment.services.saving import save_part
from screening.assessment.services.signing import sign_assessment, submit_assessment
from screening.assessment.services.starting import start_assessment
from screening.assessment.services.writing import PartEntry
from screening.models import Assessment
from tools.demonstration.life import Clock
from tools.demonstration.world import World


HALF = 6
AGAIN_AFTER = timedelta(days=35)
SAID = {
    "health": "Tidak ada keluhan berat. Tidur mulai membaik sejak mengurangi pemakaian.",
    "psychological": "Tenang selama wawancara. Mudah gelisah bila bertengkar di rumah.",
    "social": "Bekerja serabutan; ingin keterampilan yang dapat dipakai bekerja tetap.",
    "spiritual": "Rajin beribadah bersama keluarga dan merasa lebih tenang sesudahnya.",
    "family": "Ibu mendampingi. Ayah belum memahami, tetapi bersedia datang ke dialog keluarga.",
    "network": "Paling dekat dengan kakak dan seorang teman lama yang sudah pulih.",
    "strengths": "Ingin bekerja lagi dan dipercaya keluarga.",
    "summary": "Motivasi cukup kuat dan keluarga bersedia mendampingi. Disarankan konseling rutin,"
    " dialog keluarga, dan pelatihan vokasional.",
}
# How a worker fills in: whole numbers, and places among the options, from heavy to light.
NUMBERS = {"dependants": "1", "contacts": "6", "contacts_using": "2", "contacts_recovery": "3"}
GRAVE = {"q17"}
CALM = {"asq", "srq29"}  # nobody here is in danger of their life
UNSURE = {"unknown", "declined", "none"}


def tell(world: World) -> None:
    begun, waiting = _cases(CaseStatus.DECISION), _cases(CaseStatus.PLACEMENT)
    _fill(_start(world.clock, next(begun)), world.clock, HALF)
    for case in (next(waiting), next(waiting)):
        _submitted(world, _start(world.clock, case))
    for case in list(_cases(CaseStatus.IN_SERVICE))[:3]:
        _measured_twice(world, case)


def _cases(status: str) -> Iterator[Case]:
    rows = Case.objects.filter(status=status, institution__staff__role="supervisor").distinct()
    return iter(rows.select_related("client", "institution", "lead_worker").order_by("pk"))


def _measured_twice(world: World, case: Case) -> None:
    first = _signed(world, _submitted(world, _start(world.clock, case)))
    day = first.started_at.date() + AGAIN_AFTER
    if day < world.clock.today:
        _submitted(world, _start(world.clock, case, "review", day), lighter=1)


def _start(clock: Clock, case: Case, kind: str = "initial", day: date | None = None) -> Assessment:
    finished = case.screenings.finished().earliest("pk").finished_at
    at = clock.at(day or (finished or clock.now).date() + timedelta(days=1))
    actor = case.lead_worker
    return start_assessment(case=case, kind=kind, actor=actor, at=at)


def _submitted(world: World, row: Assessment, lighter: int = 0) -> Assessment:
    _fill(row, world.clock, None, lighter)
    at = world.clock.at(row.started_at.date() + timedelta(days=1))
    return submit_assessment(assessment=row, actor=row.case.lead_worker, at=at)


def _signed(world: World, row: Assessment) -> Assessment:
    at = world.clock.at(row.started_at.date() + timedelta(days=2))
    return sign_assessment(assessment=row, actor=_supervisor(world, row), at=at)


def _supervisor(world: World, row: Assessment) -> User:
    institution = row.case.institution_id
    people = world.people.values()
    return next(p for p in people if p.institution_id == institution and p.role == "supervisor")


def _fill(row: Assessment, clock: Clock, sections: int | None, lighter: int = 0) -> None:
    at = clock.at(row.started_at.date())
    for step in sheet_of(row, clock.today).progress.steps[:sections]:
        section = step.section
        entry = PartEntry(section, _answers(section, clock, lighter), revision=0)
        save_part(assessment=row, entry=entry, actor=row.case.lead_worker, at=at)


def _answers(section: Section, clock: Clock, lighter: int) -> dict[str, list[str]]:
    return {q.code: _answer(section, q, clock, lighter) for q in section.questions}


def _answer(section: Section, question: Question, clock: Clock, lighter: int) -> list[str]:
    if question.kind is Kind.WORDS:
        return [SAID.get(section.code, "")]
    if question.kind is Kind.NUMBER:
        return [NUMBERS[question.code]]
    words = [choice.word for choice in question.choices]
    if section.code in CALM:
        return ["no"]
    if set(words) == {"yes", "no"}:
        is_heavy = question.code not in GRAVE and clock.rng.random() < (0.15 if lighter else 0.35)
        return ["yes" if is_heavy else "no"]
    known = [word for word in words if word not in UNSURE] or words
    if section.scale:
        return [known[min(clock.rng.randint(1, 2) + lighter, len(known) - 1)]]
    return known[:2] if question.kind is Kind.MANY else [known[clock.rng.randint(0, 1)]]
