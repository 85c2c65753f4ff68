"""Somebody who may be registered elsewhere too: the routing asks as the door asks, and tells as little."""

import datetime as dt

import pytest

from clients.duplicates import Sought
from clients.services.reading import NATIONAL_LOOKS_PER_HOUR, look_elsewhere
from common.enums import ReadAction
from common.models import ReadLog
from screening.services.endings import finish_screening
from screening.services.facts import facts_of_register
from tests import people
from tests.clients.factories import CaseFactory, ClientFactory
from tests.screening.factories import AT, ScreeningFactory


pytestmark = pytest.mark.django_db
RIAN = {"name": "Rian Saputra", "birth_date": dt.date(2000, 3, 15)}
WORDS = "Klien mungkin terdaftar dua kali. Pastikan identitasnya sebelum memutuskan."


def case_at(worker, **changes):
    client = ClientFactory(**(RIAN | changes), registered_by=worker)
    return CaseFactory(client=client, screening=True)


def may_be_here_twice(case):
    return facts_of_register(case, people.ani(), AT.date())["possible_duplicate"]


def test_the_same_name_and_birth_date_at_another_house_may_be_one_person():
    case_at(people.citra(), name="RIAN SAPUTRA")

    assert may_be_here_twice(case_at(people.ani())) is True


def test_a_colleagues_client_may_be_the_same_person():
    case_at(people.budi())

    assert may_be_here_twice(case_at(people.ani())) is True


@pytest.mark.parametrize("other", [{"name": "Rian Hidayat"}, {"birth_date": dt.date(1996, 7, 15)}])
def test_who_is_merely_alike_elsewhere_is_another_person(other):
    case_at(people.citra(), **other)

    assert may_be_here_twice(case_at(people.ani())) is False


def test_nobody_is_their_own_duplicate():
    assert may_be_here_twice(case_at(people.ani())) is False


def test_the_question_stands_in_the_read_log_with_whom_it_matched():
    other = case_at(people.citra()).client

    may_be_here_twice(case_at(people.ani()))

    row = ReadLog.objects.get(action=ReadAction.MATCH)
    assert (row.user, row.client_ids) == (people.ani(), [other.pk])


def test_where_nobody_is_found_nothing_is_written_down():
    may_be_here_twice(case_at(people.ani()))

    assert not ReadLog.objects.exists()


def test_whoever_has_asked_the_country_often_is_told_nothing():
    case_at(people.citra())
    for _ in range(NATIONAL_LOOKS_PER_HOUR):
        look_elsewhere(sought=Sought("X", AT.date()), actor=people.ani())

    assert may_be_here_twice(case_at(people.ani())) is None


def test_the_proposal_says_that_it_may_be_one_person_and_neither_who_nor_where():
    other = case_at(people.citra()).client
    draft = ScreeningFactory(answered=True, case=case_at(people.ani()))

    screening = finish_screening(screening=draft, actor=people.ani(), at=AT)

    told = str(screening.proposal)
    assert WORDS in told
    assert other.registration_number not in told
    assert other.institution.name not in told
