"""What was given: to one person, by one institution in a month, and how much of what was planned."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import (
    CharField,
    Count,
    Exists,
    IntegerField,
    OuterRef,
    QuerySet,
    Subquery,
    Sum,
    Value,
)
from django.db.models.functions import Coalesce
from django.utils import timezone

from accounts.models import User
from care.enums import CAME, Channel, DeliveryKind, Per
from care.models import (
    Attendance,
    Delivery,
    FollowUpContact,
    GroupSession,
    Membership,
    PlanService,
)
from clients.models import Case, Client
from clients.models.visibility import without_emergencies
from partners.enums import Component


WEEK = 7


@dataclass(slots=True)
class ComponentSum:
    """What one component came to in a period: alone, in groups, how many came to those, and the minutes of both."""

    component: Component
    alone: int = 0
    spent: int = 0
    sessions: int = 0
    came: int = 0


@dataclass(frozen=True, slots=True)
class Progress:
    service: PlanService
    planned: int
    given: int

    @property
    def is_behind(self) -> bool:
        return self.given < self.planned


def of_client(user: User, client: Client, component: str = "") -> QuerySet[Delivery]:
    rows = Delivery.objects.visible_to(user).filter(case__client=client)
    if component:
        rows = rows.filter(component=component)
    return rows.select_related("worker", "institution").newest_first()


def component_counts(user: User, client: Client) -> dict[str, int]:
    """How many stand under each chip; "" is all of them."""
    rows = Delivery.objects.visible_to(user).filter(case__client=client).order_by()
    counts = dict(rows.values_list("component").annotate(n=Count("pk")))
    return {"": sum(counts.values()), **counts}


def attendances_of(user: User, client: Client) -> QuerySet[Attendance]:
    rows = Attendance.objects.visible_to(user).filter(case__client=client)
    return rows.select_related("session__group__institution").newest_first()


def memberships_of(user: User, client: Client) -> QuerySet[Membership]:
    rows = Membership.objects.visible_to(user).filter(case__client=client)
    return rows.select_related("group__institution").order_by("left_on", "-joined_on", "pk")


def in_month(user: User, month: date, component: str = "") -> QuerySet[Delivery]:
    """The log of the institution: what its own people gave in the month."""
    rows = without_emergencies(Delivery.objects.visible_to(user), user, "case__client_id")
    rows = rows.filter(held_on__range=month_range(month))
    if user.institution_id is not None:
        rows = rows.filter(institution_id=user.institution_id)
    if component:
        rows = rows.filter(component=component)
    return rows.with_people().newest_first()


def month_range(month: date) -> tuple[date, date]:
    following = (month.replace(day=28) + timedelta(days=4)).replace(day=1)
    return month.replace(day=1), following - timedelta(days=1)


def given_by_component(
    first: date, last: date, institution_id: int | None = None
) -> list[ComponentSum]:
    """In one query; without an institution as far as the database's own fence lets one see."""
    alone = Delivery.objects.filter(held_on__range=(first, last))
    visits = _visits_of_aftercare(first, last)
    groups = GroupSession.objects.filter(held_at__range=_moments(first, last))
    if institution_id is not None:
        alone = alone.filter(institution_id=institution_id)
        visits = visits.filter(recorded_by__institution_id=institution_id)
        groups = groups.filter(group__institution_id=institution_id)
    said = _alone(alone).union(_in_groups(groups), _as_visits(visits), all=True)
    found = {component: ComponentSum(component) for component in Component}
    for component, times, spent, sessions, came in said:
        row = found[Component(component)]
        row.alone += times
        row.spent += spent
        row.sessions += sessions
        row.came += came
    return [row for row in found.values() if row.alone or row.sessions]


def progress(case: Case, *, today: date) -> list[Progress]:
    """Each service of the plan in force: how often this month was planned, and how often it was given."""
    first, last = month_range(today)
    services = PlanService.objects.in_force().filter(plan__case=case, starts_on__lte=last)
    rows = list(services.filter(ends_on__gte=first).select_related("institution").in_order())
    if not rows:
        return []
    given = _given_this_month(case, first, last, {row.pk: row.component for row in rows})
    return [Progress(row, _planned(row, first, last), given[row.pk]) for row in rows]


def _given_this_month(
    case: Case, first: date, last: date, services: dict[int, str]
) -> Counter[int]:
    """What names its service counts there; the rest counts for the first service of its component."""
    of_component: dict[str, int] = {}
    for pk, component in services.items():
        of_component.setdefault(component, pk)
    counts: Counter[int] = Counter()
    alone = case.deliveries.filter(held_on__range=(first, last))
    for service, component in alone.values_list("plan_service", "component"):
        counts[service if service in services else of_component.get(component, 0)] += 1
    came = case.attendances.filter(session__held_at__range=_moments(first, last), status__in=CAME)
    for component in came.values_list("session__component", flat=True):
        counts[of_component.get(component, 0)] += 1
    return counts


def _planned(service: PlanService, first: date, last: date) -> int:
    if service.per != Per.WEEK:
        return service.times
    days = (min(last, service.ends_on) - max(first, service.starts_on)).days + 1
    return service.times * max(1, round(days / WEEK))


def _alone(rows: QuerySet[Delivery]) -> QuerySet[Delivery, tuple[str, int, int, int, int]]:
    none = Value(0, output_field=IntegerField())
    return (
        rows.order_by()
        .values("component")
        .annotate(
            times=Count("pk"),
            spent=Coalesce(Sum("duration"), none),
            sessions=none,
            came=none,
        )
        .values_list("component", "times", "spent", "sessions", "came")
    )


def _visits_of_aftercare(first: date, last: date) -> QuerySet[FollowUpContact]:
    """Home visits that are told of as a contact after care; written down as a service too, they are counted there."""
    told_twice = Delivery.objects.filter(
        case=OuterRef("follow_up__case"), held_on=OuterRef("on"), kind=DeliveryKind.HOME_VISIT
    )
    rows = FollowUpContact.objects.filter(on__range=(first, last), channel=Channel.VISIT)
    return rows.exclude(Exists(told_twice))


def _as_visits(
    rows: QuerySet[FollowUpContact],
) -> QuerySet[FollowUpContact, tuple[str, int, int, int, int]]:
    none = Value(0, output_field=IntegerField())
    return (
        rows.order_by()
        .annotate(component=Value(Component.A2.value, output_field=CharField()))
        .values("component")
        .annotate(
            times=Count("pk"),
            spent=none,
            sessions=none,
            came=none,
        )
        .values_list("component", "times", "spent", "sessions", "came")
    )


def _in_groups(
    rows: QuerySet[GroupSession],
) -> QuerySet[GroupSession, tuple[str, int, int, int, int]]:
    """The minutes of a meeting are counted once, however many came."""
    none = Value(0, output_field=IntegerField())
    heads = (
        Attendance.objects.filter(session=OuterRef("pk"), status__in=CAME)
        .order_by()
        .values("session")
        .annotate(n=Count("pk"))
        .values("n")
    )
    return (
        rows.order_by()
        .annotate(heads=Coalesce(Subquery(heads), none))
        .values("component")
        .annotate(
            times=none,
            spent=Coalesce(Sum("duration"), none),
            sessions=Count("pk"),
            came=Coalesce(Sum("heads"), none),
        )
        .values_list("component", "times", "spent", "sessions", "came")
    )


def _moments(first: date, last: date) -> tuple[datetime, datetime]:
    return (
        timezone.make_aware(datetime.combine(first, time.min)),
        timezone.make_aware(datetime.combine(last, time.max)),
    )
