"""How one person's scores went over time: a line for each substance, each scale and each domain."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db.models import QuerySet
from django.utils.timezone import localdate

from accounts.models import User
from clients.models import Client
from screening import engine
from screening.engine import instruments
from screening.engine.scale import Reckoning, Scale
from screening.engine.scale_results import Number
from screening.enums import AssessmentStatus
from screening.interview.asks import say
from screening.interview.substances import LAST_DAYS
from screening.models import AssessmentPart, Screening
from screening.use import days_of_main


TOP_OF_SUBSTANCE = 39
TOP_OF_TOBACCO = 31
PERCENT = 100


@dataclass
class Line:
    """`limits` are the scores from which another class begins."""

    code: str
    label: str
    least: int
    most: int
    limits: tuple[int, ...] = ()
    points: list[tuple[date, Number]] = field(default_factory=list)

    @property
    def change(self) -> Number | None:
        """From the first to the last; None while there is only one."""
        if len(self.points) < 2:
            return None
        return round(self.points[-1][1] - self.points[0][1], 2)


@dataclass(frozen=True)
class Trend:
    substances: tuple[Line, ...]
    scales: tuple[Line, ...]
    days: tuple[Line, ...] = ()

    @property
    def has_points(self) -> bool:
        return bool(self.substances or self.scales)


def trend_of(client: Client, user: User) -> Trend:
    """Of what this person may see; screenings as corrected, assessments as signed."""
    screenings = (
        Screening.objects.visible_to(user)
        .filter(case__client=client)
        .finished()
        .standing()
        .filter(result__isnull=False)
        .select_related("case__client")
        .order_by("finished_at", "pk")
    )
    parts = (
        AssessmentPart.objects.visible_to(user)
        .filter(assessment__case__client=client, assessment__status=AssessmentStatus.SIGNED)
        .filter(assessment__corrected_by=None)
        .filter(result__isnull=False)
        .select_related("assessment__case__client")
        .order_by("assessment__signed_at", "pk")
    )
    return Trend(_substances(screenings), _scales(parts), _days(screenings))


def _substances(screenings: QuerySet[Screening]) -> tuple[Line, ...]:
    lines: dict[str, Line] = {}
    for screening in screenings:
        result = engine.Result.from_dict(screening.result or {})
        instrument = instruments.get(result.instrument, result.version)
        for band in result.all_bands:
            if not band.parts and band.substance not in lines:
                continue
            substance = instrument.substance(band.substance)
            most = TOP_OF_TOBACCO if band.substance == "tobacco" else TOP_OF_SUBSTANCE
            limits = (substance.moderate_from, substance.high_from)
            line = lines.setdefault(
                band.substance, Line(band.substance, say(substance.label), 0, most, limits)
            )
            line.points.append((_day(screening.finished_at), band.score))
    return tuple(lines.values())


def _days(screenings: QuerySet[Screening]) -> tuple[Line, ...]:
    """Days of the last 30 on which the main substance was taken; another one is a line of its own."""
    lines: dict[str, Line] = {}
    for screening in screenings:
        if told := days_of_main(screening):
            code, name, days = told
            line = lines.setdefault(code, Line(code, name, 0, LAST_DAYS))
            line.points.append((_day(screening.finished_at), days))
    return tuple(lines.values())


def _scales(parts: QuerySet[AssessmentPart]) -> tuple[Line, ...]:
    lines: dict[str, Line] = {}
    for part in parts:
        result = engine.ScaleResult.from_dict(part.result or {})
        scale = engine.get_scale(result.instrument, result.version)
        day = _day(part.assessment.signed_at)
        for code, score in _scores(result):
            if score is not None:
                key = f"{part.code}:{code}"
                lines.setdefault(key, _line(key, scale, code, part.code)).points.append(
                    (day, score)
                )
    return tuple(lines.values())


def _day(moment: datetime | None) -> date:
    if moment is None:
        raise ValueError("a finished row has its time")
    return localdate(moment)


def _scores(result: engine.ScaleResult) -> Iterator[tuple[str, Number | None]]:
    """The total where it tells of progress; the domains where it does not."""
    scores = tuple(engine.progress_of(result))
    yield from scores[:1] if scores[0][0] == "" else scores


def _line(key: str, scale: Scale, domain: str, part: str) -> Line:
    least, most = _reach(scale, domain)
    starts = tuple(band.start for band in scale.bands[1:]) if not domain else ()
    words = [say(scale.title)]
    words += [say(scale.domain(domain).title)] if domain else []
    words += [say(view.title) for view in scale.views if part.endswith(view.code)]
    return Line(key, ": ".join(words), least, most, starts)


def _reach(scale: Scale, domain: str) -> tuple[int, int]:
    """The lowest and the highest score there can be."""
    items = scale.items_of(domain) if domain else tuple(i for i in scale.items if i.counted)
    reckoning = scale.domain(domain).reckoning if domain else scale.total
    if reckoning == Reckoning.PERCENT:
        return 0, PERCENT
    if reckoning == Reckoning.SUM:
        return sum(item.least for item in items), sum(item.most for item in items)
    least, most = min(item.least for item in items), max(item.most for item in items)
    if reckoning == Reckoning.MEAN:
        return least, most
    weights = [one.weight for one in scale.domains]
    ends = [(least * w, most * w) if w > 0 else (most * w, least * w) for w in weights]
    return sum(low for low, _high in ends), sum(high for _low, high in ends)
