"""The points of the schedule as rows: planned, added, called off, planned again."""

from collections.abc import Iterable
from datetime import date, timedelta

from care.enums import FollowUpStatus
from care.models import FollowUp, schedule
from clients.enums import NextStep
from clients.models import Case
from clients.transitions import set_next


def plan_points(case: Case, points: Iterable[schedule.Milestone]) -> list[FollowUp]:
    """Those that the case does not have yet."""
    there = set(case.follow_ups.values_list("milestone", flat=True))
    return FollowUp.objects.bulk_create(
        FollowUp.of(case, point) for point in points if point.code not in there
    )


def add_extra_contact(case: Case, on: date, within: timedelta = schedule.EXTRA_AFTER) -> FollowUp:
    """One more contact soon, outside the plan; one such contact waits at a time."""
    extras = case.follow_ups.filter(milestone__startswith="X")
    waiting = extras.planned().first()
    if waiting is not None:
        return waiting
    (row,) = plan_points(case, [schedule.extra_contact(extras.count() + 1, on, within)])
    return row


def call_off(case: Case, *, on: date) -> None:
    """Nobody is called any more as was planned."""
    case.follow_ups.planned().update(status=FollowUpStatus.CANCELLED, closed_on=on)


def plan_again(case: Case, *, on: date) -> None:
    """What was called off and is still to come; who never had a schedule gets one from this day on."""
    if case.follow_ups.filter(milestone="W1").exists():
        again = case.follow_ups.filter(
            status=FollowUpStatus.CANCELLED, due_on__gt=on, milestone__regex=r"^[WM]"
        )
        again.update(status=FollowUpStatus.PLANNED, closed_on=None)
    else:
        plan_points(case, schedule.milestones(on))


def lead_on(case: Case) -> None:
    """The soonest point is the next step; the caller saves."""
    soonest = case.follow_ups.planned().soonest_first().first()
    if soonest is not None:
        set_next(case, NextStep.FOLLOW_UP, soonest.due_on)
