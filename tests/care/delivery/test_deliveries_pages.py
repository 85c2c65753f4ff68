"""The tab "Pelaksanaan", its forms and the log of an institution, as people meet them."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from care.delivery import proofs
from care.enums import DeliveryKind, HomeCondition
from care.models import Aid, Delivery
from common.models import ReadLog
from tests import people
from tests.care.delivery_factories import (
    AidFactory,
    AttendanceFactory,
    DeliveryFactory,
    HomeVisitFactory,
    MembershipFactory,
    with_proof,
)
from tests.care.plan_factories import PlanServiceFactory
from tests.clients.factories import CaseFactory


pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def case():
    return CaseFactory(in_service=True)


def tab(case) -> str:
    return reverse("care:deliveries", args=[case.client_id])


def aid(**other) -> dict[str, object]:
    return {
        "component": "C6",
        "held_on": TODAY,
        "worker": people.ani().pk,
        "summary": "Bantuan diserahkan.",
        "item": "Sembako",
        "quantity": "1",
        "unit": "paket",
        "value": "250000",
        "source": "state",
        "handed_to": "Ibu klien",
        **other,
    }


def photo(**options) -> SimpleUploadedFile:
    drawn = BytesIO()
    Image.new("RGB", (40, 30), "navy").save(drawn, "JPEG", **options)
    return SimpleUploadedFile("bukti.jpg", drawn.getvalue())


def test_the_tab_shows_what_was_given(signed_in, case):
    DeliveryFactory(case=case)
    AttendanceFactory(case=case, session__topic="Menghadapi pemicu")

    page = signed_in(people.ani()).get(tab(case)).content.decode()

    assert "Sesi individu" in page
    assert "Menghadapi pemicu" in page


def test_an_empty_tab_says_what_will_stand_there(signed_in, case):
    page = signed_in(people.ani()).get(tab(case)).content.decode()

    assert "Belum ada layanan yang dicatat" in page


def test_the_tab_may_show_one_component(signed_in, case):
    DeliveryFactory(case=case, kind=DeliveryKind.FAMILY, component="K5")
    DeliveryFactory(case=case, component="C4b")

    rows = signed_in(people.ani()).get(tab(case), {"komponen": "K5"}).context["page_obj"]

    assert [row.component for row in rows] == ["K5"]


def test_the_tab_costs_the_same_for_one_service_as_for_25(
    signed_in, case, django_assert_max_num_queries
):
    browser = signed_in(people.ani())
    DeliveryFactory(case=case)
    AttendanceFactory(case=case)
    browser.get(tab(case))
    with django_assert_max_num_queries(40) as asked:
        browser.get(tab(case))
    DeliveryFactory.create_batch(24, case=case)
    AttendanceFactory.create_batch(9, case=case)
    with django_assert_max_num_queries(len(asked)):
        browser.get(tab(case))


def test_this_months_services_stand_beside_what_was_planned(signed_in, case):
    service = PlanServiceFactory(
        plan__case=case, plan__agreed=True, component="C4b", times=8, per="month",
        starts_on=TODAY.replace(day=1), ends_on=TODAY,
    )  # fmt: skip
    DeliveryFactory(case=case, held_on=TODAY, component="K5", plan_service=service)
    DeliveryFactory(case=case, held_on=TODAY, component="C4b")
    AttendanceFactory(case=case, session__held_at=timezone.now(), session__component="C4b")
    DeliveryFactory(case=case, held_on=TODAY, component="C6")

    page = signed_in(people.ani()).get(tab(case)).content.decode()

    assert "3 dari 8 kali diberikan" in page


def test_a_session_is_written_down(signed_in, case):
    body = {
        "kind": "session",
        "component": "C4b",
        "held_on": TODAY,
        "duration": 45,
        "place": "institution",
        "worker": people.ani().pk,
        "summary": "Mengenali pemicu.",
    }

    answer = signed_in(people.ani()).post(reverse("care:deliver_session", args=[case.pk]), body)

    assert answer["Location"] == tab(case)
    assert Delivery.objects.get().duration == 45


def test_what_is_missing_is_said_and_what_was_typed_is_kept(signed_in, case):
    body = aid(item="", unit="lembar")

    answer = signed_in(people.ani()).post(reverse("care:deliver_aid", args=[case.pk]), body)

    assert answer.status_code == 422
    assert 'value="lembar"' in answer.content.decode()


def test_a_photo_keeps_nothing_of_where_and_with_what_it_was_taken(signed_in, case):
    told = Image.Exif()
    told[0x010F] = "Kamera Rahasia"
    body = aid(proof=photo(exif=told))

    signed_in(people.ani()).post(reverse("care:deliver_aid", args=[case.pk]), body)

    kept = proofs.take(Aid.objects.get(), case.client)
    assert kept is not None
    assert b"Kamera Rahasia" not in kept
    assert Image.open(BytesIO(kept)).size == (40, 30)


@pytest.mark.parametrize(
    "content", [b"MZ not a picture", b"<svg onload='x'/>", b"GIF89a", b"\xff\xd8\xff broken"]
)
def test_a_file_that_only_calls_itself_a_photo_is_refused(signed_in, case, content):
    body = aid(proof=SimpleUploadedFile("bukti.jpg", content))

    answer = signed_in(people.ani()).post(reverse("care:deliver_aid", args=[case.pk]), body)

    assert answer.status_code == 422
    assert "bukan PDF, JPEG, atau PNG" in answer.content.decode()


def test_a_file_of_more_than_5_mb_is_refused(signed_in, case):
    large = SimpleUploadedFile("bukti.pdf", b"%PDF-" + bytes(5 * 1024 * 1024))

    answer = signed_in(people.ani()).post(
        reverse("care:deliver_aid", args=[case.pk]), aid(proof=large)
    )

    assert "lebih dari 5 MB" in answer.content.decode()


def test_a_proof_is_handed_over_as_a_file_and_the_look_is_written_down(signed_in, case):
    row = with_proof(AidFactory(delivery__case=case), b"%PDF-1.7 kuitansi")

    answer = signed_in(people.ani()).get(reverse("care:delivery_proof", args=[row.delivery_id]))

    assert answer.content == b"%PDF-1.7 kuitansi"
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith("attachment;")
    assert ReadLog.objects.filter(action="export", client_ids=[case.client_id]).exists()


def test_a_proof_is_nobodys_else(signed_in, case):
    row = with_proof(AidFactory(delivery__case=case))
    url = reverse("care:delivery_proof", args=[row.delivery_id])

    for stranger in (people.citra(), people.dewi(), people.fitri()):
        assert signed_in(stranger).get(url).status_code == 404


def test_what_has_no_proof_has_no_file(signed_in, case):
    row = AidFactory(delivery__case=case)

    url = reverse("care:delivery_proof", args=[row.delivery_id])
    assert signed_in(people.ani()).get(url).status_code == 404


def test_the_words_of_a_session_are_masked_for_the_auditor(signed_in, case):
    row = DeliveryFactory(case=case, summary="Rahasia konseling")
    url = reverse("care:delivery", args=[row.pk])

    assert "Rahasia konseling" in signed_in(people.ani()).get(url).content.decode()
    assert "Rahasia konseling" not in signed_in(people.gita()).get(url).content.decode()


def test_a_visit_tells_how_the_home_is(signed_in, case):
    row = HomeVisitFactory(delivery__case=case, condition=HomeCondition.STRAINED)

    url = reverse("care:delivery", args=[row.delivery_id])
    assert "keluarga perlu bantuan" in signed_in(people.ani()).get(url).content.decode()


def test_the_log_adds_up_what_the_institution_gave_in_the_month(signed_in, case):
    DeliveryFactory(case=case, held_on=TODAY, duration=60)
    AttendanceFactory(
        case=case, session__held_at=timezone.now(), session__duration=90,
        session__group=MembershipFactory(case=case).group,
    )  # fmt: skip
    DeliveryFactory(case=case, held_on=TODAY.replace(year=TODAY.year - 1))
    DeliveryFactory(case__client__registered_by=people.citra(), held_on=TODAY)

    answer = signed_in(people.budi()).get(reverse("care:delivery_log"))

    [line] = answer.context["sums"]
    assert (line.alone, line.sessions, line.came, line.spent) == (1, 1, 1, 150)
    assert len(answer.context["page_obj"]) == 1


def test_the_log_costs_the_same_for_one_row_as_for_25(
    signed_in, case, django_assert_max_num_queries
):
    browser, url = signed_in(people.budi()), reverse("care:delivery_log")
    DeliveryFactory(case=case, held_on=TODAY)
    browser.get(url)
    with django_assert_max_num_queries(20) as asked:
        browser.get(url)
    DeliveryFactory.create_batch(24, held_on=TODAY)
    with django_assert_max_num_queries(len(asked)):
        browser.get(url)
