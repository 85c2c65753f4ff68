"""An assessment begun on a phone, gone on with at a desk, submitted, and signed by somebody else."""

import pytest
from django.urls import reverse

from clients.models import ConsentText
from screening.models import Assessment
from tests import people
from tests.browser.visitor import Visitor
from tests.clients.factories import OPENED
from tests.screening.assessment_factories import screened_case


pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SECTIONS = 20  # more than there are


def test_it_is_left_in_the_middle_and_finished_on_another_device(visit):
    ConsentText.objects.get_or_create(version="uji", defaults={"body": "…", "published_on": OPENED})
    case = screened_case()
    phone = visit(people.ani(), 360)
    phone.go(reverse("screening:client", args=[case.client_id]))
    phone.press("Mulai asesmen")
    phone.pick("Asesmen awal")
    phone.press("Mulai asesmen")
    phone.press("Biologis dan kesehatan")
    phone.pick("Kurang baik")
    phone.page.get_by_role("textbox").fill("Batuk sejak dua bulan.")
    phone.sees("Tersimpan")
    wait_for_words("Batuk sejak dua bulan.", phone)

    desk = visit(people.ani(), 1280)
    desk.go(reverse("screening:assessment", args=[Assessment.objects.get().pk]))
    desk.sees("Sebagian")
    desk.press("Biologis dan kesehatan")
    assert desk.page.get_by_role("textbox").input_value() == "Batuk sejak dua bulan."
    answer_everything(desk)
    desk.sees("Periksa jawaban")
    desk.press("Ajukan untuk disahkan")
    desk.sees("menunggu pengesahan")

    supervisor = visit(people.budi(), 360)
    supervisor.go(reverse("screening:assessment_sign", args=[Assessment.objects.get().pk]))
    supervisor.sees("Batuk sejak dua bulan.")
    supervisor.press("Sahkan")
    supervisor.sees("Asesmen disahkan")

    assert Assessment.objects.get().is_signed


def wait_for_words(text: str, visitor: Visitor) -> None:
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
        for group in visitor.page.locator("fieldset.field").all():
            if not group.locator("input:checked").count():
                calm = group.locator("label.choice", has_text="Tidak")
                (calm if calm.count() else group.locator("label.choice")).first.click()
        for box in visitor.page.locator("main input[type=number]").all():
            box.fill("4")
        for box in visitor.page.locator("main textarea").all():
            if not box.input_value():
                box.fill("Klien bercerita dengan tenang.")
        visitor.press("Simpan dan lanjutkan")
