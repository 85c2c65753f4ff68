"""What becomes of the legal register when its case is closed, stopped or handed over."""

from clients.hanging import Hangs, Occasion, Passing, on_each
from clients.models import Case
from law.enums import OrderEnd
from law.models import Order, ProbationOfficer


RECORD = "what the register says stays with the file"


def close_orders(case: Case, passing: Passing) -> None:
    open_ones = Order.objects.open().filter(case=case)
    open_ones.update(closed_on=passing.on, closed_as=OrderEnd.CASE_CLOSED)


def go_on_in_the_new_case(case: Case, passing: Passing) -> None:
    """What was ordered holds for the person, whichever case they are cared for in."""
    Order.objects.open().filter(case=case).update(case=passing.into)
    ProbationOfficer.objects.filter(case=case).update(case=passing.into)


TABLES = {
    "law.Stage": Hangs(stays=RECORD),
    "law.Order": Hangs(
        stays="an order holds without consent, whoever leads the case",
        acts={
            **on_each((Occasion.CLOSED, Occasion.DIED), close_orders),
            Occasion.REENTERED: go_on_in_the_new_case,
        },
    ),
    "law.Extension": Hangs(stays=RECORD),
    "law.ProbationOfficer": Hangs(stays=RECORD),
}
