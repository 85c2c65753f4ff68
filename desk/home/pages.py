"""Which template and which facts make up a role's home page; `now` is the local time of who looks."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from accounts.enums import Role
from accounts.models import ServiceKey, User
from accounts.selectors import appointments_for
from clients.selectors import emergencies_waiting
from common.summary import counted
from desk.selectors import institution, nation, reading, team, work
from desk.tiles import tiles
from exports.models import Export


Facts = dict[str, Any]


def social_worker(user: User, now: datetime) -> Facts:
    return {
        **_work(user, now.date()),
        "institution": institution.own_institution(user, now.date()),
        "sent": institution.requests_sent(user),
    }


def supervisor(user: User, now: datetime) -> Facts:
    return {
        **_work(user, now.date()),
        "loads": team.case_loads(user, now.date()),
        "limit": team.CASES_PER_WORKER,
        "closed": team.recently_closed(user),
    }


def balai_manager(user: User, now: datetime) -> Facts:
    return {
        **_work(user, now.date()),
        "institution": institution.own_institution(user, now.date()),
        "endings": institution.endings_due(user, now.date()),
        "to_grant": _to_grant(user),
    }


def ipwl_staff(user: User, now: datetime) -> Facts:
    return {
        **_work(user, now.date()),
        "institution": institution.own_institution(user, now.date()),
        "sent": institution.requests_sent(user),
    }


def _work(user: User, today: date) -> Facts:
    """What the home of everybody who works with clients begins with."""
    found = work.work(user, today)
    return {
        "work": found,
        "shown": found.items,
        "emergencies": found.emergencies,
        "counts": work.case_counts(user),
    }


def ministry_admin(user: User, now: datetime) -> Facts:
    found = counted(nation.SUMMARY, now)
    figures = nation.Nation.of(found.figures)
    drawn, legend = tiles(figures.provinces)
    return {
        "nation": figures,
        "counted": found,
        "tiles": drawn,
        "legend": legend,
        "to_grant": _to_grant(user),
    }


def _to_grant(user: User) -> int:
    """Roles that wait for a second person, and this is one."""
    return sum(waiting.may_answer for waiting in appointments_for(user))


def auditor(user: User, now: datetime) -> Facts:
    return {"reads": reading.latest_reads(), "reports": reading.latest_reports()}


def data_officer(user: User, now: datetime) -> Facts:
    return {
        "uses": reading.uses_of_last_month(),
        "readers": reading.readers_of_last_month(),
        "emergencies": emergencies_waiting(user, now.date()),
        "exports": Export.objects.visible_to(user).for_answer_by(user, now).count(),
        "keys": ServiceKey.objects.waiting().count(),
        "to_grant": _to_grant(user),
    }


PAGES: dict[str, Callable[[User, datetime], Facts]] = {
    Role.SOCIAL_WORKER: social_worker,
    Role.SUPERVISOR: supervisor,
    Role.BALAI_MANAGER: balai_manager,
    Role.IPWL_STAFF: ipwl_staff,
    Role.MINISTRY_ADMIN: ministry_admin,
    Role.AUDITOR: auditor,
    Role.DATA_OFFICER: data_officer,
}
