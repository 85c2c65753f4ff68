"""Of 2,000 people 400 are written down once more: who is asked for again is found, among few others.

The ways in which the second writing differs stand in `spoiling`, the people in `population`.
"""

from statistics import mean

import pytest
from django.db import transaction

from clients.duplicates import Sought
from clients.filters import CaseFilter
from clients.models import Case
from clients.selectors import possible_duplicates
from tests import people
from tests.clients.factories import CaseFactory, ClientFactory
from tests.clients.naming.population import population
from tests.regions.factories import RegencyFactory


RECALL, SHOWN = 0.97, 5
PERSONS, TWINS = population()
# A list is searched by words that are in the name.
ADDS_WORDS = {"with_the_fathers_name"}


@pytest.fixture(scope="module")
def everybody(django_db_setup, django_db_blocker):
    """All of one institution, each with a case; by place."""
    with django_db_blocker.unblock(), transaction.atomic():
        alike = {"regency": RegencyFactory(), "registered_by": people.ani()}
        clients = [
            ClientFactory(name=one.name, birth_date=one.birth_date, **alike) for one in PERSONS
        ]
        Case.objects.bulk_create(CaseFactory.build(client=one) for one in clients)
        yield [client.pk for client in clients]
        transaction.set_rollback(True)


def told_of_the_misses(found: dict) -> str:
    missed = [
        f"{PERSONS[twin.twin_of].name}, {PERSONS[twin.twin_of].birth_date} <- {twin.name}, {twin.birth_date} {twin.ways}"
        for twin, is_found in found.items()
        if not is_found
    ]
    return "\n".join(missed)


def test_the_door_finds_who_is_registered_already_and_shows_few(everybody):
    head = people.budi()
    found, shown = {}, []
    for twin in TWINS:
        sought = Sought(twin.name, twin.birth_date, birth_date_estimated=twin.estimated)
        rows = [row.pk for row in possible_duplicates(head, sought)]
        found[twin] = everybody[twin.twin_of] in rows
        shown.append(len(rows))

    assert mean(found.values()) >= RECALL, told_of_the_misses(found)
    assert mean(shown) <= SHOWN


def test_the_list_finds_them_by_the_name_alone(everybody):
    cases = Case.objects.visible_to(people.budi())
    found, shown = {}, []
    for twin in TWINS:
        if ADDS_WORDS & set(twin.ways):
            continue
        rows = CaseFilter({"cari": twin.name}, cases, today=None).qs
        ids = list(rows.values_list("client_id", flat=True))
        found[twin] = everybody[twin.twin_of] in ids
        shown.append(len(ids))

    assert mean(found.values()) >= RECALL, told_of_the_misses(found)
    assert mean(shown) <= SHOWN
