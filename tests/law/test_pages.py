"""The tab of the legal register as people use it."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from clients.enums import LegalStatus
from clients.models import Case
from law.models import Order
from tests import people
from tests.clients.factories import CaseFactory, ShareFactory
from tests.files.samples import pdf
from tests.law.factories import OrderFactory, StageFactory, with_paper
from tests.law.routes import ORDER


pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


def address(name, *args):
    return reverse(f"law:{name}", args=args)


def test_the_register_says_what_was_answered_at_the_door(signed_in):
    case = CaseFactory(legal_status=LegalStatus.DIVERSION)

    page = signed_in(people.ani()).get(address("register", case.client_id))

    assert "Diversi" in page.content.decode()
    assert "menurut penerimaan" in page.content.decode()


def test_a_worker_writes_an_order_down_with_its_paper(signed_in, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    case = CaseFactory()
    paper = SimpleUploadedFile("putusan.pdf", pdf(), "application/pdf")
    url = address("order_new", case.client_id)

    answer = signed_in(people.ani()).post(url, {**ORDER, "paper": paper})

    assert answer.url == address("register", case.client_id)
    assert Order.objects.get().file.is_sealed


def test_an_order_with_a_slip_is_shown_again_with_all_that_was_typed(signed_in):
    url = address("order_new", CaseFactory().client_id)

    answer = signed_in(people.ani()).post(url, {**ORDER, "begins_on": ""})

    assert answer.status_code == 422
    assert "Isi tanggal mulai" in answer.content.decode()
    assert "PN Bogor" in answer.content.decode()


def test_the_page_tells_how_long_an_order_still_runs(signed_in):
    order = OrderFactory(ends_on=TODAY + dt.timedelta(days=9), begins_on=TODAY)

    page = signed_in(people.ani()).get(address("register", order.case.client_id))

    assert "9 hari lagi" in page.content.decode()


def test_a_new_stage_is_the_status_on_the_profile(signed_in):
    case = CaseFactory()
    body = {"legal_status": "police", "since": TODAY.isoformat()}

    signed_in(people.ani()).post(address("stage_new", case.client_id), body)

    assert Case.objects.get().legal_status == LegalStatus.POLICE


def test_two_who_mend_the_same_stage_are_shown_both_sides(signed_in):
    stage = StageFactory()
    body = {"legal_status": "court", "since": stage.since.isoformat(), "version": "0"}

    answer = signed_in(people.ani()).post(address("stage_edit", stage.pk), body)

    assert answer.status_code == 409


def test_an_ipwl_that_serves_the_person_does_not_read_the_register(signed_in):
    case = StageFactory().case
    ShareFactory(client=case.client, institution=people.harapan())
    ipwl = signed_in(people.dewi())

    page = ipwl.get(reverse("clients:file", args=[case.client_id]))

    assert address("register", case.client_id) not in page.content.decode()
    assert ipwl.get(address("register", case.client_id)).status_code == 403


def test_the_paper_is_handed_over_as_a_file(signed_in, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    order = with_paper(OrderFactory())

    answer = signed_in(people.ani()).get(address("order_paper", order.pk))

    assert answer["Content-Disposition"] == f'attachment; filename="surat-{order.pk}.pdf"'
