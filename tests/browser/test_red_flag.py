"""A sign of danger, from the interview to the clinician's word, and the interview going on with its answers."""

import pytest

from clients.enums import CaseStatus
from clients.models import Case
from screening.models import Screening
from tests import people
from tests.clients.factories import FamilyContactFactory
from tests.screening.factories import NO_DANGER, ScreeningFactory


pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("width", [360, pytest.param(1280, marks=pytest.mark.slow)])
def test_a_red_flag_is_referred_heard_of_and_the_interview_goes_on(visit, width):
    screening = ScreeningFactory(red_flags={**NO_DANGER, "tuberculosis": True})
    case = screening.case
    FamilyContactFactory(client=case.client, name="Aminah", phone="081234567890")
    ani = visit(people.ani(), width)

    ani.go(f"/skrining/{screening.pk}/rujuk/")
    ani.sees("Beri masker")
    ani.sees("Aminah")
    ani.fill("Siapa yang mendampingi?", "Ibu Aminah")
    ani.press("Rujuk sekarang")
    ani.sees("Menunggu hasil")
    assert Case.objects.get().status == CaseStatus.MEDICAL_FIRST

    ani.press("Catat hasilnya")
    ani.press("Simpan hasil")
    ani.sees("Pilih satu hasil")
    ani.pick("Pengobatan berjalan")
    ani.fill("Tenaga kesehatan yang menyatakannya", "dr. Sinta")
    ani.fill("Di mana?", "Puskesmas Melati")
    ani.press("Simpan hasil")
    ani.sees("Pengobatan berjalan")

    ani.press("Lanjutkan skrining")
    ani.sees("Zat yang pernah dipakai")
    assert Screening.objects.get().red_flags["tuberculosis"] is True
    assert Case.objects.get().status == CaseStatus.SCREENING
