"""The agreements on a time axis: where each bar begins and ends. Drawn by a template, beside a table.

Coordinates are text, so that no language writes a comma into them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from partners.looks import agreement_look
from partners.models import Agreement


# Six months back, so that today is in sight on a phone before anybody scrolls.
MONTHS_BEFORE, MONTHS_SHOWN, MONTHS_BETWEEN_TICKS = 6, 30, 6
WIDTH, ROW, TOP, FOOT = 690, 34, 34, 30  # ROW and TOP are also in static/partners/timeline.css
BAR = 18


@dataclass(frozen=True, slots=True)
class Tick:
    x: str
    day: date


@dataclass(frozen=True, slots=True)
class Bar:
    agreement: Agreement
    y: str
    x: str
    width: str
    tone: str
    status: str


@dataclass(frozen=True, slots=True)
class Timeline:
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    today_x: str
    width: str
    height: str
    plot_bottom: str
    text_bottom: str
    bar_height: str = str(BAR)
    plot_top: str = str(TOP - 8)


@dataclass(frozen=True, slots=True)
class _Axis:
    first: date
    last: date

    def x(self, day: date) -> float:
        """Days outside the axis stand at its ends."""
        share = (min(max(day, self.first), self.last) - self.first) / (self.last - self.first)
        return share * WIDTH


def timeline(agreements: Iterable[Agreement], today: date) -> Timeline:
    axis = _Axis(_month(today, -MONTHS_BEFORE), _month(today, MONTHS_SHOWN - MONTHS_BEFORE))
    bars = tuple(_bar(row, axis, today, number) for number, row in enumerate(agreements))
    bottom = TOP + ROW * len(bars)
    return Timeline(
        bars=bars,
        ticks=tuple(_ticks(axis)),
        today_x=_text(axis.x(today)),
        width=str(WIDTH),
        height=str(bottom + FOOT),
        plot_bottom=str(bottom),
        text_bottom=str(bottom + FOOT - 12),
    )


def _bar(agreement: Agreement, axis: _Axis, today: date, number: int) -> Bar:
    begin, end = axis.x(agreement.starts_on), axis.x(agreement.terminated_on or agreement.ends_on)
    top = TOP + ROW * number
    look = agreement_look(agreement, today)
    return Bar(
        agreement=agreement,
        y=str(top + 4),
        x=_text(begin),
        width=_text(max(end - begin, 4)),
        tone=look.tone,
        status=look.text,
    )


def _ticks(axis: _Axis) -> Iterable[Tick]:
    for number in range(MONTHS_SHOWN):
        day = _month(axis.first, number)
        if day.month % MONTHS_BETWEEN_TICKS == 1:
            yield Tick(_text(axis.x(day)), day)


def _month(day: date, months: int) -> date:
    """The first of the month that many months away."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, 1)


def _text(x: float) -> str:
    return f"{x:.1f}"
