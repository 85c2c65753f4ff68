from xml.etree import ElementTree

import pytest
from django.utils import translation

from reports import charts
from reports.labels import alternatives
from tests.reports.factories import frozen


def words(svg: bytes) -> list[str]:
    return [text for text in ElementTree.fromstring(svg).itertext() if text.strip()]


@pytest.mark.parametrize("name", charts.CHARTS)
@pytest.mark.parametrize("width", charts.WIDTHS)
def test_a_chart_is_an_svg_without_scripts_and_inline_styles(name, width):
    svg = charts.CHARTS[name](frozen(), width)

    assert ElementTree.fromstring(svg).tag.endswith("svg")
    assert b"<script" not in svg
    assert b"style" not in svg


def test_the_bars_keep_their_colours_without_a_style():
    bars = ElementTree.fromstring(charts.active_chart(frozen())).iter(
        "{http://www.w3.org/2000/svg}path"
    )

    assert {bar.get("fill") for bar in bars} >= {charts.BLUE, charts.TEAL}


def test_the_first_chart_names_every_base_and_risk_with_its_number():
    counts = {"family": 1234, "institution": 0, "balai": 7, "": 0}

    shown = words(charts.active_chart(frozen(by_base=counts)))

    assert {"Berbasis keluarga", "Balai/Sentra", "Risiko tinggi", "Belum dinilai"} <= set(shown)
    assert {"1.234", "7"} <= set(shown)


def test_the_second_chart_shows_six_months_of_both_series():
    shown = words(charts.history_chart(frozen()))

    assert {"Mei 26", "Okt 26", "Baru", "Berakhir"} <= set(shown)


def test_a_month_without_anyone_can_be_drawn():
    nobody = dict.fromkeys(["family", "institution", "balai", ""], 0)

    assert charts.active_chart(frozen(by_base=nobody, by_risk=frozen()["by_risk"]))


def test_a_chart_speaks_the_language_of_its_reader():
    with translation.override("en"):
        assert "May 26" in words(charts.history_chart(frozen()))


def test_who_does_not_see_the_charts_is_told_the_same_numbers():
    told = alternatives(frozen(active=1234))

    assert told["aktif"].startswith("1.234 klien aktif.")
    assert "Risiko tinggi: 1." in told["aktif"]
    assert "Oktober 2026: 10 baru, 1 berakhir." in told["perkembangan"]
