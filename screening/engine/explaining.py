"""How each score was reached, in words a page can show to the worker and to the client."""

from dataclasses import dataclass

from screening.engine import instruments
from screening.engine.instrument import Instrument
from screening.engine.levels import RISK_LABELS
from screening.engine.results import Band, Part, Result
from screening.engine.texts import Text


@dataclass(frozen=True, slots=True)
class Line:
    question: str
    prompt: Text
    answer: str
    label: Text
    points: int


@dataclass(frozen=True, slots=True)
class Explanation:
    substance: str
    label: Text
    score: int
    risk: str
    risk_label: Text
    lines: tuple[Line, ...]


def explain(result: Result) -> tuple[Explanation, ...]:
    """One explanation for each substance, in the order of the instrument."""
    instrument = instruments.get(result.instrument, result.version)
    return tuple(_explanation(instrument, band) for band in result.all_bands)


def _explanation(instrument: Instrument, band: Band) -> Explanation:
    return Explanation(
        substance=band.substance,
        label=instrument.substance(band.substance).label,
        score=band.score,
        risk=band.risk,
        risk_label=RISK_LABELS[band.risk],
        lines=tuple(_line(instrument, part) for part in band.parts),
    )


def _line(instrument: Instrument, part: Part) -> Line:
    question = instrument.question(part.question)
    label = next(o.label for o in question.options if str(o.value) == part.answer)
    return Line(part.question, question.prompt, part.answer, label, part.points)
