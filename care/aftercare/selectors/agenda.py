"""Who is to be called on, and when: the agenda, the month and the calendar file."""

import calendar
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from django.db.models import (
    BooleanField,
    Case as Switch,
    Count,
    QuerySet,
    Value,
    When as If,
    Window,
)
from django.db.models.functions import RowNumber, TruncMonth
from django.utils.translation import gettext as _

from accounts.models import User
from care.enums import Span, When
from care.models import FollowUp
from clients.models.visibility import without_emergencies
from common import dates


CODE_OF_SPAN = {Span.WEEKS: "W", Span.MONTHS: "M", Span.EXTRA: "X"}
DAYS_OF = {When.WEEK: 7, When.MONTH: 30}
SHOWN_A_DAY = 3
SOON = timedelta(days=7)
SUNDAY = timedelta(days=6)


@dataclass(frozen=True)
class Choice:
    """What the person asked to see; empty means all."""

    worker: User | None = None
    span: str = ""
    when: str = ""


def planned(user: User, choice: Choice, *, today: date) -> QuerySet[FollowUp]:
    rows = without_emergencies(FollowUp.objects.visible_to(user), user, "case__client_id").waiting()
    if choice.worker is not None:
        rows = rows.carried_by(choice.worker)
    if choice.span:
        rows = rows.filter(milestone__startswith=CODE_OF_SPAN[Span(choice.span)])
    if choice.when == When.OVERDUE:
        return rows.overdue_on(today)
    if choice.when:
        last = today + timedelta(days=DAYS_OF[When(choice.when)])
        return rows.filter(window_ends_on__gte=today, due_on__lte=last)
    return rows


def overdue_first(rows: QuerySet[FollowUp], *, today: date) -> QuerySet[Any]:
    overdue = Switch(
        If(window_ends_on__lt=today, then=Value(True)),
        default=Value(False),
        output_field=BooleanField(),
    )
    return (
        rows.select_related("case__client", "case__lead_worker")
        .annotate(overdue=overdue, tries=Count("contacts"))
        .order_by("-overdue", "due_on", "pk")
    )


@dataclass(frozen=True)
class Group:
    """Rows of the agenda under one heading."""

    heading: str
    rows: list[Any]


def soon(rows: QuerySet[FollowUp], *, today: date) -> QuerySet[FollowUp]:
    """What a day's work begins with: what is late, due today, or due within a week."""
    return rows.filter(due_on__lte=today + SOON)


def by_time(rows: Iterable[Any], *, today: date) -> list[Group]:
    """Late, today, this week; of a narrowed list what comes later by its weeks."""

    def heading(row: Any) -> str:
        if row.overdue:
            return str(When.OVERDUE.label)
        if row.due_on <= today:
            return _("Hari ini")
        if row.due_on <= today + SOON:
            return _("Minggu ini")
        monday = row.due_on - timedelta(days=row.due_on.weekday())
        return f"{dates.day(monday)} – {dates.day(monday + SUNDAY)}"

    return [Group(title, list(members)) for title, members in groupby(rows, key=heading)]


def later_by_month(rows: QuerySet[FollowUp], *, today: date) -> list[tuple[date, int]]:
    """Of what lies further ahead: each month, and how many are to be called then."""
    later = rows.filter(due_on__gt=today + SOON).order_by()
    months = later.annotate(month=TruncMonth("due_on")).values_list("month")
    return list(months.annotate(n=Count("pk")).order_by("month"))


@dataclass
class Day:
    date: date
    in_month: bool
    is_today: bool
    rows: list[Any] = field(default_factory=list)
    more: int = 0


def month_of(rows: QuerySet[FollowUp], first: date, *, today: date) -> list[list[Day]]:
    """The weeks of a month, each day with its first few milestones: two queries, however many there are."""
    weeks = calendar.Calendar().monthdatescalendar(first.year, first.month)
    shown = rows.filter(due_on__range=(weeks[0][0], weeks[-1][-1]))
    counts = dict(shown.order_by().values_list("due_on").annotate(n=Count("pk")))
    numbered = shown.select_related("case__client").annotate(
        number=Window(RowNumber(), partition_by="due_on", order_by="pk")
    )
    days: dict[date, list[Any]] = {}
    for row in numbered.filter(number__lte=SHOWN_A_DAY).order_by("due_on", "pk"):
        days.setdefault(row.due_on, []).append(row)
    return [list(_days(week, first, today, days, counts)) for week in weeks]


def _days(
    week: list[date],
    first: date,
    today: date,
    rows: dict[date, list[Any]],
    counts: dict[date, int],
) -> Iterator[Day]:
    for day in week:
        here = rows.get(day, [])
        yield Day(
            date=day,
            in_month=day.month == first.month,
            is_today=day == today,
            rows=here,
            more=counts.get(day, 0) - len(here),
        )
