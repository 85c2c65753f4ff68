"""The interviews about outcomes of a case as they are stored, and how far each has come."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.db.models import QuerySet

from care.aftercare.outcomes.asking import plan_of
from care.aftercare.outcomes.themes import theme
from care.aftercare_enums import OutcomePoint
from care.enums import FollowUpStatus
from care.models import FollowUp, OutcomeInterview, OutcomePart, schedule
from clients.enums import CaseStatus
from clients.models import Case
from screening.assessment.answers import Answers
from screening.assessment.plan import Plan, Planned
from screening.assessment.progress import Progress
from screening.assessment.scales import scale_section
from screening.assessment.selectors import answers_of


# How long after the contact its interview may still begin: what is asked of is the last 30 days.
BEGINS_WITHIN = timedelta(days=14)
ASKED_AT = (CaseStatus.IN_SERVICE, CaseStatus.AFTERCARE)
BESIDE_IT = (
    "case__client", "case__institution", "started_by", "finished_by", "corrects", "corrected_by"
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sheet:
    interview: OutcomeInterview
    parts: dict[str, OutcomePart]
    answers: dict[str, Answers]
    progress: Progress

    def revision(self, code: str) -> int:
        return self.parts[code].revision if code in self.parts else 0


def sheet_of(interview: OutcomeInterview) -> Sheet:
    """A finished one is shown as it was asked."""
    parts = {part.code: part for part in interview.parts.select_related("saved_by")}
    for part in parts.values():
        part.interview = interview  # the key of its sealed words hangs on the client
    answers = {code: answers_of(part) for code, part in parts.items()}
    plan = _as_begun(plan_of(interview.point, interview.age), parts)
    if not interview.is_draft:
        plan = tuple(planned for planned in plan if planned.section.code in parts)
    return Sheet(interview, parts, answers, Progress(plan, answers))


def _as_begun(plan: Plan, parts: dict[str, OutcomePart]) -> Plan:
    """A scale begun in an older version is finished with that one."""
    return tuple(_version(planned, parts.get(planned.section.code)) for planned in plan)


def _version(planned: Planned, part: OutcomePart | None) -> Planned:
    if part is None or part.version == planned.section.version:
        return planned
    older = theme(part.code) or scale_section(part.code, part.version)
    return replace(planned, section=older or planned.section)


@dataclass(frozen=True, slots=True)
class Point:
    """One point of a case: its interview as it stands, a correction under way, the contact that comes before it."""

    code: OutcomePoint
    interview: OutcomeInterview | None
    correction: OutcomeInterview | None
    follow_up: FollowUp | None
    may_begin: bool

    @property
    def label(self) -> object:
        return self.code.label


def points_of(case: Case, today: date) -> list[Point]:
    rows = list(case.outcome_interviews.standing().select_related(*BESIDE_IT).order_by("pk"))
    corrections = {row.point: row for row in rows if row.corrects_id and row.is_draft}
    interviews = {
        row.point: row for row in rows if row.pk not in {c.pk for c in corrections.values()}
    }
    follow_ups = {row.milestone: row for row in case.follow_ups.filter(milestone__in=schedule.CORE)}
    return [
        Point(
            code,
            interviews.get(code),
            corrections.get(code),
            follow_ups.get(code),
            code not in interviews and may_begin(case, follow_ups.get(code), code, today),
        )
        for code in OutcomePoint
    ]


def may_begin(case: Case, follow_up: FollowUp | None, point: str, today: date) -> bool:
    """Of the time before care while the person is in care or after it; of a core point once they were reached there."""
    if case.status not in ASKED_AT:
        return False
    if point == OutcomePoint.START:
        return True
    return follow_up is not None and is_fresh(follow_up, today)


def is_fresh(follow_up: FollowUp, today: date) -> bool:
    return (
        follow_up.status == FollowUpStatus.REACHED
        and follow_up.closed_on is not None
        and follow_up.closed_on <= today <= follow_up.closed_on + BEGINS_WITHIN
    )


def parts_with_results(interviews: Iterable[OutcomeInterview]) -> QuerySet[OutcomePart]:
    rows = OutcomePart.objects.filter(interview__in=list(interviews), result__isnull=False)
    return rows.select_related("interview__case__client")
