"""A call at month 1 on a telephone: reached, asked theme by theme, and the change drawn on the file."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from care.aftercare_enums import OutcomePoint
from care.models import OutcomeInterview
from clients.models import ConsentText
from tests import people
from tests.browser.visitor import Visitor
from tests.care.factories import plan_aftercare
from tests.care.outcome_factories import BEFORE, finished
from tests.clients.factories import OPENED, CaseFactory


pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FOUR_WEEKS = timedelta(weeks=4)
THEMES = 7


@pytest.fixture
def call():
    ConsentText.objects.get_or_create(version="uji", defaults={"body": "…", "published_on": OPENED})
    ended = timezone.localdate() - FOUR_WEEKS
    case = CaseFactory(in_aftercare=True, service_ended_on=ended)
    finished(case, OutcomePoint.START, ended, **BEFORE)
    return plan_aftercare(case, ended_on=ended)[2]


def test_who_is_reached_is_asked_and_the_change_is_drawn(visit, call):
    phone = visit(people.ani(), 360)
    phone.go(reverse("care:follow_up", args=[call.pk]))
    phone.pick("Telepon")
    phone.pick("Terhubung, keadaan baik")
    phone.press("Simpan kontak")
    phone.press("Mulai wawancara")
    phone.press("Pemakaian zat")
    answer_everything(phone)
    phone.press("Selesaikan")

    phone.sees("Perubahan sejak awal")
    phone.sees("Membaik")
    assert not OutcomeInterview.objects.get(point=OutcomePoint.W4).is_draft


def answer_everything(phone: Visitor) -> None:
    for _theme in range(THEMES):
        phone.pick_each(lambda _question: ("Tidak", ""))
        for box in phone.page.locator("main input[type=number]").all():
            box.fill("2")
        phone.press("Simpan dan lanjutkan")
