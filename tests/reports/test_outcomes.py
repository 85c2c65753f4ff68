"""What came of care: who was reached at months 1, 3, 6 and 12, and how they are."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from care.aftercare_enums import OutcomePoint
from care.enums import FollowUpStatus
from reports.outcomes import outcomes
from tests import people
from tests.care.factories import FollowUpFactory
from tests.care.outcome_factories import asked
from tests.clients.factories import CaseFactory, ClientFactory


pytestmark = pytest.mark.django_db
DUE = date(2026, 9, 15)
PERIOD = {"since": DUE - timedelta(days=10), "until": DUE + timedelta(days=10)}


def due(count, status=FollowUpStatus.REACHED, worker=people.ani, point="M3"):
    """So many people due at a point."""
    for _ in range(count):
        client = ClientFactory(registered_by=worker())
        closed_on = None if status == FollowUpStatus.PLANNED else DUE
        yield FollowUpFactory(
            case=CaseFactory(client=client, in_aftercare=True),
            milestone=point,
            due_on=DUE,
            status=status,
            closed_on=closed_on,
        ).case


def row(institution=None, *, exactly=True, point=OutcomePoint.M3):
    rows = outcomes(institution, **PERIOD, exactly=exactly)
    return next(one for one in rows if one.point == point)


def test_everybody_who_was_due_is_in_the_denominator():
    list(due(3))
    list(due(2, FollowUpStatus.NOT_REACHED))
    list(due(1, FollowUpStatus.MISSED))
    list(due(1, FollowUpStatus.PLANNED))

    one = row()

    assert one.due == 7
    assert (one.reached, one.not_reached, one.missed, one.open) == (3, 2, 1, 1)
    assert one.asked == 0


def test_days_of_use_are_of_the_same_people_before_and_after():
    first, second, third = due(3)
    for case, before in ((first, 28), (second, 20)):
        asked(case, OutcomePoint.START, days_used=before)
    asked(first, OutcomePoint.M3, days_used=0)
    asked(second, OutcomePoint.M3, days_used=3)
    asked(third, OutcomePoint.M3, days_used=30, is_occupied=False)

    one = row()

    assert one.asked == 3
    assert one.yes == {"is_abstinent": 1, "is_occupied": 2, "is_housed": 3}
    assert (one.means.days_before, one.means.days_after) == (24, 1.5)


def test_an_institution_counts_its_own():
    list(due(2))
    list(due(3, worker=people.citra))

    assert row(people.melati()).due == 2
    assert row(people.kenanga()).due == 3


def test_to_others_no_small_cell_is_told_nor_a_mean_that_would_tell_it():
    for place, case in enumerate(due(9)):
        asked(case, OutcomePoint.START, days_used=20)
        asked(case, OutcomePoint.M3, days_used=2 if place < 2 else 0)

    one = row(exactly=False)

    assert (one.due, one.reached, one.asked) == (9, 9, 9)
    assert one.yes["is_abstinent"] is None
    assert one.means.days_after is None


def test_where_few_were_not_asked_nobody_learns_how_many():
    for case in list(due(9))[:7]:
        asked(case, OutcomePoint.M3)

    assert row(exactly=False).asked is None


def test_the_page_of_an_institution_tells_its_figures(client):
    list(due(2))
    client.force_login(people.budi())

    page = client.get(
        reverse("reports:outcomes"),
        {"sejak": PERIOD["since"].isoformat(), "sampai": PERIOD["until"].isoformat()},
    )

    assert "Sentra Melati" in page.content.decode()
    assert next(one for one in page.context["rows"] if one.point == "M3").due == 2
