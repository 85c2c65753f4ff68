"""What the register says: to its page, and to the routing."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, prefetch_related_objects

from clients.enums import LegalStatus
from clients.models import Case
from law.enums import OrderedBy
from law.models import Order, ProbationOfficer, Stage


# A judge before a prosecutor, both before a recommendation.
WEIGHT: dict[str, int] = {OrderedBy.JUDGE: 0, OrderedBy.PROSECUTOR: 1, OrderedBy.TAT: 2}


def opening_of(case: Case) -> Stage:
    """What was answered at the door, as the first row of a register in which nothing else stands yet."""
    return Stage(case=case, legal_status=case.legal_status, since=case.opened_on)


def stages_of(case: Case) -> list[Stage]:
    """The newest first; every case has one."""
    rows = list(Stage.objects.filter(case=case).newest_first().select_related("recorded_by"))
    for row in rows:
        row.case = case
    return rows or [opening_of(case)]


@dataclass(frozen=True, slots=True)
class OrderView:
    """An order and how it stands on a day: "open", "soon" (a month or less), "over" or "closed"."""

    order: Order
    today: date

    SOON = timedelta(days=30)

    @property
    def state(self) -> str:
        end = self.order.ends_on
        if not self.order.is_open:
            return "closed"
        if end is None or end - self.today > self.SOON:
            return "open"
        return "soon" if end >= self.today else "over"

    @property
    def days_left(self) -> int:
        end = self.order.ends_on
        return (end - self.today).days if end else 0


def orders_of(case: Case, today: date) -> list[OrderView]:
    rows = Order.objects.filter(case=case).newest_first().select_related("file", "recorded_by")
    found = list(rows.prefetch_related("extensions"))
    for row in found:
        row.case = case
    return [OrderView(row, today) for row in found]


def officer_of(case: Case) -> ProbationOfficer | None:
    officer = ProbationOfficer.objects.filter(case=case).first()
    if officer:
        officer.case = case
    return officer


def any_order_of(case: str) -> Exists:
    """Whether a row's case has an order: told with the row itself, for the many that have none."""
    return Exists(Order.objects.filter(case_id=OuterRef(case)))


def remember_no_order(case: Case) -> None:
    prefetch_related_objects([case], Prefetch("legal_orders", Order.objects.none()))


def order_in_force(case: Case, day: date) -> Order | None:
    """The one that routing looks at: of those that name a place the weightiest, of equals the newest."""
    rows = [order for order in case.legal_orders.all() if order.is_in_force(day)]
    rows.sort(key=lambda order: (order.given_on, order.pk), reverse=True)
    return min(rows, key=lambda one: (not one.ordered_base, WEIGHT[one.ordered_by]), default=None)


def law_facts(case: Case, day: date) -> dict[str, Any]:
    """As the routing reads them; what the register does not say is left out."""
    stage = Stage.objects.filter(case=case).newest_first().first()
    in_custody = case.legal_status == LegalStatus.PRISON or bool(stage and stage.is_detained)
    facts = {"legal_status": case.legal_status, "detained": in_custody}
    return facts | order_facts(case, day)


def order_facts(case: Case, day: date) -> dict[str, Any]:
    order = order_in_force(case, day)
    if order is None:
        return {}
    if not order.ordered_base:
        return {"no_place_ordered": True}
    facts: dict[str, Any] = {"court_order": order.ordered_base, "order_by": order.ordered_by}
    return facts | ({"order_months": order.months} if order.months else {})
