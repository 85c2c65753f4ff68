"""What is measured: pages by those who open them, and the two journeys."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import cycle

from accounts.enums import Role
from accounts.models import User
from clients.enums import CaseStatus
from clients.models import Case
from tools.bench import journeys
from tools.bench.lines import Visitor
from tools.bench.people import cookies, searching, some
from tools.bench.rounds import CONNECTIONS, Journey


FILES_EACH = 20
WORKERS_FOR_INTAKE = 64
MOST_SCREENINGS = 1000
HOMES = {
    "social worker": Role.SOCIAL_WORKER,
    "supervisor": Role.SUPERVISOR,
    "head of balai": Role.BALAI_MANAGER,
    "IPWL staff": Role.IPWL_STAFF,
    "ministry": Role.MINISTRY_ADMIN,
    "auditor": Role.AUDITOR,
}

Errands = Iterator[tuple[str, Journey]]


@dataclass(frozen=True, slots=True)
class Page:
    name: str
    visitors: Callable[[], list[Visitor]]


@dataclass(frozen=True, slots=True)
class Work:
    name: str
    errands: Callable[[], Errands]


def floor() -> Page:
    return Page("floor", partial(_visits, Role.SUPERVISOR, "/lantai/"))


def subjects(today: date) -> list[Page | Work]:
    return [
        Page("client list, institution", partial(_visits, Role.SUPERVISOR, "/klien/")),
        Page("client list, own clients", partial(_visits, Role.SOCIAL_WORKER, "/klien/")),
        Page("client list, whole country", partial(_visits, Role.AUDITOR, "/klien/")),
        Page("search by name", _searches),
        Page("client file", _files),
        Work("intake", partial(_intakes, today)),
        Work("screening", _screenings),
        *(Page(f"home, {who}", partial(_visits, role, "/")) for who, role in HOMES.items()),
    ]


def _visits(role: str, path: str) -> list[Visitor]:
    return [Visitor(cookie, (path,)) for cookie in cookies(some(role, CONNECTIONS))]


def _searches() -> list[Visitor]:
    """For somebody who is there; the visitor sees the whole institution."""
    people = some(Role.SUPERVISOR, CONNECTIONS)
    names = [_files_of(person)[0].client.name for person in people]
    return [
        Visitor(searching(person, name), ("/klien/?cari=bench",))
        for person, name in zip(people, names, strict=True)
    ]


def _files() -> list[Visitor]:
    people = some(Role.SUPERVISOR, CONNECTIONS)
    paths = [tuple(f"/klien/{case.client_id}/" for case in _files_of(each)) for each in people]
    return [Visitor(cookie, path) for cookie, path in zip(cookies(people), paths, strict=True)]


def _files_of(person: User) -> list[Case]:
    cases = Case.objects.filter(institution_id=person.institution_id)
    rows = cases.filter(status=CaseStatus.AFTERCARE).select_related("client").order_by("pk")
    return list(rows[:FILES_EACH])


def _intakes(today: date) -> Errands:
    errand = partial(journeys.intake, today=today)
    workers = some(Role.SOCIAL_WORKER, WORKERS_FOR_INTAKE)
    return cycle([(cookie, errand) for cookie in cookies(workers)])


def _screenings() -> Errands:
    """Each waiting case once, by the worker who leads it."""
    waiting = Case.objects.filter(status=CaseStatus.INTAKE).select_related("lead_worker")
    cases = list(waiting.order_by("pk")[:MOST_SCREENINGS])
    leads = list({case.lead_worker for case in cases})
    cookie_of = dict(zip(leads, cookies(leads), strict=True))
    return iter(
        [(cookie_of[case.lead_worker], partial(journeys.screening, case=case.pk)) for case in cases]
    )
