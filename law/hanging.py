"""What becomes of the legal register when its case is closed, stopped or handed over."""

from clients.hanging import OVER, Hangs, Passing, on_each
from clients.models import Case
from law.enums import OrderEnd
from law.models import Order


RECORD = "what the register says stays with the file"


def close_orders(case: Case, passing: Passing) -> None:
    open_ones = Order.objects.open().filter(case=case)
    open_ones.update(closed_on=passing.on, closed_as=OrderEnd.CASE_CLOSED)


TABLES = {
    "law.Stage": Hangs(stays=RECORD),
    "law.Order": Hangs(
        stays="an order holds without consent, whoever leads the case",
        acts=on_each(OVER, close_orders),
    ),
    "law.Extension": Hangs(stays=RECORD),
    "law.ProbationOfficer": Hangs(stays=RECORD),
}
