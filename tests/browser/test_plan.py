"""A plan written on a phone, approved at a desk and agreed by the client: axe, width and policy on every page."""

import pytest
from django.urls import reverse
from django.utils import timezone

from care.models import CaseConference, ServicePlan
from tests import people
from tests.care.factories import PlacementFactory


pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_plan_is_written_on_a_phone_and_approved_at_a_desk(visit):
    case = PlacementFactory(active=True).case
    plan_page = reverse("care:plan", args=[case.client_id])
    people.budi()

    ani = visit(people.ani(), 360)
    ani.go(plan_page)
    write(ani)

    budi = visit(people.budi(), 1280)
    budi.go("/")
    budi.press(case.client.registration_number, exact=False)
    budi.pick("Setujui")
    budi.press("Simpan keputusan")
    budi.sees("Menunggu persetujuan klien")

    ani.go(plan_page)
    agree(ani)
    plan = ServicePlan.objects.get()
    assert plan.is_in_force

    ani.press("Lembar cetak")
    ani.sees("Nama dan tanda tangan")
    ani.go(plan_page)
    review(ani)


def test_a_conference_is_written_down_with_a_decision(visit):
    case = PlacementFactory(active=True).case
    ani = visit(people.ani(), 360)

    ani.go(reverse("care:conferences", args=[case.client_id]))
    ani.press("Catat konferensi")
    ani.fill("Pukul", "00:00")
    ani.fill("Tempat", "Ruang rapat")
    ani.fill("Peserta dan perannya", "Sri Wahyuni, ibu klien")
    ani.fill("Pokok bahasan", "Arah layanan")
    ani.fill("Jalannya pembahasan", "Semua setuju melanjutkan layanan.")
    ani.press("Simpan risalah")
    ani.press("Tambah keputusan")
    ani.fill("Keputusan", "Menghubungi bengkel untuk magang.")
    ani.fill("Paling lambat", timezone.localdate().isoformat())
    ani.press("Simpan keputusan")
    ani.sees("Menghubungi bengkel")
    ani.press("Lembar cetak")

    assert CaseConference.objects.get().decisions.count() == 1


def write(ani) -> None:
    ani.press("Susun rencana layanan")
    ani.fill("Ringkasan", "Pulih dan bekerja kembali.")
    ani.press("Mulai menyusun")
    ani.press("Tambah tujuan")
    ani.choose("Bidang", "Pendidikan dan pekerjaan")
    ani.fill("Tujuan", "Bekerja kembali di bengkel.")
    ani.press("Simpan tujuan")
    ani.press("Tambah layanan untuk tujuan ini", exact=False)
    ani.choose("Layanan", "Pelatihan vokasional")
    ani.fill("Berapa kali", "3")
    ani.press("Simpan layanan")
    ani.sees("3 kali per minggu")
    ani.press("Ajukan rencana")
    ani.press("Ajukan untuk disahkan")
    ani.sees("Menunggu pengesahan")


def agree(ani) -> None:
    ani.press("Catat persetujuan klien")
    ani.pick("Klien sendiri")
    ani.pick("Ditandatangani")
    ani.press("Simpan persetujuan")
    ani.sees("Berlaku")


def review(ani) -> None:
    ani.press("Tinjau rencana")
    ani.pick("Tercapai sebagian")
    ani.fill("Hasil tinjauan", "Maju dengan baik.")
    ani.press("Simpan tinjauan")
    ani.sees("Maju dengan baik.")
