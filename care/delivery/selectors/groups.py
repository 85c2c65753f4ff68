"""Groups as their pages show them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, F, Q, QuerySet

from accounts.models import User
from care.enums import CAME, Presence
from care.models import Attendance, CareGroup, GroupSession, LadderStep, Membership
from care.models.groups import IN_CARE
from clients.models import Case
from clients.permissions import can_write


@dataclass(frozen=True, slots=True)
class Member:
    """A line of the roster: who, and how often they came of how often they should have."""

    row: Membership
    came: int
    expected: int
    may_open: bool

    @property
    def rate(self) -> int | None:
        return round(100 * self.came / self.expected) if self.expected else None


def groups(user: User) -> QuerySet[CareGroup]:
    """With how many people are in each."""
    rows = CareGroup.objects.visible_to(user).select_related("institution", "facilitator")
    running = Count("memberships", filter=Q(memberships__left_on__isnull=True))
    return rows.annotate(size=running).active_first()


def roster(user: User, group: CareGroup, *, gone: bool = False) -> list[Member]:
    """Those whom `user` may know of; a link only where the file opens."""
    rows = Membership.objects.visible_to(user).filter(group=group, left_on__isnull=not gone)
    members = list(rows.by_name())
    cases = [row.case_id for row in members]
    seen = set(Case.objects.visible_to(user).filter(pk__in=cases).values_list("pk", flat=True))
    turnout = _turnout(group, cases)
    return [Member(row, *turnout.get(row.case_id, (0, 0)), row.case_id in seen) for row in members]


def roll(user: User, group: CareGroup) -> list[Membership]:
    """Whom a meeting is held with: members in care, whose file `user` does not only read in an emergency."""
    rows = Membership.objects.visible_to(user).running().filter(group=group, case__closed_on=None)
    return [row for row in rows.by_name() if can_write(user, row.case.client_id)]


def candidates(user: User, group: CareGroup) -> QuerySet[Case]:
    """Who may be let in: people in care whom `user` works with and who are not members."""
    members = group.memberships.running().values("case_id")
    rows = Case.objects.visible_to(user).current().filter(status__in=IN_CARE)
    rows = rows.exclude(pk__in=members)
    found = rows.values_list("pk", "client_id")
    ours = [pk for pk, client_id in found if can_write(user, client_id)]
    return rows.filter(pk__in=ours).select_related("client").order_by("client__name", "pk")


def sessions(group: CareGroup) -> QuerySet[GroupSession]:
    return group.sessions.with_turnout().select_related("facilitator").newest_first()


def changes(user: User, group: CareGroup) -> QuerySet[LadderStep]:
    """The group's own record: who was let in, who rose, who fell back."""
    seen = Membership.objects.visible_to(user).filter(group=group)
    rows = LadderStep.objects.filter(membership__in=seen)
    return rows.select_related("membership__case__client", "decided_by").order_by("-on", "-pk")


def attendances(user: User, session: GroupSession) -> QuerySet[Attendance]:
    return Attendance.objects.visible_to(user).filter(session=session).by_name()


def _turnout(group: CareGroup, cases: Iterable[int]) -> dict[int, tuple[int, int]]:
    """Meetings missed with leave are not counted against anybody."""
    rows = Attendance.objects.filter(session__group=group, case__in=cases)
    counted = (
        rows.order_by()
        .values(of=F("case_id"))
        .annotate(
            there=Count("pk", filter=Q(status__in=CAME)),
            expected=Count("pk", filter=~Q(status=Presence.EXCUSED)),
        )
    )
    return {line["of"]: (line["there"], line["expected"]) for line in counted}
