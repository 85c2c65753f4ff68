"""A lighter base than proposed for a high risk: one person asks, another answers and looks again."""

import pytest

from clients.enums import CaseStatus
from clients.models import Case
from screening.models import RoutingDecision
from tests import people
from tests.care.papers import with_assessment
from tests.screening.factories import finished
from tests.screening.routing_factories import REASON, two_apart


pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("width", [360, pytest.param(1280, marks=pytest.mark.slow)])
def test_an_override_waits_for_a_leader_and_is_looked_at_again(visit, width):
    screening = finished()
    case = with_assessment(screening.case)
    ani, budi = visit(people.ani(), width), visit(people.budi(), width)

    ani.go(f"/skrining/kasus/{case.pk}/keputusan/")
    ani.sees("Ketiga basis ditimbang")
    ani.pick("LKS/IPWL", within="Basis layanan yang diputuskan")
    ani.press("Simpan keputusan")
    ani.sees("Pilih alasan mengapa keputusan berbeda")
    ani.choose("Alasan berbeda dari usulan", "Pengasuhan anak")
    ani.fill("Penjelasan", REASON)
    ani.press("Simpan keputusan")
    ani.sees("Menunggu persetujuan")

    budi.go("/")
    budi.press(case.client.registration_number, exact=False)
    budi.sees(REASON)
    budi.pick("Setujui", within="Jawaban Anda")
    budi.press("Kirim jawaban")
    budi.sees("Disetujui oleh")
    assert Case.objects.get().status == CaseStatus.PLACEMENT

    budi.go(f"/skrining/kasus/{case.pk}/tinjauan/")
    budi.pick("Keputusan tetap berlaku")
    budi.fill("Catatan tinjauan", "Klien hadir setiap minggu.")
    budi.press("Simpan tinjauan")
    assert RoutingDecision.objects.get().review_outcome == "keep"


def test_two_classes_apart_another_colleague_judges_first(visit):
    screening = two_apart()
    ani, budi = visit(people.ani(), 360), visit(people.budi(), 1280)

    ani.go(f"/skrining/kasus/{screening.case_id}/keputusan/")
    ani.sees("Penilaian kedua diperlukan")

    budi.go(f"/skrining/kasus/{screening.case_id}/keputusan/")
    budi.press("Catat penilaian kedua")
    budi.pick("Risiko tinggi")
    budi.fill("Pertimbangan Anda", "Klien tampak lebih berat daripada jawabannya.")
    budi.press("Simpan penilaian")
    budi.pick("sesuai usulan")
    budi.press("Simpan keputusan")

    assert Case.objects.get().status == CaseStatus.PLACEMENT
