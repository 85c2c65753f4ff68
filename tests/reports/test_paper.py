"""The PDF: its text can be read out, its charts have words, and it needs no network."""

from datetime import UTC, datetime
from io import BytesIO

import pytest
from django.utils import translation
from pypdf import PdfReader
from pypdf.generic import IndirectObject
from weasyprint import HTML

from reports.paper import Parts, Refused, paper
from tests import people
from tests.reports.factories import frozen


NUMBER = "014/LB/ATENSI-KPN/X/2026"
MADE_AT = datetime(2026, 11, 1, 3, tzinfo=UTC)


@pytest.fixture(scope="module")
def national():
    return PdfReader(BytesIO(paper(frozen(active=1234), NUMBER, MADE_AT)))


def text_of(document: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in document.pages)


@pytest.mark.parametrize(
    "words",
    [
        "Laporan Bulanan ATENSI KPN – Oktober 2026",
        "Kementerian Sosial Republik Indonesia",
        NUMBER,
        "Klien aktif 1.234",
        "Klien baru 1",
        "Sentra Melati Balai/Sentra 1 2 0",
        "Jawa Barat 2",
        "Terhubung 1",
        "PKS/7/2024 IPWL Harapan 31 Des 2026",
        "Cara menghitung dan cakupan",
        "IPWL Sunyi",
        "1 Nov 2026, 10.00 WIB",
        "Halaman 1 dari",
    ],
)
def test_the_paper_says(national, words):
    assert words in text_of(national)


def test_the_paper_is_tagged_and_for_the_archive(national):
    metadata = national.trailer["/Root"]["/Metadata"].get_data().decode()

    assert national.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert national.trailer["/Root"]["/Lang"] == "id"
    assert 'pdfaid:part="3" pdfaid:conformance="A"' in metadata


def test_the_charts_have_words_for_those_who_do_not_see_them(national):
    assert [words[:20] for words in alternatives_in(national)] == [
        "1.234 klien aktif. B",
        "Mei 2026: 5 baru, 1 ",
    ]


def alternatives_in(document: PdfReader) -> list[str]:
    numbers = range(1, int(document.trailer["/Size"]))
    found = (IndirectObject(number, 0, document).get_object() for number in numbers)
    return [thing["/Alt"] for thing in found if isinstance(thing, dict) and "/Alt" in thing]


@pytest.mark.django_db
def test_an_institutions_paper_names_it_and_leaves_out_the_others_gaps():
    document = PdfReader(BytesIO(paper(frozen(people.melati()), NUMBER, MADE_AT)))

    assert "Kasus yang dikelola Sentra Melati" in text_of(document)
    assert "Lembaga pelayanan tanpa kasus" not in text_of(document)


def test_the_paper_is_indonesian_whoever_asks():
    with translation.override("en"):
        pdf = paper(frozen(), NUMBER, MADE_AT)

    assert "Oktober 2026" in text_of(PdfReader(BytesIO(pdf)))


def test_a_paper_reaches_for_nothing_outside_itself():
    html = '<img src="https://example.org/a.png">'

    with pytest.raises(Refused):
        HTML(string=html, base_url="paper:", url_fetcher=Parts(frozen())).write_pdf()


def test_a_name_with_markup_stays_a_name():
    row = {"id": 1, "name": "LKS <b>Satu</b>", "kind": "lks", "new": 0, "active": 1, "ended": 0}

    pdf = paper(frozen(by_institution=[row]), NUMBER, MADE_AT)

    assert "LKS <b>Satu</b>" in text_of(PdfReader(BytesIO(pdf)))
