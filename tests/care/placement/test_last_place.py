"""Many people, one place, at the same moment."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from care.enums import PlacementStatus
from care.models import Placement
from care.placement.services.answering import accept_placement
from common.errors import DomainError
from tests import people
from tests.care.factories import PlacementFactory
from tests.partners.factories import InstitutionFactory


AT = dt.datetime(2026, 6, 4, 2, tzinfo=dt.UTC)
PEOPLE = 50


@pytest.mark.django_db(transaction=True)
def test_of_fifty_who_are_accepted_at_once_one_gets_the_last_place():
    tiny = InstitutionFactory(capacity=1, with_agreement=True)
    placements = [PlacementFactory(institution=tiny) for _ in range(PEOPLE)]
    eko, together = people.eko(), Barrier(PEOPLE)

    def accept(placement):
        try:
            connection.ensure_connection()
            together.wait(timeout=30)
            accept_placement(placement=placement, note="", worker=None, actor=eko, at=AT)
        except DomainError as error:
            return error.code
        else:
            return "accepted"
        finally:
            connection.close()

    with ThreadPoolExecutor(PEOPLE) as pool:
        answers = sorted(pool.map(accept, placements))

    assert answers == ["accepted"] + ["full"] * (PEOPLE - 1)
    assert Placement.objects.filter(status=PlacementStatus.ACCEPTED).count() == 1
