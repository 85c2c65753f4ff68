"""What those who watch over the data look at first: who opened what, and what was made of the figures."""

from dataclasses import dataclass
from datetime import timedelta
from itertools import chain
from typing import Any

from django.db.models import Count, QuerySet
from django.db.models.functions import Now

from common.enums import ReadAction
from common.models import ReadLog
from reports.models import Report


WATCHED = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Use:
    label: str
    times: int


def latest_reads(limit: int = 15) -> list[ReadLog]:
    # The log is only ever appended to, so its key is its time, with an index.
    return list(ReadLog.objects.select_related("user__institution").order_by("-pk")[:limit])


def latest_reports(limit: int = 5) -> list[Report]:
    return list(Report.objects.select_related("institution").order_by("-made_at", "-pk")[:limit])


def uses_of_last_month() -> list[Use]:
    """How often each kind of look was taken in the last 30 days, the most frequent first."""
    counted = _last_month().values_list("action").annotate(n=Count("pk")).order_by("-n", "action")
    return [Use(str(ReadAction(action).label), n) for action, n in counted]


def readers_of_last_month() -> int:
    return _last_month().values("user").distinct().count()


def people_in(facts: dict[str, Any]) -> set[int]:
    """Whom a page shows: every row in its lists that is about a client says which one."""
    lists = (rows for rows in facts.values() if isinstance(rows, list))
    ids = (getattr(row, "client_id", None) for row in chain.from_iterable(lists))
    return {pk for pk in ids if pk is not None}


def _last_month() -> QuerySet[ReadLog]:
    return ReadLog.objects.filter(at__gte=Now() - WATCHED)
