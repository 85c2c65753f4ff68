"""A report's figures as they leave those who may open the files behind them (common/small_cells.py)."""

from collections.abc import Iterable
from typing import Any

from common.small_cells import Told, covered, told


Figures = dict[str, Any]
Row = dict[str, Any]
# The columns of the nation's table of institutions, and that of whoever received somebody.
COLUMNS = ("new", "active", "ended")
RECEIVED = "placements"


def for_others(figures: Figures) -> Figures:
    """The same with None for what is not told. Papers are always like this: they are passed on."""
    hidden = hidden_in_nation(figures)
    totals = {name: None if name in hidden else told(figures[name]) for name in COLUMNS}
    active = totals["active"]
    return {
        **figures,
        **totals,
        **{
            name: covered(figures[name], active)
            for name in ("by_risk", "by_base", "by_sex", "by_age")
        },
        "by_province": _covered_rows(figures["by_province"], active),
        "by_institution": _covered_columns(figures["by_institution"], totals),
        "history": [_month(row, figures) for row in figures["history"]],
        "placements": _covered_rows(figures["placements"], _received(figures)),
        "placements_total": _received(figures),
        "aftercare": covered(figures["aftercare"], told(sum(figures["aftercare"].values()))),
        "aftercare_total": told(sum(figures["aftercare"].values())),
    }


def hidden_in_nation(figures: Figures, month: str = "") -> list[str]:
    """What the nation's table hides of this institution, so that its own report does not tell it."""
    found: list[str] = figures.get("in_nation", {}).get(month or figures["month"], [])
    return found


def hidden_of(institution: int, rows: list[Row], received: list[Row]) -> list[str]:
    """Which figures of one institution the nation's tables of a month hide."""
    totals = {name: told(sum(row[name] for row in rows)) for name in COLUMNS}
    own = [row for row in _covered_columns(rows, totals) if row["id"] == institution]
    columns = [name for row in own for name in COLUMNS if row[name] is None]
    of_receivers = _covered_rows(received, told(sum(row["count"] for row in received)))
    is_hidden = any(row["count"] is None for row in of_receivers if row["id"] == institution)
    return [*columns, RECEIVED] if is_hidden else columns


def _received(figures: Figures) -> Told:
    if RECEIVED in hidden_in_nation(figures):
        return None
    return told(sum(row["count"] for row in figures["placements"]))


def _month(row: Row, figures: Figures) -> Row:
    hidden = hidden_in_nation(figures, row["month"])
    return {
        **row,
        **{name: None if name in hidden else told(row[name]) for name in ("new", "ended")},
    }


def _covered_rows(rows: list[Row], total: Told) -> list[Row]:
    """Rows without anybody are left out of these: where all are hidden, none is named."""
    counts = covered(_column(rows, "count"), total)
    if rows and all(count is None for count in counts.values()):
        return []
    return [{**row, "count": counts[place]} for place, row in enumerate(rows)]


def _covered_columns(rows: list[Row], totals: dict[str, Told]) -> list[Row]:
    columns = {name: covered(_column(rows, name), totals[name]) for name in COLUMNS}
    return [
        {**row, **{name: columns[name][place] for name in COLUMNS}}
        for place, row in enumerate(rows)
    ]


def _column(rows: Iterable[Row], name: str) -> dict[int, int]:
    return {place: row[name] for place, row in enumerate(rows)}
