"""The lists of placements: who asks us, and whom we have asked."""

from collections.abc import Iterable

from django.db.models import Case as Switch, Count, IntegerField, QuerySet, Value, When

from accounts.models import User
from care.enums import PlacementStatus, Side
from care.models import Placement
from care.models.placement import PlacementQuerySet
from care.permissions import ANSWERERS
from clients.models.visibility import without_emergencies
from common.sealed import preload


def side_of(user: User, asked: str) -> str:
    """The list that `user` means: the one asked for, or the one that their work begins with."""
    if user.institution_id is None:
        return Side.ALL
    if asked in {Side.INCOMING, Side.OUTGOING}:
        return asked
    return Side.INCOMING if user.role in ANSWERERS else Side.OUTGOING


def placements(user: User, side: str) -> PlacementQuerySet:
    rows = without_emergencies(Placement.objects.visible_to(user), user)
    if user.institution_id is None:
        return rows
    if side == Side.INCOMING:
        return rows.received_by(user.institution_id)
    return rows.sent_by(user.institution_id)


def unanswered_first(rows: QuerySet[Placement]) -> QuerySet[Placement]:
    """Requests that wait, by the day their answer is due; then the others, newest first."""
    waits = Switch(
        When(status=PlacementStatus.REQUESTED, then=Value(0)),
        default=Value(1),
        output_field=IntegerField(),
    )
    due = Switch(When(status=PlacementStatus.REQUESTED, then="answer_due_on"))
    return rows.order_by(waits, due, "-pk")


def open_names(rows: Iterable[Placement]) -> None:
    """Fetch in one query the keys of the clients whose family a list names."""
    preload(row.client.key_id for row in rows if row.family_contact_id)


def status_counts(rows: QuerySet[Placement]) -> dict[str, int]:
    """How many stand under each chip; "" is all of them."""
    by_status = dict(rows.order_by().values_list("status").annotate(n=Count("pk")))
    return {"": sum(by_status.values()), **by_status}
