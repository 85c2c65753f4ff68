"""A plan's service and a meeting with its roll, on a phone; the ladder at a desk: axe, width and policy on every page."""

import pytest
from django.urls import reverse
from django.utils import timezone

from care.enums import Per
from partners.enums import Component
from tests import people
from tests.care.plan_factories import PlanServiceFactory
from tests.clients.factories import CaseFactory


pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
NAMES = ("Rian Saputra", "Tono Wijaya", "Ni Luh Putu Ayu Lestari Handayani")


def in_care(name: str):
    return CaseFactory(in_service=True, client__name=name)


def planned(case) -> None:
    today = timezone.localdate()
    PlanServiceFactory(
        plan__case=case,
        plan__agreed=True,
        component=Component.C4B,
        times=4,
        per=Per.MONTH,
        starts_on=today.replace(day=1),
        ends_on=today,
    )


def write_down_a_session(ani) -> None:
    ani.sees("0 dari 4 kali diberikan")
    ani.press("Catat sesi")
    ani.choose("Layanan dalam rencana", "Terapi psikososial, 4 kali per bulan")
    ani.fill("Ringkasan", "Mengenali pemicu.")
    ani.press("Simpan layanan")
    ani.sees("1 dari 4 kali diberikan")


def found_a_group(ani) -> None:
    ani.press("Buat kelompok")
    ani.fill("Nama kelompok", "Melati Pagi")
    ani.pick("Komunitas terapeutik")
    ani.press("Simpan kelompok")
    for name in NAMES:
        ani.press("Terima anggota")
        ani.page.locator("main").get_by_label("Klien").select_option(index=1)
        ani.fill("Mengapa diterima", f"{name} siap mengikuti aturan.")
        ani.press("Terima sebagai anggota")
    ani.sees("3 anggota")


def call_the_roll(ani) -> None:
    """Once without a topic: what was ticked stays ticked."""
    ani.press("Catat pertemuan")
    ani.pick("Tidak hadir", within="Tono Wijaya")
    ani.press("Simpan pertemuan")
    ani.fill("Topik", "Rencana minggu ini")
    ani.fill("Pukul", "00:00")
    ani.press("Simpan pertemuan")
    ani.sees("2 dari 3")
    ani.press("Rencana minggu ini")
    ani.sees("Tidak hadir")


def raise_a_member(budi) -> None:
    budi.press("Melati Pagi")
    budi.press("Rian Saputra")
    budi.press("Ubah fase atau jenjang")
    budi.choose("Fase", "Primer, tahap muda")
    budi.choose("Jenjang", "Penanaman nilai")
    budi.fill("Bukti", "Hadir setiap pagi.")
    budi.press("Simpan perubahan")
    budi.sees("Penanaman nilai")


def test_a_plans_service_and_a_meeting_with_its_roll_on_a_phone(visit):
    rian, *_others = [in_care(name) for name in NAMES]
    planned(rian)
    file = reverse("care:deliveries", args=[rian.client_id])
    ani = visit(people.ani(), 360)

    ani.go(file)
    write_down_a_session(ani)
    ani.go(reverse("care:groups"))
    found_a_group(ani)
    call_the_roll(ani)
    ani.go(file)
    ani.sees("2 dari 4 kali diberikan")
    ani.sees("Melati Pagi")

    budi = visit(people.budi(), 1280)
    budi.go(reverse("care:groups"))
    raise_a_member(budi)
    budi.go(reverse("care:delivery_log"))
    budi.sees("Terapi psikososial")
