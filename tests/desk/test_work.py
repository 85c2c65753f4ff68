from datetime import timedelta

import pytest
from django.urls import reverse

from clients.due import due_badge
from clients.enums import NextStep
from clients.work import STEPS
from desk.selectors import work
from tests import people
from tests.clients.factories import CaseFactory


pytestmark = pytest.mark.django_db


def test_the_longest_overdue_case_comes_first(today):
    later = CaseFactory(next_due_on=today + timedelta(days=1))
    overdue = CaseFactory(next_due_on=today - timedelta(days=5))

    items = work.work(people.ani(), today).items

    assert [item.number for item in items] == [
        overdue.client.registration_number,
        later.client.registration_number,
    ]


@pytest.mark.parametrize(
    ("days", "text", "tone"),
    [
        (-2, "Lewat 2 hari", "danger"),
        (0, "Hari ini", "warning"),
        (1, "Besok", "neutral"),
        (9, "11 Mar 2026", "neutral"),
    ],
)
def test_a_due_day_is_said_as_people_say_it(today, days, text, tone):
    badge = due_badge(today + timedelta(days=days), today)

    assert (badge.text, badge.tone) == (text, tone)


def test_a_closed_case_asks_for_nothing(today):
    CaseFactory(closed=True)

    assert work.work(people.ani(), today).items == []


def test_a_colleagues_case_is_not_my_work(today):
    CaseFactory(client__registered_by=people.citra(), next_due_on=today)

    assert work.work(people.ani(), today).items == []


def test_counts_follow_the_stages(today):
    CaseFactory(next_due_on=today - timedelta(days=1))
    CaseFactory(in_aftercare=True, next_due_on=today)
    CaseFactory(closed=True)

    counts = work.case_counts(people.ani())

    assert counts == {"active": 2, "screening": 1, "aftercare": 1}


def test_every_next_step_has_a_page(client):
    case = CaseFactory()
    client.force_login(people.ani())

    for step in NextStep:
        url = reverse(STEPS[step], args=[case.pk])

        assert client.get(url).status_code in {200, 302, 422}, step
