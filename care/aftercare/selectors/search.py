"""How far the search for somebody has come who does not answer."""

from datetime import date

from care.aftercare.ladder import Ladder, Try
from care.enums import REACHED_OUTCOMES, SEARCHING, FollowUpStatus
from care.models import FollowUpContact, schedule
from clients.enums import CaseStatus, CloseReason
from clients.models import Case


def ladder_of(case: Case) -> Ladder:
    """Of a case whose care has ended; before the first word from the person the end of care counts."""
    rows = FollowUpContact.objects.filter(follow_up__case=case)
    contacts = list(rows.order_by("on", "pk").values_list("on", "channel", "outcome"))
    heard = [on for on, _channel, outcome in contacts if outcome in REACHED_OUTCOMES]
    heard_on = max(heard, default=case.service_ended_on or case.opened_on)
    tries = tuple(
        Try(on, channel)
        for on, channel, outcome in contacts
        if on > heard_on and outcome not in REACHED_OUTCOMES and channel in SEARCHING
    )
    return Ladder(heard_on, tries, _core_missed(case, heard_on))


def _core_missed(case: Case, heard_on: date) -> int:
    gone = (FollowUpStatus.MISSED, FollowUpStatus.NOT_REACHED)
    rows = case.follow_ups.filter(milestone__in=schedule.CORE, status__in=gone)
    return rows.filter(closed_on__gt=heard_on).count()


def is_lost(case: Case) -> bool:
    """Closed because nobody found the person after care; found again, the case goes on."""
    return (
        case.status == CaseStatus.CLOSED
        and case.close_reason == CloseReason.LOST
        and case.service_ended_on is not None
        and case.is_current
    )
