"""From the answers of a scale to its result. Sums are exact fractions; only the outcome is rounded."""

from collections.abc import Mapping
from fractions import Fraction

from screening.engine import questionnaires
from screening.engine.contradictions import contradictions
from screening.engine.errors import AnswerError
from screening.engine.results import Part
from screening.engine.scale import Domain, Floor, Item, Raise, Reckoning, Scale, ScaleBand
from screening.engine.scale_results import DomainScore, Number, ScaleResult
from screening.engine.texts import Text


Points = dict[str, int]
"""What each answered and counted item brings."""


def unanswered(code: str, answers: object, version: str | None = None) -> tuple[str, ...]:
    """The items still needed before the scale may be scored; forgiving, for a sheet under way."""
    given = answers if isinstance(answers, Mapping) else {}
    return _needed(questionnaires.get(code, version), given)


def score_scale(code: str, answers: object, version: str | None = None) -> ScaleResult:
    """Score a sheet with the newest published version, or the one named.

    Raises AnswerError for an unknown item, an unreadable answer, or more gaps than the scale allows.
    """
    scale = questionnaires.get(code, version)
    sheet = _checked(scale, answers)
    points = _points(scale, sheet)
    domains = {domain.code: _domain(scale, domain, points) for domain in scale.domains}
    total = _total(scale, points, domains)
    place = _place(scale, total)
    raised, band = _band(scale, place, points, sheet)
    return ScaleResult(
        instrument=scale.code,
        version=scale.version,
        total=_rounded(total),
        band=band.code if band else "",
        label=band.label if band else None,
        risk=band.risk if band else None,
        raised=raised,
        all_domains=tuple(DomainScore(code, _rounded(score)) for code, score in domains.items()),
        flags=scale.flags(sheet),
        parts=tuple(
            Part(item.code, sheet[item.code], points.get(item.code, 0))
            for item in scale.items
            if item.code in sheet
        ),
        skipped=tuple(item.code for item in scale.items if item.code not in sheet),
        advised=_advised(scale, place, points),
        contradictions=contradictions(scale.code, sheet),
    )


def _needed(scale: Scale, given: Mapping[object, object]) -> tuple[str, ...]:
    left_out = scale.skipped(given)
    gaps = tuple(
        item.code
        for item in scale.items
        if item.code not in left_out and not item.option(given.get(item.code))
    )
    return gaps if len(gaps) > scale.may_miss else ()


def _checked(scale: Scale, answers: object) -> dict[str, str]:
    if not isinstance(answers, Mapping):
        raise AnswerError("unreadable")
    known = {item.code: item for item in scale.items}
    for code, value in answers.items():
        if code not in known:
            raise AnswerError("unknown", str(code))
        if not known[code].option(value):
            raise AnswerError("unreadable", str(code))
    if needed := _needed(scale, answers):
        raise AnswerError("missing", needed[0])
    return {str(code): str(value) for code, value in answers.items()}


def _points(scale: Scale, sheet: Mapping[str, str]) -> Points:
    points = {}
    for item in scale.items:
        option = item.option(sheet.get(item.code))
        if option and item.counted and option.value not in item.apart:
            points[item.code] = item.points(option)
    return points


def _domain(scale: Scale, domain: Domain, points: Points) -> Fraction | None:
    answered = [item for item in scale.items_of(domain.code) if item.code in points]
    if len(answered) < domain.at_least:
        return None
    return _reckoned(domain.reckoning, answered, points)


def _reckoned(reckoning: Reckoning, items: list[Item], points: Points) -> Fraction:
    total = sum(points[item.code] for item in items)
    if reckoning == Reckoning.SUM:
        return Fraction(total)
    if reckoning == Reckoning.MEAN:
        return Fraction(total, len(items))
    least = sum(item.least for item in items)
    most = sum(item.most for item in items)
    return Fraction((total - least) * 100, most - least)


def _total(scale: Scale, points: Points, domains: Mapping[str, Fraction | None]) -> Fraction | None:
    if scale.total == Reckoning.NONE:
        return None
    if scale.total == Reckoning.WEIGHTED:
        scores = [(domains[domain.code], domain.weight) for domain in scale.domains]
        known = [score * weight for score, weight in scores if score is not None]
        return sum(known, Fraction(0)) if len(known) == len(scores) else None
    if None in domains.values():
        return None
    counted = [item for item in scale.items if item.code in points]
    return _reckoned(scale.total, counted, points)


def _place(scale: Scale, total: Fraction | None) -> int | None:
    """The number of the band that the total reaches; None without a total or without bands."""
    if total is None or not scale.bands:
        return None
    return max(n for n, band in enumerate(scale.bands) if band.reached(total))


def _band(
    scale: Scale, place: int | None, points: Points, sheet: Mapping[str, str]
) -> tuple[bool, ScaleBand | None]:
    if place is None:
        return False, None
    lifted = _lifted(scale, place, scale.raises, points)
    higher = max(lifted, *(_floor(scale, floor, sheet) for floor in scale.floors), 0)
    return higher > place, scale.bands[higher]


def _lifted(scale: Scale, place: int, rules: tuple[Raise, ...], points: Points) -> int:
    lifts = any(points.get(item, 0) >= rule.points for rule in rules for item in rule.items)
    return min(place + 1, len(scale.bands) - 1) if lifts else place


def _floor(scale: Scale, floor: Floor, sheet: Mapping[str, str]) -> int:
    options = (scale.item(code).option(sheet.get(code)) for code in floor.items)
    if not any(option is not None and option.points > 0 for option in options):
        return 0
    return [band.code for band in scale.bands].index(floor.band)


def _advised(scale: Scale, place: int | None, points: Points) -> Text | None:
    """The intervention of the next band, where a rule asks for it and there is a heavier one."""
    if place is None:
        return None
    higher = _lifted(scale, place, scale.advises, points)
    return scale.bands[higher].label if higher > place else None


def _rounded(score: Fraction | None) -> Number | None:
    if score is None:
        return None
    return score.numerator if score.denominator == 1 else float(round(score, 2))
