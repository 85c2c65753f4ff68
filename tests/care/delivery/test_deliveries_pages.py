"""The tab "Pelaksanaan", its forms and the log of an institution, as people meet them."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from care.enums import DeliveryKind, HomeCondition
from care.models import Aid, Delivery
from common.models import ReadLog
from files import keeping
from files.inspection.content import LARGEST
from files.models import StoredFile
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
from tests.clients.factories import BreakGlassFactory, CaseFactory, ShareFactory


pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


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


def proof_of(row: Aid) -> str:
    return reverse("care:delivery_proof", args=[row.delivery_id])


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


def test_a_photo_is_kept_without_what_stood_in_it(signed_in, case):
    told = Image.Exif()
    told[0x010F] = "Kamera Rahasia"
    body = aid(proof=photo(exif=told))

    signed_in(people.ani()).post(reverse("care:deliver_aid", args=[case.pk]), body)

    kept = keeping.take(Aid.objects.get().file)
    assert b"Kamera Rahasia" not in kept
    assert Image.open(BytesIO(kept)).size == (40, 30)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"GIF89a", "bukan PDF, JPEG, atau PNG"),
        (b"\xff\xd8\xff broken", "rusak atau tidak dapat dibaca"),
        (b"%PDF-1.7 broken", "rusak atau tidak lengkap"),
        (b"%PDF-" + bytes(LARGEST), "lebih dari 10 MB"),
    ],
)
def test_a_file_that_is_refused_is_told_and_nothing_is_lost(
    signed_in, case, files, content, sentence
):
    body = aid(proof=SimpleUploadedFile("bukti.jpg", content), unit="lembar")

    answer = signed_in(people.ani()).post(reverse("care:deliver_aid", args=[case.pk]), body)

    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert 'value="lembar"' in answer.content.decode()
    assert not any(path.is_file() for path in files.rglob("*"))


def test_what_the_file_was_called_stays_outside(signed_in, case, files):
    body = aid(proof=SimpleUploadedFile("../../Kuitansi Rian.html", photo().read()))

    signed_in(people.ani()).post(reverse("care:deliver_aid", args=[case.pk]), body)

    [path] = [path for path in files.rglob("*") if path.is_file()]
    assert path == files / StoredFile.objects.get().name
    assert "Rian" not in str(path)


def test_a_chosen_proof_is_asked_for_again_when_something_else_is_wrong(signed_in, case):
    url = reverse("care:deliver_aid", args=[case.pk])

    answer = signed_in(people.ani()).post(url, aid(item="", proof=photo()))

    assert "Pilih kembali berkasnya." in answer.content.decode()
    assert not StoredFile.objects.exists()


def test_a_proof_is_handed_over_as_a_file_and_the_look_is_written_down(signed_in, case):
    row = with_proof(AidFactory(delivery__case=case), b"%PDF-1.7 kuitansi")

    answer = signed_in(people.ani()).get(proof_of(row))

    assert answer.content == b"%PDF-1.7 kuitansi"
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == f'attachment; filename="bukti-{row.delivery_id}.pdf"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert ReadLog.objects.filter(action="export", client_ids=[case.client_id]).exists()


def auditor(case):
    return people.gita()


def ministry_in_an_emergency(case):
    BreakGlassFactory(client=case.client, user=people.fitri())
    return people.fitri()


def ipwl_that_serves(case):
    ShareFactory(client=case.client, institution=people.harapan())
    case.supporters.add(people.dewi())
    return people.dewi()


WATCHERS = pytest.mark.parametrize("who", [auditor, ministry_in_an_emergency, ipwl_that_serves])


@WATCHERS
def test_who_sees_a_proof_masked_gets_it_for_a_purpose_alone(signed_in, case, who):
    row = with_proof(AidFactory(delivery__case=case), b"%PDF-1.7 kuitansi")
    browser = signed_in(who(case))

    asked = browser.get(proof_of(row))
    silent = browser.post(proof_of(row), {})
    given = browser.post(proof_of(row), {"purpose": "check"})

    assert (asked.status_code, silent.status_code, given.status_code) == (200, 422, 200)
    assert b"%PDF" not in asked.content + silent.content
    assert given.content == b"%PDF-1.7 kuitansi"
    [look] = ReadLog.objects.filter(action="reveal", client_ids=[case.client_id])
    assert look.purpose.startswith("Bukti dan sertifikat: ")


@WATCHERS
def test_who_sees_a_proof_masked_first_shows_who_they_are(signed_in, case, who, settings):
    row = with_proof(AidFactory(delivery__case=case))
    browser = signed_in(who(case))
    settings.REAUTH_SECONDS = 0

    for answer in (browser.get(proof_of(row)), browser.post(proof_of(row), {"purpose": "check"})):
        assert answer.url.startswith(reverse("account_reauthenticate"))
    assert not ReadLog.objects.filter(action="reveal").exists()


@WATCHERS
def test_the_page_says_that_a_purpose_is_needed(signed_in, case, who):
    row = with_proof(AidFactory(delivery__case=case))

    page = signed_in(who(case)).get(reverse("care:delivery", args=[row.delivery_id]))

    assert "Minta PDF dengan keperluan" in page.content.decode()


def test_a_file_that_was_found_bad_is_given_to_nobody(signed_in, case):
    row = with_proof(AidFactory(delivery__case=case))
    StoredFile.objects.update(status="bad", found="Uji", scanned_at=timezone.now())
    browser = signed_in(people.ani())

    page = browser.get(reverse("care:delivery", args=[row.delivery_id])).content.decode()
    answer = browser.get(proof_of(row))

    assert "program berbahaya" in page
    assert proof_of(row) not in page
    assert answer.status_code == 409
    assert b"%PDF" not in answer.content
    assert not ReadLog.objects.filter(action="export").exists()


def test_without_a_scanner_the_page_says_that_nobody_looked(signed_in, case):
    row = with_proof(AidFactory(delivery__case=case))

    page = signed_in(people.ani()).get(reverse("care:delivery", args=[row.delivery_id]))

    assert "Belum dipindai" in page.content.decode()
    assert proof_of(row) in page.content.decode()


def test_with_a_scanner_nobody_gets_what_it_has_not_seen(signed_in, case, settings):
    settings.CLAMD_URL = "tcp://127.0.0.1:1"
    row = with_proof(AidFactory(delivery__case=case))
    browser = signed_in(people.ani())

    page = browser.get(reverse("care:delivery", args=[row.delivery_id])).content.decode()

    assert "Dapat diunduh setelah dipindai" in page
    assert browser.get(proof_of(row)).status_code == 409


def test_a_proof_is_nobodys_else(signed_in, case):
    row = with_proof(AidFactory(delivery__case=case))
    url = proof_of(row)

    for stranger in (people.citra(), people.dewi(), people.fitri()):
        assert signed_in(stranger).get(url).status_code == 404


def test_what_has_no_proof_has_no_file(signed_in, case):
    row = AidFactory(delivery__case=case)

    assert signed_in(people.ani()).get(proof_of(row)).status_code == 404


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
