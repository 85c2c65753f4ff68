"""Duplicates are found before a client is written down, and nothing is told of those one may not see."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from clients.duplicates import MOST_COMPARED, Sign, Sought, with_family_phone
from clients.selectors import possible_duplicates
from clients.services.reading import Elsewhere, look_elsewhere
from common.enums import ReadAction
from common.models import ReadLog
from tests import people
from tests.clients.factories import CaseFactory, ClientFactory, FamilyContactFactory


pytestmark = pytest.mark.django_db

NIK = "3271011503000004"
RIAN = {"name": "Rian Saputra", "birth_date": date(2000, 3, 15), "nik": ""}


def client_of(worker, **facts):
    client = ClientFactory(**({"name": "Rian Saputra"} | facts), registered_by=worker)
    CaseFactory(client=client)
    return client


def elsewhere(**changes) -> Elsewhere:
    return look_elsewhere(sought=sought(**changes), actor=people.ani())


def sought(**changes) -> Sought:
    return Sought(**(RIAN | changes))


@pytest.mark.parametrize("name", ["RIAN SAPUTRA", "Rian  Saputra", "Riyan Saputra"])
def test_a_like_name_on_the_same_birth_date_is_a_possible_duplicate(name):
    client = client_of(people.ani())

    assert possible_duplicates(people.ani(), sought(name=name)) == [client]


def test_the_same_nik_is_a_possible_duplicate_under_any_name():
    client = client_of(people.ani(), name="Lain", nik=NIK, nik_missing_reason="")

    found = possible_duplicates(people.ani(), sought(nik=NIK, birth_date=date(1990, 1, 1)))

    assert found == [client]


def test_the_same_name_on_another_birth_date_is_another_person():
    client_of(people.ani(), birth_date=date(1996, 7, 15))

    assert possible_duplicates(people.ani(), sought()) == []


def test_a_possible_duplicate_tells_how_its_newest_case_stands():
    client = client_of(people.ani())
    client.cases.update(
        is_current=False, status="closed", closed_on=date(2026, 1, 1), close_reason="lost"
    )
    CaseFactory(client=client, screening=True)

    (found,) = possible_duplicates(people.ani(), sought())

    assert found.status == "screening"


def test_another_institutions_client_is_no_visible_duplicate():
    client_of(people.citra())

    assert possible_duplicates(people.ani(), sought()) == []


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


def test_a_name_written_otherwise_elsewhere_is_a_match():
    client_of(people.citra(), name="Saputra, Ryan")

    assert elsewhere().reference


def test_another_name_elsewhere_on_the_same_day_is_no_match():
    client_of(people.citra(), name="Rian Hidayat")

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
        look_elsewhere(sought=sought(), actor=people.budi())

    assert elsewhere().was_asked


NUMBER = "0812-3456-7890"


@pytest.mark.parametrize(
    "born",
    [date(2000, 3, 16), date(2000, 3, 14), date(2000, 5, 15), date(2002, 3, 15), date(1999, 1, 1)],
    ids=["a day later", "a day before", "another digit", "another year", "an estimate"],
)
def test_a_birth_date_may_be_nearly_the_same(born):
    client = client_of(people.ani(), birth_date=born)

    assert possible_duplicates(people.ani(), sought()) == [client]


def test_an_estimate_is_compared_by_its_year():
    client = client_of(people.ani(), birth_date=date(1998, 9, 4), birth_date_estimated=True)

    assert possible_duplicates(people.ani(), sought()) == [client]


def test_what_is_asked_for_as_an_estimate_is_compared_by_its_year():
    client = client_of(people.ani(), birth_date=date(2001, 9, 4))

    assert possible_duplicates(people.ani(), sought()) == []
    assert possible_duplicates(people.ani(), sought(birth_date_estimated=True)) == [client]


def test_a_part_of_the_name_needs_the_very_day():
    client_of(people.ani(), birth_date=date(2000, 3, 16))
    same_day = client_of(people.ani())

    assert possible_duplicates(people.ani(), sought(name="Rian")) == [same_day]


@pytest.mark.parametrize("phone", ["+62 812 3456 7890", "0812.3456.7890"])
def test_the_same_telephone_is_a_sign_under_any_name(phone):
    client = client_of(people.ani(), name="Lain", phone=NUMBER)

    (found,) = possible_duplicates(people.ani(), sought(phone=phone))

    assert (found, found.match.signs) == (client, [Sign.PHONE])


def test_a_relatives_telephone_is_a_sign():
    client = client_of(people.ani(), name="Lain")
    FamilyContactFactory(client=client, phone=NUMBER)

    (found,) = possible_duplicates(people.ani(), sought(phone=NUMBER))

    assert (found, found.match.signs) == (client, [Sign.FAMILY_PHONE])


def test_a_relatives_telephone_is_a_sign_elsewhere():
    client = client_of(people.citra(), name="Lain")
    FamilyContactFactory(client=client, phone=NUMBER)

    assert elsewhere(phone=NUMBER).reference


def test_the_surest_stands_first():
    near = client_of(people.ani(), birth_date=date(2000, 3, 16))
    same = client_of(people.ani(), nik=NIK, nik_missing_reason="", birth_date=date(1990, 1, 5))

    assert possible_duplicates(people.ani(), sought(nik=NIK)) == [same, near]


def test_numbers_are_compared_with_nobody_once_questions_are_used_up(client):
    client_of(people.ani(), name="Lain", nik=NIK, nik_missing_reason="")
    client.force_login(people.ani())
    asked = {"name": "Rian Saputra", "birth_date": "2000-03-15", "nik": NIK}
    for _ in range(10):
        assert client.post(reverse("clients:new"), asked, follow=True).context["found"]

    page = client.post(reverse("clients:new"), asked, follow=True)

    assert page.redirect_chain[-1][0] == reverse("clients:intake")


@pytest.mark.parametrize("phone", ["------", "( ) . -", ""])
def test_a_telephone_without_digits_is_nobodys(phone):
    FamilyContactFactory(client=client_of(people.ani(), name="Lain"), phone="")
    FamilyContactFactory(client=client_of(people.citra(), name="Lain"), phone="")
    wanted = sought(phone=phone, name="Togar", birth_date=date(1970, 2, 2))

    assert possible_duplicates(people.ani(), wanted) == []
    assert look_elsewhere(sought=wanted, actor=people.ani()) == Elsewhere()
    assert with_family_phone(phone) == []


def test_once_the_questions_are_used_up_nobody_is_looked_at():
    for _ in range(10):
        elsewhere()

    with CaptureQueriesContext(connection) as asked:
        elsewhere()

    (sent,) = [query["sql"] for query in asked if "keys_index" in query["sql"]]
    *_before, sql = sent.split("; ")
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE) {sql}")
        plan = [line for (line,) in cursor if "clients_client" in line]
    assert plan
    assert all("never executed" in line for line in plan)


def test_of_the_nation_so_many_are_compared_and_the_surest_are_among_them():
    same = client_of(people.citra(), name="Lain", nik=NIK, nik_missing_reason="")
    for _number in range(MOST_COMPARED):
        ClientFactory(name="Rian Saputra", registered_by=people.citra())

    answer = elsewhere(nik=NIK)

    found = ReadLog.objects.get(pk=answer.reference).client_ids
    assert same.pk in found
    assert len(found) == MOST_COMPARED


@pytest.mark.parametrize("name", ["R. S.", "R", "R S", "S. R."])
def test_initials_alone_are_nobodys_name(name):
    client_of(people.ani())
    client_of(people.ani(), name="R")

    assert possible_duplicates(people.ani(), sought(name=name)) == []


def test_an_initial_beside_a_name_is_its_word():
    client = client_of(people.ani())

    assert possible_duplicates(people.ani(), sought(name="Rian S.")) == [client]
