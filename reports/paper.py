"""The report on paper: PDF/A-3a, tagged, made without a network and with our own font."""

from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from weasyprint import HTML
from weasyprint.urls import FatalURLFetchingError, URLFetcherResponse

from reports.charts import CHARTS
from reports.labels import Figures, sheet


STATIC = Path(settings.BASE_DIR) / "static"
FONT = STATIC / "vendor/inter/inter-latin-wght-normal.woff2"
STYLE = STATIC / "reports/paper.css"


class Refused(FatalURLFetchingError):
    """A paper asked for something that is not part of it."""


def paper(figures: Figures, number: str, made_at: datetime) -> bytes:
    """The official language is Indonesian, whoever asks for the report."""
    with translation.override("id"):
        context = {
            **sheet(figures),
            "number": number,
            "made_at": made_at,
            "letterhead": settings.LETTERHEAD,
            "product": settings.PRODUCT_NAME,
        }
        html = render_to_string("reports/paper.html", context)
        document = HTML(string=html, base_url="paper:", url_fetcher=Parts(figures))
        pdf: bytes = document.write_pdf(pdf_variant="pdf/a-3a", custom_metadata=False)
    return pdf


class Parts:
    """Hands WeasyPrint the style, the font and the charts by name, and refuses everything else."""

    def __init__(self, figures: Figures) -> None:
        self.figures = figures

    def __call__(self, url: str) -> Any:
        kind, _colon, name = url.partition(":")
        if kind != "paper":
            raise Refused(f"{url} is not part of the paper")
        body, mime = self._part(name.strip("/"))
        return URLFetcherResponse(url, body, {"Content-Type": mime})

    def _part(self, name: str) -> tuple[bytes, str]:
        if name == "style":
            return STYLE.read_bytes(), "text/css"
        if name == "font":
            return FONT.read_bytes(), "font/woff2"
        if name in CHARTS:
            return CHARTS[name](self.figures, "narrow"), "image/svg+xml"
        raise Refused(f"The paper has no part {name}")
