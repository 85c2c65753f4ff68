"""Family APGAR version 1.0: how a person finds the help, talk, growth, warmth and time of the family.

Structure, points and cut-offs: Smilkstein (1978). The sentences are the project's own wording.
"""

from screening.engine.instrument import Option
from screening.engine.scale import Item, Reckoning, Scale, ScaleBand
from screening.engine.texts import Text


_HOW_OFTEN = (
    Option("often", Text("Hampir selalu", "Almost always"), 2),
    Option("sometimes", Text("Kadang-kadang", "Sometimes"), 1),
    Option("rarely", Text("Hampir tidak pernah", "Hardly ever"), 0),
)


def _item(code: str, indonesian: str, english: str) -> Item:
    return Item(code, Text(indonesian, english), _HOW_OFTEN)


APGAR_1_0 = Scale(
    code="apgar",
    version="1.0",
    title=Text("APGAR keluarga", "Family APGAR"),
    intro=Text(
        "Ditanyakan kepada klien tentang keluarga yang paling dekat dengannya saat ini.",
        "Asked of the client about the family closest to them at present.",
    ),
    period=Text("keadaan saat ini", "the present"),
    licence=Text(
        "Bebas dipakai dalam pelayanan. Kalimat di sini susunan aplikasi ini sendiri.",
        "Free to use in care. The sentences here are this application's own.",
    ),
    source="Smilkstein G (1978), The Family APGAR, Journal of Family Practice 6(6):1231-1239",
    scoring=Text(
        "Hampir selalu 2, kadang-kadang 1, hampir tidak pernah 0. Jumlahnya 0 sampai 10.",
        "Almost always 2, sometimes 1, hardly ever 0. The sum is 0 to 10.",
    ),
    items=(
        _item(
            "adaptation",
            "Saat ada kesulitan, saya puas dengan bantuan yang saya dapat dari keluarga.",
            "When I am in trouble, I am content with the help my family gives me.",
        ),
        _item(
            "partnership",
            "Saya puas dengan cara keluarga mengajak saya bicara dan memutuskan sesuatu bersama.",
            "I am content with how my family talks things over and decides together with me.",
        ),
        _item(
            "growth",
            "Keluarga menerima dan mendukung saat saya ingin mencoba hal atau arah baru.",
            "My family accepts and supports me when I want to try something new.",
        ),
        _item(
            "affection",
            "Saya puas dengan cara keluarga menunjukkan kasih sayang dan menanggapi perasaan saya.",
            "I am content with how my family shows affection and responds to my feelings.",
        ),
        _item(
            "resolve",
            "Saya puas dengan waktu yang saya dan keluarga lalui bersama.",
            "I am content with the time my family and I spend together.",
        ),
    ),
    total=Reckoning.SUM,
    bands=(
        ScaleBand("severe", Text("kurang berfungsi berat", "severe dysfunction"), 0),
        ScaleBand("moderate", Text("kurang berfungsi sedang", "moderate dysfunction"), 4),
        ScaleBand("good", Text("berfungsi baik", "good function"), 7),
    ),
)
