"""The report's two charts, drawn once for screen and paper; a table of the same figures always stands by."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from matplotlib.axes import Axes
from matplotlib.container import BarContainer

from common.drawing import BLUE, FONT_SIZE, LINE, ORANGE, TEAL, TEXT, WIDTHS, canvas, svg
from common.small_cells import HIDDEN, Told
from reports.labels import Figures, Rows, base_rows, risk_rows
from reports.months import short_name


def active_chart(figures: Figures, width: str = "wide") -> bytes:
    """Active clients by base of care, and by risk."""
    figure = canvas(WIDTHS[width], 230)
    panels = (
        (_("Basis layanan"), base_rows(figures), BLUE),
        (_("Risiko"), risk_rows(figures), TEAL),
    )
    most = max([1, *_known(figures["by_base"].values()), *_known(figures["by_risk"].values())])
    for place, (title, rows, colour) in enumerate(panels):
        axes = figure.add_subplot(2, 1, place + 1)
        _bars(axes, title, rows, colour)
        axes.set_xlim(0, most * 1.35)
    return svg(figure)


def history_chart(figures: Figures, width: str = "wide") -> bytes:
    """New and ended cases of six months, the oldest on top."""
    figure = canvas(WIDTHS[width], 250)
    axes = figure.add_subplot()
    for label, key in ((_("Baru"), "new"), (_("Berakhir"), "ended")):
        _paired(axes, label, [row[key] for row in figures["history"]], first=key == "new")
    months = [date.fromisoformat(row["month"]) for row in figures["history"]]
    axes.set_yticks(range(len(months)), [short_name(month) for month in months])
    axes.invert_yaxis()
    most = max([1, *_known(row[key] for row in figures["history"] for key in ("new", "ended"))])
    axes.set_xlim(0, most * 1.35)
    _bare(axes)
    legend: dict[str, Any] = {
        "loc": "lower left",
        "bbox_to_anchor": (0, 1),
        "ncols": 2,
        "frameon": False,
    }
    axes.legend(**legend, fontsize=FONT_SIZE, labelcolor=TEXT, borderaxespad=0, handlelength=1.4)
    return svg(figure)


CHARTS = {"aktif": active_chart, "perkembangan": history_chart}


def _known(counts: Iterable[Told]) -> list[int]:
    return [count for count in counts if count is not None]


def _bars(axes: Axes, title: str, rows: Rows, colour: str) -> None:
    labels, counts = zip(*reversed(rows), strict=True)
    bars = axes.barh(labels, [count or 0 for count in counts], 0.68, color=colour)
    _number(axes, bars, counts)
    axes.set_title(title, loc="left", fontsize=FONT_SIZE, fontweight="bold", color=TEXT)
    _bare(axes)


def _paired(axes: Axes, label: str, counts: list[Told], *, first: bool) -> None:
    """One of two series; the second is hatched, so that grey paper tells them apart."""
    colour, shift = (BLUE, -0.2) if first else (ORANGE, 0.2)
    places = [place + shift for place in range(len(counts))]
    ground, hatch = (colour, "") if first else ("white", "////")
    bars = axes.barh(
        places,
        [count or 0 for count in counts],
        0.36,
        label=label,
        facecolor=ground,
        edgecolor=colour,
        hatch=hatch,
    )
    _number(axes, bars, counts)


def _number(axes: Axes, bars: BarContainer, counts: Sequence[Told]) -> None:
    texts = [HIDDEN if count is None else number_format(count) for count in counts]
    axes.bar_label(bars, texts, padding=4, color=TEXT, fontsize=FONT_SIZE)


def _bare(axes: Axes) -> None:
    """One line to stand on and the labels, nothing else: the numbers stand at the bars."""
    for side, spine in axes.spines.items():
        spine.set_visible(side == "left")
        spine.set_color(LINE)
    axes.tick_params(length=0, labelsize=FONT_SIZE, labelcolor=TEXT)
    axes.xaxis.set_ticks([])
