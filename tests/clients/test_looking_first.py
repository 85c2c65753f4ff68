"""Duplicates are found before a client is written down, and nothing is told of those one may not see."""

from datetime import date

import pytest

from clients.duplicates import alike
from clients.selectors import possible_duplicates
from clients.services.reading import Elsewhere, look_elsewhere
from common.enums import ReadAction
from common.models import ReadLog
from tests import people
from tests.clients.factories import CaseFactory, ClientFactory


pytestmark = pytest.mark.django_db

NIK = "3271011503000004"
RIAN = {"name": "Rian Saputra", "birth_date": date(2000, 3, 15), "nik": ""}


def client_of(worker, **facts):
    client = ClientFactory(**({"name": "Rian Saputra"} | facts), registered_by=worker)
    CaseFactory(client=client)
    return client


def elsewhere(**changes) -> Elsewhere:
    return look_elsewhere(**(RIAN | changes), actor=people.ani())


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Rian Saputra", "rian  saputra", True),
        ("Siti Aminah", "SITIAMINAH", True),
        ("Muhammad Hidayat", "Muhamad Hidayat", True),
        ("Rian Saputra", "Ryan Saputra", True),
        ("Rian Saputra", "Dewi Anggraini", False),
        ("Budi", "Budiman Santoso", False),
    ],
)
def test_names_may_be_alike(one, other, expected):
    assert alike(one, other) is expected


@pytest.mark.parametrize("name", ["RIAN SAPUTRA", "Rian  Saputra", "Riyan Saputra"])
def test_a_like_name_on_the_same_birth_date_is_a_possible_duplicate(name):
    client = client_of(people.ani())

    assert possible_duplicates(people.ani(), **(RIAN | {"name": name})) == [client]


def test_the_same_nik_is_a_possible_duplicate_under_any_name():
    client = client_of(people.ani(), name="Lain", nik=NIK, nik_missing_reason="")

    found = possible_duplicates(
        people.ani(), **(RIAN | {"nik": NIK, "birth_date": date(1990, 1, 1)})
    )

    assert found == [client]


def test_the_same_name_on_another_birth_date_is_another_person():
    client_of(people.ani(), birth_date=date(1999, 3, 15))

    assert possible_duplicates(people.ani(), **RIAN) == []


def test_a_possible_duplicate_tells_how_its_newest_case_stands():
    client = client_of(people.ani())
    client.cases.update(
        is_current=False, status="closed", closed_on=date(2026, 1, 1), close_reason="lost"
    )
    CaseFactory(client=client, screening=True)

    (found,) = possible_duplicates(people.ani(), **RIAN)

    assert found.status == "screening"


def test_another_institutions_client_is_no_visible_duplicate():
    client_of(people.citra())

    assert possible_duplicates(people.ani(), **RIAN) == []


def test_a_match_elsewhere_answers_with_a_reference_and_nothing_else():
    client_of(people.citra())

    answer = elsewhere()

    assert answer == Elsewhere(reference=ReadLog.objects.get().pk)


def test_a_match_elsewhere_is_logged_with_whom_it_matched():
    client = client_of(people.citra())

    elsewhere()

    log = ReadLog.objects.get()
    assert (log.action, log.user, log.client_ids) == (ReadAction.MATCH, people.ani(), [client.pk])


def test_an_exact_nik_elsewhere_is_a_match_under_any_name():
    client_of(people.citra(), name="Lain", nik=NIK, nik_missing_reason="")

    assert elsewhere(nik=NIK).reference


def test_a_merely_similar_name_elsewhere_is_no_match():
    client_of(people.citra(), name="Riyan Saputra")

    assert elsewhere() == Elsewhere()


def test_nobody_elsewhere_answers_nothing():
    assert elsewhere() == Elsewhere()


def test_ones_own_client_is_not_reported_as_elsewhere():
    client_of(people.ani())

    assert elsewhere() == Elsewhere()


def test_a_colleagues_client_is_told_as_such():
    client_of(people.budi())

    assert elsewhere() == Elsewhere(at_own_institution=True)


def test_the_country_is_asked_ten_times_an_hour():
    client_of(people.citra())
    for _ in range(10):
        elsewhere()

    assert elsewhere() == Elsewhere(was_asked=False)
    assert ReadLog.objects.count() == 10


def test_anothers_questions_do_not_count():
    for _ in range(10):
        look_elsewhere(**RIAN, actor=people.budi())

    assert elsewhere().was_asked
