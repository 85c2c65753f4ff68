"""From the answers of a scale to its result. Sums are exact fractions; only the outcome is rounded."""

from collections.abc import Mapping
from fractions import Fraction

from screening.engine import questionnaires
from screening.engine.errors import AnswerError
from screening.engine.results import Part
from screening.engine.scale import Domain, Item, Reckoning, Scale, ScaleBand
from screening.engine.scale_results import DomainScore, Number, ScaleResult


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
    raised, band = _band(scale, total, points)
    return ScaleResult(
        instrument=scale.code,
        version=scale.version,
        total=_rounded(total),
        band=band.code if band else "",
        label=band.label if band else None,
        risk=band.risk if band else None,
        raised=raised,
        all_domains=tuple(DomainScore(code, _rounded(score)) for code, score in domains.items()),
        flags=_flags(scale, sheet),
        parts=tuple(
            Part(item.code, sheet[item.code], points.get(item.code, 0))
            for item in scale.items
            if item.code in sheet
        ),
        skipped=tuple(item.code for item in scale.items if item.code not in sheet),
    )


def _needed(scale: Scale, given: Mapping[object, object]) -> tuple[str, ...]:
    gaps = tuple(item.code for item in scale.items if not item.option(given.get(item.code)))
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
        if option and item.counted:
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
    counted = [item for item in scale.items if item.code in points]
    return _reckoned(scale.total, counted, points)


def _band(scale: Scale, total: Fraction | None, points: Points) -> tuple[bool, ScaleBand | None]:
    if total is None or not scale.bands:
        return False, None
    place = max(n for n, band in enumerate(scale.bands) if band.reached(total))
    lifted = any(points.get(item, 0) >= rule.points for rule in scale.raises for item in rule.items)
    higher = min(place + 1, len(scale.bands) - 1) if lifted else place
    return higher > place, scale.bands[higher]


def _flags(scale: Scale, sheet: Mapping[str, str]) -> tuple[str, ...]:
    raised = []
    for item in scale.items:
        option = item.option(sheet.get(item.code))
        if item.flag and option and item.points(option) > 0:
            raised.append(item.flag)
    return tuple(raised)


def _rounded(score: Fraction | None) -> Number | None:
    if score is None:
        return None
    return score.numerator if score.denominator == 1 else float(round(score, 2))
