"""One person's way from the door to after-care and into the ministry's monthly PDF, with real clicks."""

import io
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db.models import F
from django.utils import timezone
from pypdf import PdfReader

from care.models import FollowUp, Placement
from clients.models import Case, ConsentText
from tests import people
from tests.browser.interview import answer_with_high_amphetamine


pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def country(transactional_db):
    """The regions, the first consent text and everybody of tests/people.py."""
    call_command("load_regions", verbosity=0)
    ConsentText.objects.get_or_create(
        version="2026.1", defaults={"body": "Saya setuju.", "published_on": "2026-01-01"}
    )
    for person in (people.ani, people.budi, people.eko, people.fitri):
        person()


@pytest.mark.parametrize("widths", [(360, 1280), pytest.param((1280,), marks=pytest.mark.slow)])
def test_from_the_door_to_the_monthly_report(country, worker, meet, visit, widths):
    ani = meet(*widths)
    ani.sign_in(people.ani())
    register(ani)
    case = Case.objects.get()

    ani.press("Mulai skrining")
    ani.press("Mulai skrining")
    answer_with_high_amphetamine(ani)
    ani.sees("Balai/Sentra")
    decide(ani)

    ask_for_a_place(ani)

    eko = visit(people.eko(), *widths)
    accept(eko, case)
    serve(eko)
    ask_for_the_end(eko)
    agree_to_the_end(visit(people.budi(), *widths), case)

    call(ani, case)
    assert case.client.registration_number in ani.text()

    a_month_passes()
    fitri = visit(people.fitri(), *widths)
    paper = report(fitri)
    assert "Klien baru *" in paper  # one person alone is not told of, nor where they were
    assert "Sentra Kenanga" not in paper
    assert "001/LB/ATENSI-KPN" in paper


def register(ani) -> None:
    ani.press("Klien baru")
    ani.fill("Nama lengkap", "Rian Saputra")
    ani.fill("Tanggal lahir", "2002-05-17")
    ani.press("Cari dan lanjutkan")
    ani.press("Daftarkan klien")
    ani.sees("Periksa kembali isian Anda")
    ani.choose("Alasan NIK tidak ada", "Belum punya KTP")
    ani.pick("Laki-laki", within="Jenis kelamin")
    ani.choose("Kabupaten/kota tempat tinggal", "Kota Bogor")
    ani.fill("Nama kontak", "Sri Wahyuni")
    ani.choose("Hubungan", "Ibu")
    ani.choose("Asal rujukan", "Keluarga")
    ani.choose("Status hukum", "Tidak ada perkara")
    ani.pick("Naskah sudah dibacakan")
    ani.pick("Klien sendiri", within="Diberikan oleh")
    ani.pick("Tertulis", within="Cara")
    ani.fill("Tanggal persetujuan", timezone.localdate().isoformat())
    ani.press("Daftarkan klien")
    ani.sees("KPN-")


def decide(ani) -> None:
    ani.press("Putuskan bersama klien")
    ani.pick("sesuai usulan")
    cannot_wait(ani)
    ani.press("Simpan keputusan")


def cannot_wait(person) -> None:
    """No assessment, no plan: the client came tonight."""
    person.choose("Alasan mendesak", "Klien tidak mempunyai tempat tidur malam ini")
    person.fill("Mengapa tidak dapat menunggu", "Klien datang malam ini dan tidak dapat pulang.")


def ask_for_a_place(ani) -> None:
    ani.press("Ajukan penempatan")
    ani.pick("Sentra Kenanga")
    cannot_wait(ani)
    ani.press("Ajukan penempatan")
    ani.sees("Diajukan")


def accept(eko, case) -> None:
    eko.go("/")
    eko.press(case.client.registration_number, exact=False)
    eko.press("Terima")
    eko.press("Terima penempatan")


def serve(eko) -> None:
    today = timezone.localdate().isoformat()
    eko.press("Mulai layanan")
    eko.fill("Tanggal mulai", today)
    cannot_wait(eko)
    eko.press("Mulai layanan")


def ask_for_the_end(eko) -> None:
    """Nothing but the tasks is in order: each of the rest is left out with a reason."""
    eko.press("Akhiri layanan")
    eko.fill("Tanggal berakhir", timezone.localdate().isoformat())
    eko.pick("Tujuan layanan tercapai")
    eko.fill("Catatan", "Semua tujuan rencana tercapai.")
    eko.press("Lanjut ke syarat terminasi")
    for _item in ("goals", "exit_assessment", "aftercare_plan", "overdose_advice"):
        eko.press("Kecualikan dengan alasan", exact=False)
        eko.fill("Alasan pengecualian", "Klien sudah pulang bersama keluarga.")
        eko.press("Kecualikan")
    eko.press("Ajukan terminasi")
    eko.press("Ajukan terminasi")
    eko.sees("Menunggu persetujuan")


def agree_to_the_end(budi, case) -> None:
    budi.go("/")
    budi.press(case.client.registration_number, exact=False)
    budi.press("Periksa terminasi")
    budi.pick("Setujui")
    budi.press("Simpan keputusan")
    budi.sees("Minggu 1")


def call(ani, case) -> None:
    ani.go(f"/pascalayanan/kasus/{case.pk}/")
    ani.fill("Tanggal kontak", timezone.localdate().isoformat())
    ani.pick("Telepon")
    ani.pick("Terhubung, keadaan baik")
    ani.press("Simpan kontak")


def a_month_passes() -> None:
    """Everything that happened today happened on the first of last month instead."""
    today = timezone.localdate()
    first = (today.replace(day=1) - timedelta(days=1)).replace(day=1)
    back = today - first
    Case.objects.update(
        opened_on=F("opened_on") - back,
        service_started_on=F("service_started_on") - back,
        service_ended_on=F("service_ended_on") - back,
    )
    Placement.objects.update(starts_on=F("starts_on") - back, ends_on=F("ends_on") - back)
    FollowUp.objects.update(
        due_on=F("due_on") - back,
        window_starts_on=F("window_starts_on") - back,
        window_ends_on=F("window_ends_on") - back,
    )
    FollowUp.objects.exclude(closed_on=None).update(closed_on=F("closed_on") - back)


def report(fitri) -> str:
    fitri.go("/")
    fitri.press("Buat laporan")
    fitri.press("Buat laporan")
    fitri.page.get_by_role("link", name="Unduh PDF").wait_for(timeout=60_000)
    fitri.look()
    with fitri.page.expect_download() as download:
        fitri.page.get_by_role("link", name="Unduh PDF").click()
    pages = PdfReader(io.BytesIO(download.value.path().read_bytes())).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)
