"""What the database holds, beside what people were told."""

from collections import Counter
from collections.abc import Set
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import Count, Q

from clients.enums import EventKind
from clients.models import CaseEvent, Client
from tools.drills.ledger import Kind


@dataclass(frozen=True, slots=True)
class Tally:
    acknowledged: int
    unanswered: int
    lost: int
    doubled: int
    unknown: int
    """Rows that nobody sent."""

    @property
    def is_clean(self) -> bool:
        return not (self.lost or self.doubled or self.unknown)


def judge(sent: Set[str], acknowledged: Set[str], found: Counter[str]) -> Tally:
    """Acknowledged: exactly once. Sent and not acknowledged: at most once. Anything else: not at all."""
    return Tally(
        acknowledged=len(acknowledged),
        unanswered=len(sent - acknowledged),
        lost=sum(1 for canary in acknowledged if not found[canary]),
        doubled=sum(1 for canary in sent if found[canary] > 1),
        unknown=len(found.keys() - sent),
    )


def found(kind: Kind) -> Counter[str]:
    if kind == Kind.CLIENT:
        return Counter(client.name for client in Client.objects.iterator())
    notes = CaseEvent.objects.filter(kind=EventKind.NOTE)
    return Counter(event.note for event in notes.iterator())


def torn() -> int:
    """Clients without exactly one of everything that an intake writes with them."""
    registered = Count("cases__events", Q(cases__events__kind=EventKind.REGISTERED), distinct=True)
    whole = Client.objects.annotate(
        n_cases=Count("cases", distinct=True),
        n_family=Count("family_contacts", distinct=True),
        n_consents=Count("consents", distinct=True),
        n_registered=registered,
    ).filter(n_cases=1, n_family=1, n_consents=1, n_registered=1)
    return Client.objects.count() - whole.count()


def history() -> dict[str, int]:
    """For each table with a change trail: its rows that have no entry of their making, and the other way
    round. What was there before the drill is the same before and after it."""
    if not apps.is_installed("pghistory"):
        return {}
    from pghistory.models import Event

    trails = [model for model in apps.get_models() if issubclass(model, Event)]
    return {trail._meta.db_table: _rows_untold(trail) for trail in trails}


def _rows_untold(trail: Any) -> int:
    rows, told = trail.pgh_tracked_model._base_manager, trail._base_manager
    return int(rows.count() - told.filter(pgh_label="insert").count())


def gaps(before: dict[str, int], after: dict[str, int]) -> list[str]:
    return [table for table, difference in after.items() if difference != before[table]]
