"""What waits for somebody because of the law: terms that end, reports that are due, what is not written down."""

import datetime as dt

import pytest

from clients.models import Client, Wait
from law.enums import OrderEnd
from law.models import Order
from tests import people
from tests.clients.factories import CaseFactory, ClientFactory
from tests.law.factories import OfficerFactory, OrderFactory


pytestmark = pytest.mark.django_db
END = dt.date(2026, 11, 30)
DAY = dt.timedelta(days=1)
CHILD = dt.date(2012, 5, 17)


def waiting(day):
    mine = Wait.objects.visible_to(people.ani()).for_user(people.ani(), day)
    return set(mine.exclude(kind="step").values_list("kind", flat=True))


@pytest.mark.parametrize(
    ("days", "kind"),
    [(30, "order_30"), (15, "order_30"), (14, "order_14"), (8, "order_14"), (7, "order_7"), (0, "order_7"), (-1, "order_over"), (-90, "order_over")],
)  # fmt: skip
def test_the_end_of_an_order_is_told_thrice_before_and_then_until_somebody_marks_it_done(
    days, kind
):
    OrderFactory(ends_on=END)

    assert waiting(END - days * DAY) == {kind}


def test_an_order_that_ends_far_away_waits_for_nobody():
    OrderFactory(ends_on=END)

    assert waiting(END - 31 * DAY) == set()


def test_an_order_is_late_from_the_day_after_its_last():
    case = OrderFactory(ends_on=END).case
    waits = Wait.objects.filter(case=case).exclude(kind="step")

    assert not waits.late_on(END).exists()
    assert list(waits.late_on(END + DAY).values_list("kind", flat=True)) == ["order_over"]


def test_an_order_that_is_done_with_waits_for_nobody():
    order = OrderFactory(ends_on=END)
    Order.objects.filter(pk=order.pk).update(closed_on=END, closed_as=OrderEnd.CONSENT)

    assert waiting(END + DAY) == set()


def test_a_report_to_the_court_is_waited_for_from_two_weeks_before():
    OrderFactory(ends_on=None, months=None, report_due_on=END)

    assert [waiting(END - days * DAY) for days in (15, 14)] == [set(), {"court_report"}]


def test_a_verdict_whose_order_nobody_wrote_down_waits():
    case = CaseFactory(legal_status="court_order")
    assert waiting(END) == {"order_missing"}

    OrderFactory(case=case, ends_on=None, months=None)

    assert waiting(END) == set()


def test_a_child_in_proceedings_waits_for_an_officer_of_the_bapas():
    case = CaseFactory(client__birth_date=CHILD, legal_status="police")
    assert waiting(END) == {"bapas"}

    OfficerFactory(case=case)

    assert waiting(END) == set()


def test_at_eighteen_nobody_waits_for_the_bapas_any_more():
    CaseFactory(client__birth_date=CHILD, legal_status="police")

    assert waiting(dt.date(2030, 5, 16)) == {"bapas"}
    assert waiting(dt.date(2030, 5, 17)) == set()


def test_a_corrected_birth_date_is_looked_at_again():
    case = CaseFactory(client=ClientFactory(birth_date=CHILD), legal_status="police")

    Client.objects.filter(pk=case.client_id).update(birth_date=dt.date(1990, 5, 17))

    assert waiting(END) == set()
