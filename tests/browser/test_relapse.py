"""A relapse on a phone, from the word of it to the interview of a new episode."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from clients.models import Case
from screening.models import Screening
from tests import people
from tests.care.factories import plan_aftercare
from tests.screening.factories import consenting_case
from tests.screening.review_factories import rescreened


pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_relapse_leads_back_into_care_with_what_was_just_asked(visit):
    today = timezone.localdate()
    case = consenting_case(in_aftercare=True, service_ended_on=today - dt.timedelta(days=20))
    plan_aftercare(case, ended_on=case.service_ended_on)

    ani = visit(people.ani(), 360, 1280)
    ani.go(reverse("care:aftercare", args=[case.client_id]))
    ani.page.locator("main summary", has_text="Lainnya").click()
    ani.press("Catat kekambuhan")
    ani.fill("Apa yang terjadi", "Memakai lagi dua kali.")
    ani.press("Catat kekambuhan")
    ani.sees("Tangani kekambuhan")
    ani.press("Susun rencana aman")
    ani.fill("Tanda yang mendahului", "Sulit tidur.")
    ani.fill("Yang dilakukan bila muncul", "Menelepon kakak.")
    ani.fill("Yang dihubungi", "Kakak, 0812.")
    ani.press("Simpan rencana aman")
    ani.sees("Menunggu langkah sesudahnya")

    held = rescreened(case, "high", at=timezone.now(), reason="relapse")
    ani.press("Masuk layanan kembali")
    ani.fill("Mengapa klien masuk layanan kembali", "Memakai tiap hari.")
    ani.press("Buka kasus baru")

    new = Case.objects.get(is_current=True)
    assert (new.reentry_of, new.reentry_reason) == (case, "relapse")
    assert Screening.objects.get(case=new).answers == held.answers
