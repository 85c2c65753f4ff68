"""What was ordered: its term, its extensions, its reports, and what routing is told of it."""

import datetime as dt

import pytest

from clients.enums import LegalStatus
from common.errors import DomainError
from law.enums import OrderedBy, OrderEnd
from law.facts import ExtensionFacts, OrderFacts
from law.models import Order
from law.selectors import OrderView, law_facts
from law.services.held_papers import tell_of_bad_paper
from law.services.orders import (
    close_order,
    correct_order,
    extend_order,
    record_order,
    record_report,
)
from partners.enums import CareBase
from tests import people
from tests.clients.factories import OPENED, CaseFactory
from tests.law.factories import OrderFactory, with_paper


pytestmark = pytest.mark.django_db
AT = dt.datetime(2026, 9, 1, 3, tzinfo=dt.UTC)
TODAY = AT.date()
DAY = dt.timedelta(days=1)
BASIC = {
    "ordered_by": OrderedBy.JUDGE,
    "office": "PN Bogor",
    "letter_number": "12/Pid.Sus/2026/PN Bgr",
    "given_on": OPENED,
}


def recorded(case=None, **facts):
    return record_order(
        case=case or CaseFactory(),
        facts=OrderFacts(**{**BASIC, **facts}),
        actor=people.ani(),
        at=AT,
    )


def test_the_last_day_is_counted_from_the_first_and_the_months():
    order = recorded(begins_on=dt.date(2026, 8, 31), months=6)

    assert order.ends_on == dt.date(2027, 2, 27)


@pytest.mark.parametrize(
    ("facts", "field", "code"),
    [
        ({"given_on": TODAY + DAY}, "given_on", "future_date"),
        ({"months": 6}, "begins_on", "no_begin"),
        ({"begins_on": TODAY, "ends_on": TODAY - DAY}, "ends_on", "ends_too_early"),
        ({"begins_on": TODAY, "months": 6, "ends_on": TODAY + DAY}, "ends_on", "months_differ"),
        ({"report_due_on": TODAY.replace(year=2062)}, "report_due_on", "out_of_range"),
        ({"report_due_on": OPENED - DAY}, "report_due_on", "out_of_range"),
        ({"begins_on": TODAY.replace(year=9999), "months": 6}, "begins_on", "out_of_range"),
    ],
)
def test_a_term_that_cannot_be_is_refused_at_its_field(facts, field, code):
    with pytest.raises(DomainError) as refused:
        recorded(**facts)

    assert (refused.value.field, refused.value.code) == (field, code)


def test_an_extension_moves_the_last_day_and_remembers_the_one_before():
    order = OrderFactory()
    was, until = order.ends_on, order.ends_on + 90 * DAY

    extend_order(
        order=order, facts=ExtensionFacts("7/2026", OPENED, until), actor=people.ani(), at=AT
    )

    (longer,) = order.extensions.all()
    assert (Order.objects.get().ends_on, longer.was_until) == (until, was)


def test_an_extension_is_longer():
    order = OrderFactory()

    facts = ExtensionFacts("7/2026", OPENED, order.ends_on)

    with pytest.raises(DomainError) as refused:
        extend_order(order=order, facts=facts, actor=people.ani(), at=AT)

    assert refused.value.code == "not_longer"


def test_an_order_without_a_last_day_is_not_extended():
    order = OrderFactory(months=None, begins_on=None, ends_on=None)

    facts = ExtensionFacts("7/2026", OPENED, TODAY)

    with pytest.raises(DomainError) as refused:
        extend_order(order=order, facts=facts, actor=people.ani(), at=AT)

    assert refused.value.code == "no_term"


def test_a_report_that_has_gone_out_leaves_the_next_one_due():
    order = OrderFactory(report_due_on=TODAY)

    record_report(
        order=order, sent_on=TODAY, next_due_on=TODAY + 30 * DAY, actor=people.ani(), at=AT
    )

    assert Order.objects.get().report_due_on == TODAY + 30 * DAY


def test_what_is_done_with_is_not_extended_or_closed_again():
    order = OrderFactory()
    close_order(order=order, on=TODAY, reason=OrderEnd.FULFILLED, actor=people.ani(), at=AT)

    with pytest.raises(DomainError) as refused:
        close_order(order=order, on=TODAY, reason=OrderEnd.REVOKED, actor=people.ani(), at=AT)

    assert refused.value.code == "order_closed"


def test_a_corrected_order_counts_its_last_day_again():
    order = OrderFactory()
    facts = OrderFacts(**BASIC, ordered_base=CareBase.BALAI, months=3, begins_on=OPENED)

    correct_order(order=order, facts=facts, version=1, actor=people.ani(), at=AT)

    assert Order.objects.get().ends_on == dt.date(2026, 8, 31)


def test_routing_is_told_of_the_weightiest_order_that_names_a_place():
    case = CaseFactory(legal_status=LegalStatus.COURT_ORDER)
    OrderFactory(case=case, ordered_by=OrderedBy.TAT, ordered_base=CareBase.FAMILY, given_on=TODAY)
    OrderFactory(
        case=case, ordered_by=OrderedBy.JUDGE, ordered_base=CareBase.BALAI, given_on=OPENED
    )

    facts = law_facts(case, TODAY)

    assert facts == {
        "legal_status": "court_order",
        "detained": False,
        "court_order": "balai",
        "order_by": "judge",
        "order_months": 6,
    }


def test_an_order_that_names_no_place_is_told_as_such():
    case = CaseFactory()
    OrderFactory(case=case, ordered_base="")

    assert law_facts(case, TODAY)["no_place_ordered"] is True


@pytest.mark.parametrize(
    "traits",
    [
        {"ends_on": TODAY - DAY},
        {"closed_on": TODAY, "closed_as": OrderEnd.REVOKED},
    ],
)
def test_an_order_that_is_over_says_nothing_to_routing(traits):
    order = OrderFactory(**traits)

    assert "court_order" not in law_facts(order.case, TODAY)


@pytest.mark.parametrize(
    ("days", "state"), [(31, "open"), (30, "soon"), (0, "soon"), (-1, "over"), (None, "open")]
)
def test_how_an_order_stands(days, state):
    ends_on = None if days is None else TODAY + days * DAY

    assert OrderView(Order(ends_on=ends_on), TODAY).state == state


def test_a_paper_in_which_the_scanner_found_something_is_told_in_the_timeline():
    order = with_paper(OrderFactory())

    tell_of_bad_paper(order.file, AT)

    (event,) = order.case.events.all()
    assert (event.kind, event.actor) == ("law_paper_held", None)
