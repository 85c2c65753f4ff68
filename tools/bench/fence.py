"""What the second line costs: the same questions inside the fence and without it, one after the other."""

import time
from collections.abc import Callable
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from statistics import median
from typing import Any
from unittest import mock

from django.db import transaction
from django.utils import timezone

from accounts.enums import Role
from accounts.models import User
from accounts.scopes import scope_of
from clients.filters import narrow
from clients.models import Case
from clients.models.wait import late_from
from clients.selectors import newest_case, overview, timeline
from clients.views.rows import COLUMNS
from common.scope import acting
from reports import figures
from reports.months import month_before, month_of


TIMES = 40
TIMES_NATION = 3
PAGE = 25


@dataclass(frozen=True, slots=True)
class Cost:
    name: str
    fenced_ms: float
    open_ms: float


def costs() -> list[Cost]:
    worker = User.objects.filter(role=Role.SOCIAL_WORKER, led_cases__isnull=False).earliest("pk")
    lead = User.objects.filter(role=Role.SUPERVISOR, institution=worker.institution).earliest("pk")
    asked = [
        ("list and counts, own clients", worker, _list),
        ("list and counts, institution", lead, _list),
        ("search by name, institution", lead, _search),
        ("file with its timeline", worker, _file),
    ]
    month = month_before(month_of(timezone.localdate()))
    return [*(_cost(name, user, ask) for name, user, ask in asked), _of_the_nation(month)]


def lines(found: list[Cost]) -> str:
    head = f"{'fence (median ms)':32}{'inside':>9}{'without':>9}{'more':>9}"
    rows = [
        f"{each.name:32}{each.fenced_ms:9.1f}{each.open_ms:9.1f}{each.fenced_ms - each.open_ms:9.1f}"
        for each in found
    ]
    return "\n".join([head, *rows])


def _cost(name: str, user: User, ask: Callable[[User], object]) -> Cost:
    """In turns, so that whatever else the machine does meets both."""
    inside, without = [], []
    for _time in range(TIMES):
        with acting(scope_of(user)):
            inside.append(_ms(lambda: ask(user)))
        with transaction.atomic():
            without.append(_ms(lambda: ask(user)))
    return Cost(name, median(inside), median(without))


def _of_the_nation(month: Any) -> Cost:
    inside, without = [], []
    for _time in range(TIMES_NATION):
        inside.append(_ms(lambda: figures.figures(None, month, timezone.now())))
        with _no_fence():
            without.append(_ms(lambda: figures.figures(None, month, timezone.now())))
    return Cost("figures of the nation's report", median(inside), median(without))


@contextmanager
def _no_fence() -> Any:
    with mock.patch.object(figures, "acting", return_value=nullcontext()):
        yield


def _ms(ask: Callable[[], object]) -> float:
    begun = time.perf_counter()
    ask()
    return 1000 * (time.perf_counter() - begun)


def _list(user: User, **sought: str) -> None:
    seen = overview(user, timezone.now())
    found, _chosen = narrow(seen.cases, sought, timezone.localdate())
    rows = found.annotate(late_from=late_from()).order_by("-pk")
    list(rows.values_list(*COLUMNS)[:PAGE])


def _search(user: User) -> None:
    _list(user, cari="Sari")


def _file(user: User) -> None:
    case = newest_case(user, Case.objects.filter(lead_worker=user).latest("pk").client_id)
    assert case
    timeline(user, case.client)
