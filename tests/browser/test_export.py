"""A list is taken out at a desk and on a phone, made by a real worker, downloaded, and read back."""

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from tests import people
from tests.clients.factories import CaseFactory, ClientFactory
from tests.exports.factories import ExportFactory
from tests.reports.factories import ReportFactory


pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("width", [360, pytest.param(1280, marks=pytest.mark.slow)])
def test_a_list_is_asked_for_watched_and_taken_along(width, visit, worker, tmp_path):
    for name in ("Rian Saputra", "Sari Dewi"):
        CaseFactory(client=ClientFactory(name=name))
    ani = visit(people.ani(), width)

    ani.go(reverse("clients:list"))
    ani.press("Ekspor daftar ini")
    ani.pick("Pemantauan dan evaluasi")
    ani.fill("Penjelasan singkat", "Rapat evaluasi bulanan.")
    ani.press("Buat berkas")
    ani.sees("Berkas selesai dibuat.")
    with ani.page.expect_download() as taken:
        ani.page.get_by_role("link", name="Unduh berkas").click()
    taken.value.save_as(tmp_path / "daftar.xlsx")
    ani.go(reverse("exports:list"))
    ani.sees("Dapat diunduh")

    sheet = load_workbook(tmp_path / "daftar.xlsx").worksheets[0]
    assert {row[1].value for row in sheet.iter_rows(min_row=2)} == {"Rian Saputra", "Sari Dewi"}


@pytest.mark.parametrize("width", [360, pytest.param(1280, marks=pytest.mark.slow)])
def test_a_second_person_agrees_to_many(width, visit):
    ExportFactory(waiting=True)
    hadi = visit(people.hadi(), width)

    hadi.go(reverse("exports:list"))
    hadi.press("Klien", exact=False)
    hadi.pick("Setujui")
    hadi.press("Simpan keputusan")
    hadi.sees("Keputusan atas ekspor disimpan.")


@pytest.mark.parametrize("width", [360, pytest.param(1280, marks=pytest.mark.slow)])
def test_the_ministry_reads_figures_with_the_small_ones_hidden(width, visit):
    report = ReportFactory(institution=people.melati())
    for _person in range(6):
        CaseFactory()
    fitri = visit(people.fitri(), width)

    fitri.go("/")
    fitri.go(reverse("reports:report", args=[report.pk]))
    fitri.sees("Kurang dari lima orang")
    fitri.go(reverse("reports:overrides"))
