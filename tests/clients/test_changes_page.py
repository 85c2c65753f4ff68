"""The history of changes on a client's file: who, when, which field, from what to what."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from care.enums import PlacementStatus
from care.event_kinds import CareEvent
from clients.models import Case
from clients.transitions import tell
from tests import people
from tests.care.factories import FollowUpFactory, PlacementFactory
from tests.clients.factories import CaseFactory, ClientFactory, ConsentFactory, FamilyContactFactory
from tests.common.test_trail import act_as
from tests.screening.factories import finished


pytestmark = pytest.mark.django_db


def page_of(client, case, person=people.budi, **parameters) -> str:
    client.force_login(person())
    answer = client.get(reverse("clients:changes", args=[case.client_id]), parameters)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


@pytest.fixture
def case():
    return CaseFactory(client=ClientFactory(name="Rian", occupation="Sopir"))


def test_a_change_shows_its_author_and_both_values(client, case):
    act_as(people.ani().pk)
    case.client.occupation = "Pedagang"
    case.client.save()

    page = page_of(client, case)

    assert "Pekerjaan: Sopir → Pedagang" in page
    assert "Ani Lestari" in page


def test_choices_dates_and_institutions_are_said_in_words(client, case):
    case.risk = "high"
    case.next_due_on = date(2026, 11, 3)
    case.care_institution = people.kenanga()
    case.save()

    page = page_of(client, case)

    assert "Risiko: kosong → " + case.get_risk_display() in page
    assert "→ 3 Nov 2026" in page
    assert "Lembaga pelayanan: kosong → Sentra Kenanga" in page


@pytest.mark.parametrize(
    ("field", "value", "label"),
    [
        ("nik", "3271011503000099", "NIK"),
        ("phone", "081200001111", "Telepon"),
        ("address", "Jalan Rahasia 9", "Alamat"),
    ],
)
def test_protected_values_show_only_that_they_changed(client, field, value, label):
    case = CaseFactory(client=ClientFactory(with_nik=True))
    setattr(case.client, field, value)
    case.client.save()

    page = page_of(client, case)

    assert f"{label}: diubah" in page
    assert value not in page


def test_notes_and_answers_show_only_that_they_are_there(client):
    case = finished().case
    PlacementFactory(case=case, request_note="Rahasia dari sesi", status=PlacementStatus.WITHDRAWN)

    page = page_of(client, case)

    assert "Rahasia dari sesi" not in page
    assert "Jawaban: ada, tidak ditampilkan" in page


def test_an_event_is_read_from_its_facts_in_the_readers_language(client, case):
    facts = {"place": "Sentra Kenanga", "start": "2026-06-02", "end": "2026-10-02"}
    tell(case, CareEvent.SERVICE_STARTED, actor=people.ani(), at=timezone.now(), **facts)
    User.objects.filter(pk=people.budi().pk).update(language="en")

    page = page_of(client, case)

    assert "Service started at Sentra Kenanga" in page


def test_everything_below_the_client_is_listed(client):
    case = finished().case
    FamilyContactFactory(client=case.client)
    ConsentFactory(client=case.client)
    FollowUpFactory(case=case)
    case.supporters.add(people.budi())

    page = page_of(client, case)

    for table in (
        "Klien",
        "Kasus",
        "Skrining",
        "Kontak keluarga",
        "Persetujuan",
        "Tindak lanjut",
        "Pendamping kasus",
    ):
        assert f"<span>{table}<span" in page, table


def test_changes_of_another_client_are_not_listed(client, case):
    ClientFactory(name="Orang lain")

    assert "Orang lain" not in page_of(client, case)


def test_a_deleted_contact_keeps_its_changes(client, case):
    FamilyContactFactory(client=case.client, name="Aminah").delete()

    page = page_of(client, case)

    assert "dihapus" in page
    assert "Hubungan: Ibu" in page
    assert "Aminah" not in page  # the name of a relative is sealed


def test_cases_that_the_reader_may_not_see_stay_out(client, case):
    """A worker leads the new case; the old one was somebody else's."""
    Case.objects.filter(pk=case.pk).update(
        is_current=False,
        status="closed",
        closed_on=date(2026, 7, 1),
        close_reason="withdrew",
        next_step="",
        next_due_on=None,
        lead_worker=people.budi(),
        opened_on=date(2019, 5, 1),
    )
    CaseFactory(client=case.client, lead_worker=people.ani(), opened_on=date(2020, 6, 1))

    page = page_of(client, case, people.ani)

    assert "1 Jun 2020" in page
    assert "1 Mei 2019" not in page


def test_the_older_changes_come_on_the_next_page(client, case):
    for number in range(30):
        case.client.occupation = f"Pekerjaan {number}."
        case.client.save()
    first = page_of(client, case)
    address = first.split('rel="next" href="?sebelum=')[1].split('"')[0].replace("%3A", ":")

    older = page_of(client, case, sebelum=address)

    assert "→ Pekerjaan 29." in first
    assert "→ Pekerjaan 5." in first
    assert "→ Pekerjaan 4." in older
    assert "→ Pekerjaan 5." not in older


@pytest.mark.parametrize("before", ["x", "clients.Case:", "clients.Case:x", "a\x00:1"])
def test_an_address_that_no_page_gave_is_not_found(client, case, before):
    client.force_login(people.budi())

    answer = client.get(reverse("clients:changes", args=[case.client_id]), {"sebelum": before})

    assert answer.status_code == 404


@pytest.mark.parametrize(
    ("person", "status"),
    [
        (people.budi, 200),
        (people.ani, 200),
        (people.gita, 200),
        (people.citra, 404),
        (people.fitri, 404),
    ],
)
def test_it_is_for_those_who_may_see_the_access_log(client, case, person, status):
    client.force_login(person())

    assert client.get(reverse("clients:changes", args=[case.client_id])).status_code == status


def test_a_helper_gets_neither_page_nor_tab(client, case):
    case.supporters.add(people.ani())
    Case.objects.update(lead_worker=people.budi())
    client.force_login(people.ani())
    url = reverse("clients:changes", args=[case.client_id])

    assert client.get(url).status_code == 403
    assert url not in client.get(reverse("clients:file", args=[case.client_id])).content.decode()


def test_many_changes_take_no_more_questions_than_few(client, case, django_assert_max_num_queries):
    FamilyContactFactory.create_batch(12, client=case.client)
    page_of(client, case)
    url = reverse("clients:changes", args=[case.client_id])

    with django_assert_max_num_queries(16):
        client.get(url)
