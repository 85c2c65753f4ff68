"""A month told to the ministry from a phone, answered at a desk: axe, width and policy on every page."""

import pytest
from django.urls import reverse

from tests import people
from tests.reports.factories import SubmissionFactory


pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_month_is_told_on_a_phone_and_answered_at_a_desk(visit):
    row = SubmissionFactory()
    page = reverse("reports:submission", args=[row.pk])
    dewi = visit(people.dewi(), 360)

    dewi.go(reverse("reports:submissions"))
    dewi.go(page)
    dewi.press("Tambah kegiatan")
    dewi.choose("Jenis kegiatan", "Kunjungan rumah")
    dewi.pick("Rawat jalan")
    dewi.press("Tambahkan")
    dewi.press("Kirim")
    dewi.press("Kirim")
    dewi.sees("Menunggu jawaban")

    fitri = visit(people.fitri(), 1280)
    fitri.go("/")
    fitri.press("Buka Menunggu jawaban")
    fitri.go(page)
    fitri.press("Kembalikan")
    fitri.fill("Apa yang perlu diperbaiki", "Lengkapi nomor bukti.")
    fitri.press("Kembalikan")
    fitri.sees("Lengkapi nomor bukti.")
