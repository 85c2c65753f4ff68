"""How after-care begins, by the reason why care has ended."""

from datetime import date, datetime

from accounts.models import User
from care.aftercare.services.beginning import schedule_contacts
from care.aftercare.services.imprisoning import begin_imprisonment
from care.aftercare.services.points import add_extra_contact, lead_on, plan_points
from care.enums import EndReason
from care.models import schedule
from care.shared.opioids import uses_opioids
from clients.models import Case
from clients.rules import has_withdrawn_consent


# Ends that nobody had planned: with opioids somebody calls within 72 hours.
UNPLANNED = (EndReason.WITHDREW, EndReason.RULE_BREACH)


def begin_contacts(case: Case, reason: str, *, on: date, actor: User, at: datetime) -> None:
    """Part of ending care; the caller saves the case. Without consent nobody is called on."""
    if has_withdrawn_consent(case.client):
        return
    if reason == EndReason.PRISON:
        begin_imprisonment(case, on=on, actor=actor, at=at)
    elif reason == EndReason.LOST:
        _plan_search(case, on)
    else:
        schedule_contacts(case, on)
        if reason in UNPLANNED and uses_opioids(case):
            add_extra_contact(case, on)
    lead_on(case)


def _plan_search(case: Case, on: date) -> None:
    """Nobody knows where to call: news is asked for soon, and once more after three months."""
    soon = schedule.EXTRA_AFTER if uses_opioids(case) else schedule.NEAR_WINDOW
    add_extra_contact(case, on, soon)
    plan_points(case, [point for point in schedule.milestones(on) if point.code == "M3"])
