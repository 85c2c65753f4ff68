"""Who opened whom (UU 27/2022 art. 31)."""

from datetime import timedelta

import pytest
from django.db.models import F
from django.urls import reverse

from clients.field_rules import Field
from clients.services.reading import log_opening, reveal
from common.enums import ReadAction
from common.models import ReadLog
from tests import people
from tests.clients.factories import CaseFactory, ClientFactory
from tests.guards.append_only import triggers_off


pytestmark = pytest.mark.django_db


@pytest.fixture
def client_row():
    return ClientFactory(with_nik=True)


def openings() -> int:
    return ReadLog.objects.filter(action=ReadAction.OPEN).count()


def test_opening_a_file_is_logged(client_row):
    log_opening(client=client_row, actor=people.ani())

    assert ReadLog.objects.get().client_ids == [client_row.pk]


def test_turning_pages_for_ten_minutes_is_one_opening(client_row):
    log_opening(client=client_row, actor=people.ani())
    log_opening(client=client_row, actor=people.ani())

    assert openings() == 1


def test_coming_back_later_is_another_opening(client_row):
    log_opening(client=client_row, actor=people.ani())
    with triggers_off():
        ReadLog.objects.update(at=F("at") - timedelta(minutes=11))

    log_opening(client=client_row, actor=people.ani())

    assert openings() == 2


def test_each_reader_is_logged(client_row):
    log_opening(client=client_row, actor=people.ani())
    log_opening(client=client_row, actor=people.budi())

    assert openings() == 2


def test_each_file_is_logged(client_row):
    log_opening(client=client_row, actor=people.ani())
    log_opening(client=ClientFactory(), actor=people.ani())

    assert openings() == 2


def test_a_form_about_the_client_reveals_nothing(client, client_row):
    CaseFactory(client=client_row)
    client.force_login(people.ani())

    page = client.get(reverse("clients:edit", args=[client_row.pk])).content.decode()

    assert client_row.nik not in page
    assert not ReadLog.objects.filter(action=ReadAction.REVEAL).exists()


def test_every_look_behind_a_mask_is_logged_with_the_field_and_its_purpose(client_row):
    case = CaseFactory(client=client_row)
    asked = {"case": case, "field": Field.NIK, "purpose": "letter", "actor": people.ani()}

    assert reveal(**asked) == [("NIK", client_row.nik)]
    reveal(**asked)

    rows = ReadLog.objects.filter(action=ReadAction.REVEAL)
    assert [row.purpose for row in rows] == ["NIK: mengisi surat atau rujukan"] * 2


def test_the_sixty_first_look_behind_a_mask_in_an_hour_shows_nothing(client, client_row):
    CaseFactory(client=client_row)
    for _ in range(60):
        ReadLog.objects.create(user=people.ani(), action=ReadAction.REVEAL, client_ids=[1])
    client.force_login(people.ani())

    answer = client.post(
        reverse("clients:reveal", args=[client_row.pk, Field.NIK]), {"purpose": "letter"}
    )

    assert answer.status_code == 422
    assert client_row.nik not in answer.content.decode()
