"""Which template and which facts make up a role's home page."""

from collections.abc import Callable
from datetime import date
from typing import Any

from accounts.enums import Role
from accounts.models import User
from common.scope import acting, nation as whole_nation
from desk.selectors import house, nation, reading, team, work
from desk.selectors.approvals import approvals as waiting_approvals
from desk.tiles import tiles
from screening.selectors import overrides_to_answer


Facts = dict[str, Any]


def social_worker(user: User, today: date) -> Facts:
    return {
        "work": work.work_items(user, today),
        "tasks": work.open_tasks(user),
        "counts": work.case_counts(user, today),
        "places": _places(user, today),
        "sent": house.requests_sent(user),
    }


def supervisor(user: User, today: date) -> Facts:
    return {
        "overrides": overrides_to_answer(user),
        "decisions": team.awaiting_decision(user),
        "to_sign": team.assessments_to_sign(user),
        "approvals": waiting_approvals(user),
        "loads": team.case_loads(user, today),
        "limit": team.CASES_PER_WORKER,
        "work": work.work_items(user, today),
        "tasks": work.open_tasks(user),
        "counts": work.case_counts(user, today),
        "closed": team.recently_closed(user),
    }


def balai_manager(user: User, today: date) -> Facts:
    return {
        "places": _places(user, today),
        "requests": house.requests_to_answer(user),
        "to_sign": team.assessments_to_sign(user),
        "endings": house.endings_due(user, today),
        "approvals": waiting_approvals(user),
        "overrides": overrides_to_answer(user),
        "agreements": house.expiring_agreements(today, user.institution_id),
        "month": house.last_month(today),
        "report": house.report_of_last_month(user, today),
        "counts": work.case_counts(user, today),
        "work": work.work_items(user, today),
        "tasks": work.open_tasks(user),
    }


def ipwl_staff(user: User, today: date) -> Facts:
    return {
        "requests": house.requests_to_answer(user),
        "to_sign": team.assessments_to_sign(user),
        "approvals": waiting_approvals(user),
        "sent": house.requests_sent(user),
        "overrides": overrides_to_answer(user),
        "places": _places(user, today),
        "agreements": house.expiring_agreements(today, user.institution_id),
        "month": house.last_month(today),
        "report": house.report_of_last_month(user, today),
        "submission": house.submission_of_last_month(user, today),
        "counts": work.case_counts(user, today),
        "work": work.work_items(user, today),
        "tasks": work.open_tasks(user),
    }


def ministry_admin(user: User, today: date) -> Facts:
    with acting(whole_nation()):
        return _of_the_nation(today)


def _of_the_nation(today: date) -> Facts:
    provinces = nation.active_by_province(today)
    drawn, legend = tiles(provinces)
    month = house.last_month(today)
    return {
        "totals": nation.totals(today),
        "reach": nation.aftercare_reach(today),
        "gaps": nation.data_gaps(),
        "provinces": provinces,
        "tiles": drawn,
        "legend": legend,
        "month": month,
        "states": nation.report_states(month),
        "submissions_waiting": nation.submissions_waiting(),
        "agreements": house.expiring_agreements(today),
    }


def auditor(user: User, today: date) -> Facts:
    return {"reads": reading.latest_reads(), "reports": reading.latest_reports()}


def data_officer(user: User, today: date) -> Facts:
    return {"uses": reading.uses_of_last_month(), "readers": reading.readers_of_last_month()}


def _places(user: User, today: date) -> house.Places | None:
    institution = user.institution
    return house.places(institution, today) if institution and institution.capacity else None


PAGES: dict[str, Callable[[User, date], Facts]] = {
    Role.SOCIAL_WORKER: social_worker,
    Role.SUPERVISOR: supervisor,
    Role.BALAI_MANAGER: balai_manager,
    Role.IPWL_STAFF: ipwl_staff,
    Role.MINISTRY_ADMIN: ministry_admin,
    Role.AUDITOR: auditor,
    Role.DATA_OFFICER: data_officer,
}
