"""The change of one person since the time before care, as it is stored."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from care.aftercare.outcomes.asking import SCALES
from care.aftercare.outcomes.change import POINTS, Measure, Value
from care.aftercare.outcomes.themes import DAYS, FULL
from care.aftercare_enums import OutcomePoint
from care.models import OutcomeInterview, OutcomePart
from clients.models import Case
from screening import engine
from screening.assessment.scales import say, scale_section
from screening.enums import AssessmentStatus
from screening.models import AssessmentPart


# Column, label, end of the scale; drawn are those with a scale, the yes and no stand in the table.
DRAWN = (
    ("days_used", _("Hari memakai zat, dari 30"), DAYS, True),
    ("body", _("Kesehatan badan, dari 20"), FULL, False),
    ("mind", _("Kesehatan jiwa, dari 20"), FULL, False),
)
TOLD = (
    ("is_occupied", _("Bekerja atau bersekolah")),
    ("is_housed", _("Bertempat tinggal tetap")),
)


@dataclass(frozen=True, slots=True)
class Change:
    drawn: tuple[Measure, ...]
    told: tuple[Measure, ...]
    scales: tuple[Measure, ...]

    @property
    def is_empty(self) -> bool:
        return not any(one.known for one in (*self.drawn, *self.scales))

    @property
    def rows(self) -> tuple[Measure, ...]:
        return tuple(one for one in (*self.drawn, *self.told, *self.scales) if one.known)


def change_of(case: Case) -> Change:
    rows = {row.point: row for row in case.outcome_interviews.finished().standing()}
    return Change(
        drawn=tuple(
            Measure(label, most, _column(rows, name), less_is_better=less)
            for name, label, most, less in DRAWN
        ),
        told=tuple(Measure(label, 1, _column(rows, name)) for name, label in TOLD),
        scales=tuple(_scales(case)),
    )


def _column(rows: dict[str, OutcomeInterview], name: str) -> tuple[Value, ...]:
    return tuple(getattr(rows[point], name) if point in rows else None for point in POINTS)


def _scales(case: Case) -> Iterable[Measure]:
    """Of the first assessment that was signed, and of the interviews with scales; of the same version only."""
    at_start = _first_signed(case)
    later = OutcomePart.objects.filter(
        interview__in=case.outcome_interviews.finished().standing(),
        code__in=SCALES,
        result__isnull=False,
    ).select_related("interview__case__client")
    found: dict[tuple[str, str, str], dict[str, Value]] = {}
    for point, part in [(OutcomePoint.START, one) for one in at_start] + [
        (OutcomePoint(one.interview.point), one) for one in later
    ]:
        for domain, score in _scores(part.result):
            found.setdefault((part.code, part.version, domain), {})[point] = score
    for (code, version, domain), values in found.items():
        yield Measure(
            _label(code, version, domain), 100, tuple(values.get(point) for point in POINTS)
        )


def _first_signed(case: Case) -> QuerySet[AssessmentPart]:
    first = case.assessments.filter(status=AssessmentStatus.SIGNED).order_by("signed_at", "pk")
    rows = AssessmentPart.objects.filter(assessment__in=first[:1].values("pk"), code__in=SCALES)
    return rows.filter(result__isnull=False).select_related("assessment__case__client")


def _scores(result: Any) -> list[tuple[str, Value]]:
    scored = engine.ScaleResult.from_dict(result)
    return list(scored.all_domains) if scored.total is None else [("", scored.total)]


def _label(code: str, version: str, domain: str) -> str:
    section = scale_section(code, version)
    title = str(section.title) if section else code
    if not domain or section is None:
        return title
    return f"{title}: {say(engine.get_scale(section.scale, version).domain(domain).title)}"
