"""Charts as SVG for screen and paper: the canvas, the colours, and nothing that a strict policy refuses.

Text stays text (`svg.fonttype` none), so that it can be read out, searched and extracted. Importing this costs
a second and 60 MB: only a process that draws should.
"""

import re
from io import BytesIO

import matplotlib as mpl
from matplotlib.figure import Figure


mpl.rcParams.update(
    {
        "svg.fonttype": "none",
        "svg.hashsalt": "atensi",
        "hatch.linewidth": 1.2,
        # Measured in DejaVu, which is wider; shown in Inter where it is there.
        "font.sans-serif": ["Inter", "DejaVu Sans", "Arial", "Helvetica"],
    }
)

TEXT, LINE = "#1b2430", "#6b7788"
BLUE, ORANGE, TEAL = "#0b5cad", "#c2410c", "#0f766e"
PIXELS_PER_INCH = 72  # matplotlib's SVG says points; a browser shows one as 4/3 px
FONT_SIZE = 10.5
WIDTHS = {"narrow": 232, "wide": 400}
STYLE_SHEET = re.compile(r"<style[^>]*>\*\{([^}]*)\}</style>")
STYLE = re.compile(r'style="([^"]*)"')


def canvas(width: int, height: int) -> Figure:
    size = (width / PIXELS_PER_INCH, height / PIXELS_PER_INCH)
    return Figure(figsize=size, dpi=PIXELS_PER_INCH, layout="constrained", facecolor="white")


def svg(figure: Figure) -> bytes:
    file = BytesIO()
    figure.savefig(file, format="svg", metadata={"Date": None, "Creator": None})
    return _without_styles(file.getvalue().decode()).encode()


def _without_styles(text: str) -> str:
    """Say every colour by an attribute of its own: the content security policy allows no inline style."""
    sheet = STYLE_SHEET.search(text)
    if sheet is None:
        raise ValueError("matplotlib writes its style sheet in another way")
    plain = STYLE.sub(lambda style: _attributes(style[1]), STYLE_SHEET.sub("", text))
    return plain.replace("<svg ", f"<svg {_attributes(sheet[1])} ", 1)


def _attributes(style: str) -> str:
    pairs = (rule.split(":", 1) for rule in style.split(";") if rule.strip())
    return " ".join(f'{name.strip()}="{value.strip()}"' for name, value in pairs)
