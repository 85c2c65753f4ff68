import datetime as dt
from dataclasses import replace

import pytest

from care.aftercare.facts import DeathFacts
from care.aftercare.services.dying import record_death
from care.models import Death
from clients.enums import CloseReason
from common.errors import DomainError
from tests import people
from tests.clients.factories import CaseFactory


pytestmark = pytest.mark.django_db
AT = dt.datetime(2026, 7, 2, 2, tzinfo=dt.UTC)
FACTS = DeathFacts(dt.date(2026, 7, 1), "home", "drugs", "yes", "Ditemukan ibunya.")


def told(facts=FACTS, reason=CloseReason.DIED):
    case = CaseFactory(closed=True, close_reason=reason)
    return record_death(case=case, facts=facts, actor=people.ani(), at=AT)


def refusal(**facts) -> str:
    with pytest.raises(DomainError) as refused:
        told(**facts)
    return refused.value.code


def test_a_death_has_its_own_day_and_a_cause_that_can_be_counted():
    death = told()

    assert (death.on, death.cause, death.by_overdose) == (FACTS.on, "drugs", "yes")
    assert death.case.events.get().title == "Meninggal pada 1 Jul 2026: Keracunan zat"


def test_more_is_written_over_what_was_known():
    death = told(replace(FACTS, cause="unknown", by_overdose="unknown"))

    record_death(case=death.case, facts=FACTS, actor=people.ani(), at=AT)

    assert Death.objects.get().by_overdose == "yes"


def test_an_overdose_is_no_illness():
    assert refusal(facts=replace(FACTS, cause="illness")) == "contradiction"


def test_nothing_is_told_of_the_death_of_whoever_lives():
    assert refusal(reason=CloseReason.MOVED) == "wrong_status"


def test_a_death_lies_not_ahead():
    assert refusal(facts=replace(FACTS, on=dt.date(2026, 7, 3))) == "future_date"
