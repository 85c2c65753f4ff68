"""Help for an interview under way: what to ask, what is still open, what no longer applies.

Drafts are forgiving, scoring is not: here an unreadable answer counts as not yet answered.
"""

from screening.engine import instruments
from screening.engine.sheet import Row, Sheet, sheet_of


def asked(answers: object, code: str = "assist", version: str | None = None) -> tuple[Row, ...]:
    """The (question, substance) rows that the skip rules ask for; substance is None for q8."""
    sheet = sheet_of(instruments.get(code, version), answers)
    return tuple((question.code, substance) for question, substance in sheet.asked())


def missing(answers: object, code: str = "assist", version: str | None = None) -> tuple[Row, ...]:
    """The rows asked for that have no readable answer yet."""
    sheet = sheet_of(instruments.get(code, version), answers)
    return tuple(
        (question.code, substance)
        for question, substance in sheet.asked()
        if sheet.option(question, substance) is None
    )


def prune(answers: object, code: str = "assist", version: str | None = None) -> dict[str, object]:
    """A copy that keeps only readable answers to rows still asked for.

    Needed when the worker changes an earlier answer: `score` refuses what the skip rules leave out.
    """
    return _readable(sheet_of(instruments.get(code, version), answers))


def _readable(sheet: Sheet) -> dict[str, object]:
    kept: dict[str, object] = {}
    rows: dict[str, dict[str, bool | str]] = {}
    for question, substance in sheet.asked():
        option = sheet.option(question, substance)
        if option is None:
            continue
        if substance is None:
            kept[question.code] = option.value
        else:
            rows.setdefault(question.code, {})[substance] = option.value
    return {**rows, **kept}
