"""An assessment begun on a phone, gone on with at a desk, submitted, and signed by somebody else."""

import pytest
from django.urls import reverse

from clients.models import Case, ConsentText
from screening.models import Assessment
from tests import people
from tests.browser.visitor import Visitor
from tests.clients.factories import OPENED
from tests.screening.assessment_factories import screened_case


pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WORDS = "Batuk sejak dua bulan."
SECTIONS = 20  # more than there are


@pytest.fixture
def case():
    ConsentText.objects.get_or_create(version="uji", defaults={"body": "…", "published_on": OPENED})
    return screened_case()


def test_it_is_left_in_the_middle_finished_on_another_device_and_signed(visit, case):
    begin_on(visit(people.ani(), 360), case)
    finish_on(visit(people.ani(), 1280))
    sign_on(visit(people.budi(), 360))

    assert Assessment.objects.get().is_signed


def begin_on(phone: Visitor, case: Case) -> None:
    """And leave it: nobody presses a button after the last words."""
    phone.go(reverse("screening:client", args=[case.client_id]))
    phone.press("Mulai asesmen")
    phone.pick("Asesmen awal")
    phone.press("Mulai asesmen")
    phone.press("Biologis dan kesehatan")
    phone.pick("Kurang baik")
    phone.page.get_by_role("textbox").fill(WORDS)
    wait_for(WORDS, phone)


def finish_on(desk: Visitor) -> None:
    desk.go(reverse("screening:assessment", args=[Assessment.objects.get().pk]))
    desk.sees("Sebagian")
    desk.press("Biologis dan kesehatan")
    assert desk.page.get_by_role("textbox").input_value() == WORDS
    answer_everything(desk)
    desk.press("Ajukan untuk disahkan")
    desk.sees("menunggu pengesahan")


def sign_on(phone: Visitor) -> None:
    phone.go(reverse("screening:assessment_sign", args=[Assessment.objects.get().pk]))
    phone.sees(WORDS)
    phone.press("Sahkan")
    phone.sees("Asesmen disahkan")


def wait_for(text: str, visitor: Visitor) -> None:
    """The page saves itself two seconds after a change."""
    part = Assessment.objects.get().parts
    for _time in range(50):
        if part.exists() and text in part.get().words:
            return
        visitor.page.wait_for_timeout(200)
    raise AssertionError(text)


def answer_everything(visitor: Visitor) -> None:
    for _section in range(SECTIONS):
        if visitor.page.get_by_role("button", name="Ajukan untuk disahkan").count():
            return
        visitor.pick_each(lambda _question: ("Tidak", ""))
        for box in visitor.page.locator("main input[type=number]").all():
            box.fill("4")
        for box in visitor.page.locator("main textarea").all():
            if not box.input_value():
                box.fill("Klien bercerita dengan tenang.")
        visitor.press("Simpan dan lanjutkan")
