"""From answers to a result. Source: WHO ASSIST v3.1 manual, scoring."""

from screening.engine import instruments
from screening.engine.checks import checked
from screening.engine.contradictions import contradictions
from screening.engine.instrument import Instrument, Substance
from screening.engine.levels import Risk, worst
from screening.engine.results import Band, Part, Result
from screening.engine.sheet import Sheet


def score(code: str, answers: object, version: str | None = None) -> Result:
    """Score a complete answer sheet with the newest published version, or the one named.

    Raises AnswerError for a missing, unknown or contradictory answer, UnknownInstrument for a code
    or version that was never published.
    """
    instrument = instruments.get(code, version)
    sheet = checked(instrument, answers)
    bands = tuple(_band(sheet, substance) for substance in instrument.substances)
    return Result(
        instrument=instrument.code,
        version=instrument.version,
        risk=_overall(instrument, bands),
        injecting=_injecting(sheet),
        all_bands=bands,
        contradictions=contradictions(instrument.code, sheet.answers),
    )


def _band(sheet: Sheet, substance: Substance) -> Band:
    parts = tuple(_parts(sheet, substance.code))
    points = sum(part.points for part in parts)
    return Band(substance.code, points, substance.risk(points), parts)


def _parts(sheet: Sheet, substance: str) -> list[Part]:
    parts = []
    for question in sheet.instrument.questions:
        if not question.counted:
            continue
        if option := sheet.option(question, substance):
            parts.append(Part(question.code, str(option.value), option.points))
    return parts


def _overall(instrument: Instrument, bands: tuple[Band, ...]) -> Risk:
    """The highest class of all substances but tobacco, which alone never leads to placement."""
    counting = {s.code for s in instrument.substances if s.counts_for_risk}
    return worst(band.risk for band in bands if band.substance in counting)


def _injecting(sheet: Sheet) -> str:
    question = sheet.instrument.question(sheet.instrument.injecting_question)
    option = sheet.option(question, None)
    return str(option.value) if option else "never"
