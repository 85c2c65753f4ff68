"""How after-care begins, by the reason why care has ended, and how it is taken up when consent is there again."""

from datetime import date, datetime

from django.utils import timezone

from accounts.models import User
from care.aftercare.services.beginning import schedule_contacts
from care.aftercare.services.imprisoning import (
    begin_imprisonment,
    take_up_freedom,
    take_up_prison,
)
from care.aftercare.services.points import add_extra_contact, lead_on, plan_points
from care.enums import EndReason, FollowUpStatus, PlacementStatus
from care.models import Placement, schedule
from care.shared.opioids import uses_opioids
from clients.enums import CaseStatus, EventKind
from clients.models import Case
from clients.rules import has_withdrawn_consent


# Ends that nobody had planned: with opioids somebody calls within 72 hours.
UNPLANNED = (EndReason.WITHDREW, EndReason.RULE_BREACH)
ONLY_IN_PRISON = r"^[PR]"  # the usual calls are off while a sentence runs
ONLY_OUTSIDE = r"^[WMX]"  # and nobody who is free is called through the prison


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


def take_up_calls(case: Case, *, actor: User, at: datetime) -> None:
    """Of what ended with the consent, what is still to come is planned again; somebody is called on, whatever went by."""
    today = timezone.localdate(at)
    serves = case.imprisonments.running().first()
    ended_on = _consent_ended_on(case)
    if ended_on is not None:
        _plan_what_ended(case, ended_on, today, ONLY_IN_PRISON if serves else ONLY_OUTSIDE)
    if serves is not None:
        take_up_prison(case, serves, today=today)
    elif ended_on is not None and case.imprisonments.filter(ended_on__gte=ended_on).exists():
        take_up_freedom(case, today=today)
    elif case.status == CaseStatus.AFTERCARE and not case.follow_ups.exists():
        _begin_late(case, actor=actor, at=at)
    lead_on(case)
    case.save(update_fields=["next_step", "next_due_on"])


def _consent_ended_on(case: Case) -> date | None:
    """Taken back in an earlier case of the same person, it has ended nothing in this one."""
    taken_back = case.events.filter(kind=EventKind.CONSENT_WITHDRAWN).newest_first().first()
    return timezone.localdate(taken_back.at) if taken_back else None


def _plan_what_ended(case: Case, ended_on: date, today: date, milestones: str) -> None:
    ended_with_it = case.follow_ups.filter(status=FollowUpStatus.CANCELLED, closed_on=ended_on)
    still_to_come = ended_with_it.filter(due_on__gte=today, milestone__regex=milestones)
    still_to_come.update(status=FollowUpStatus.PLANNED, closed_on=None)


def _begin_late(case: Case, *, actor: User, at: datetime) -> None:
    """Care ended without consent, so nobody was called on: from today on they are."""
    stay = Placement.objects.filter(case=case, status=PlacementStatus.ENDED).order_by("-pk").first()
    if stay is not None and stay.ends_on is not None:
        on = stay.ends_on if stay.end_reason == EndReason.PRISON else timezone.localdate(at)
        begin_contacts(case, stay.end_reason, on=on, actor=actor, at=at)


def _plan_search(case: Case, on: date) -> None:
    """Nobody knows where to call: news is asked for soon, and once more after three months."""
    soon = schedule.EXTRA_AFTER if uses_opioids(case) else schedule.NEAR_WINDOW
    add_extra_contact(case, on, soon)
    plan_points(case, [point for point in schedule.milestones(on) if point.code == "M3"])
