"""The report's two charts, drawn once for screen and paper; a table of the same figures always stands by.

Text stays text (`svg.fonttype` none), so it can be read out and searched; colours are those of docs/design.
"""

from datetime import date
from io import BytesIO
from typing import Any

import matplotlib as mpl
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from clients.enums import Risk
from partners.enums import CareBase
from reports.months import short_name


mpl.rcParams.update({"svg.fonttype": "none", "hatch.linewidth": 1.2, "svg.hashsalt": "atensi"})

TEXT, MUTED, LINE = "#1b2430", "#4d5a6b", "#d5dbe3"
FIRST, SECOND, THIRD = "#0b5cad", "#c2410c", "#0f766e"
PIXELS_PER_INCH = 72
FONT_SIZE = 12.5
WIDTHS = {"narrow": 300, "wide": 560}


def active_chart(figures: dict[str, Any], width: str = "wide") -> bytes:
    """Active cases by base of care, and by risk."""
    figure, (bases, risks) = _canvas(WIDTHS[width], 300, rows=2)
    _bars(bases, _("Menurut basis layanan"), base_rows(figures), FIRST)
    _bars(risks, _("Menurut risiko"), risk_rows(figures), THIRD)
    most = max([1, *figures["by_base"].values(), *figures["by_risk"].values()])
    for axes in (bases, risks):
        axes.set_xlim(0, most * 1.15)
    return _svg(figure)


def history_chart(figures: dict[str, Any], width: str = "wide") -> bytes:
    """New and ended cases, month by month."""
    figure, (axes,) = _canvas(WIDTHS[width], 260, rows=1)
    months = [date.fromisoformat(row["month"]) for row in figures["history"]]
    series = ((_("Baru"), "new", FIRST, "", -0.2), (_("Berakhir"), "ended", SECOND, "////", 0.2))
    for label, key, colour, hatch, shift in series:
        counts = [row[key] for row in figures["history"]]
        places = [place + shift for place in range(len(counts))]
        bars = axes.bar(places, counts, 0.38, label=label, edgecolor=colour, hatch=hatch)
        for bar in bars:
            bar.set_facecolor("white" if hatch else colour)
        axes.bar_label(bars, [number_format(count) for count in counts], padding=2, color=TEXT, fontsize=FONT_SIZE)
    axes.set_xticks(range(len(months)), [short_name(month).replace(" ", "\n") for month in months])
    axes.set_ylim(0, max([1, *(row[key] for row in figures["history"] for key in ("new", "ended"))]) * 1.15)
    axes.set_yticks([])
    axes.spines["bottom"].set_visible(True)
    axes.legend(loc="lower left", bbox_to_anchor=(0, 1), ncols=2, frameon=False, fontsize=FONT_SIZE, labelcolor=TEXT, borderaxespad=0, handlelength=1.4)
    return _svg(figure)


CHARTS = {"aktif": active_chart, "perkembangan": history_chart}


def base_rows(figures: dict[str, Any]) -> list[tuple[str, int]]:
    labels = {**dict(CareBase.choices), "": _("Belum ditentukan")}
    return [(str(labels[key]), figures["by_base"][key]) for key in labels]


def risk_rows(figures: dict[str, Any]) -> list[tuple[str, int]]:
    labels = {**dict(Risk.choices), "": _("Belum dinilai")}
    return [(str(labels[key]), figures["by_risk"][key]) for key in labels]
