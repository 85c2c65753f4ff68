"""Scores over time as small charts one below the other: each with its own measure, none needing a colour to be read."""

from collections.abc import Sequence

from django.utils.formats import date_format, number_format
from matplotlib.axes import Axes

from common.drawing import BLUE, FONT_SIZE, LINE, TEXT, WIDTHS, canvas, svg
from screening.trends import Line


PANEL_HEIGHT = 92
ROOM = 0.22  # above the highest point for its number
FEW = 4  # dates that can be written below one chart


def trend_chart(lines: Sequence[Line], width: str = "wide") -> bytes:
    figure = canvas(WIDTHS[width], PANEL_HEIGHT * max(len(lines), 1))
    for place, line in enumerate(lines):
        _panel(figure.add_subplot(max(len(lines), 1), 1, place + 1), line)
    return svg(figure)


def _panel(axes: Axes, line: Line) -> None:
    days = [day.toordinal() for day, _score in line.points]
    scores = [float(score) for _day, score in line.points]
    axes.plot(days, scores, color=BLUE, marker="o", markersize=5, linewidth=1.8)
    for day, score in line.points:
        axes.annotate(
            number_format(score),
            (day.toordinal(), float(score)),
            xytext=(0, 5),
            textcoords="offset points",
            ha="center",
            fontsize=FONT_SIZE,
            color=TEXT,
        )
    for limit in line.limits:
        axes.axhline(limit, color=LINE, linewidth=0.8, linestyle=(0, (3, 3)))
    axes.set_title(line.label, loc="left", fontsize=FONT_SIZE, fontweight="bold", color=TEXT)
    _frame(axes, line, days)


def _frame(axes: Axes, line: Line, days: list[int]) -> None:
    span = line.most - line.least
    axes.set_ylim(line.least - span * 0.06, line.most + span * ROOM)
    axes.set_yticks([line.least, line.most])
    edge = max((days[-1] - days[0]) * 0.08, 3)
    axes.set_xlim(days[0] - edge, days[-1] + edge)
    shown = dict(line.points[:: max(1, (len(days) + FEW - 1) // FEW)])
    axes.set_xticks(
        [day.toordinal() for day in shown], [date_format(day, "j M y") for day in shown]
    )
    for side, spine in axes.spines.items():
        spine.set_visible(side in {"left", "bottom"})
        spine.set_color(LINE)
    axes.tick_params(length=0, labelsize=FONT_SIZE, labelcolor=TEXT)
