"""Points of after-care that went by, what comes after them, and when a search may end."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from care.aftercare.selectors.search import ladder_of
from care.enums import FollowUpStatus
from care.event_kinds import CareEvent
from care.models import AftercarePlan, FollowUp
from clients.deadlines import CLOSE_DAYS
from clients.enums import NextStep
from clients.models import Case, Share
from clients.transitions import lock_case, set_next, tell
from clients.workflow import CASE
from common.errors import DomainError
from common.workflow import move


@transaction.atomic
def let_pass(*, follow_up: FollowUp, at: datetime) -> FollowUp:
    """By the system: nobody spoke with the person in time. Tried in vain is told from never tried."""
    today = timezone.localdate(at)
    case = lock_case(follow_up.case)
    passed = case.follow_ups.passed_on(today).filter(pk=follow_up.pk).first()
    if passed is None:
        raise DomainError(_("Tindak lanjut ini sudah selesai dicatat."), code="wrong_status")
    _close(passed, today)
    set_next_contact(case, today=today)
    case.save(update_fields=["next_step", "next_due_on"])
    told = {"milestone": passed.milestone, "status": passed.status}
    tell(case, CareEvent.FOLLOW_UP_MISSED, actor=None, at=at, **told)
    return passed


def set_next_contact(case: Case, *, today: date) -> None:
    """The next point that is planned; after the last one the case waits to be closed."""
    upcoming = case.follow_ups.planned().soonest_first().first()
    if upcoming is not None:
        set_next(case, NextStep.FOLLOW_UP, upcoming.due_on)
    else:
        set_next(case, NextStep.CLOSE, today + timedelta(days=CLOSE_DAYS))


def take_up_again(case: Case, *, today: date) -> None:
    """The case of somebody who was lost, as part of the service that found them.

    What was cancelled with it is planned again, what went by meanwhile is missed; the service sets the next step.
    """
    move(case, "find", CASE)
    let_go = case.follow_ups.filter(status=FollowUpStatus.CANCELLED, closed_on=case.closed_on)
    let_go.update(status=FollowUpStatus.PLANNED, closed_on=None)
    case.closed_on, case.close_reason = None, ""
    case.save()
    _take_calls_back(case, today)
    for follow_up in case.follow_ups.passed_on(today):
        _close(follow_up, today)


def _take_calls_back(case: Case, today: date) -> None:
    """The file may have run out meanwhile for whoever made the calls: the sweep looks at open cases only."""
    sees = Share.objects.on(today).filter(client=case.client_id).values("institution")
    theirs = AftercarePlan.objects.filter(case=case).exclude(
        contact_by__institution=case.institution_id
    )
    theirs.exclude(contact_by__institution__in=sees).update(contact_by=case.lead_worker)


def demand_looked_for(case: Case, today: date) -> None:
    """Nobody is given up as lost before they were looked for, and time has gone by (domain facts, section 5)."""
    missing = ladder_of(case).missing_for_lost(today)
    if missing:
        sentence = _("Klien belum dapat dinyatakan tidak terlacak. %(missing)s")
        raise DomainError(
            sentence % {"missing": " ".join(missing)}, code="not_looked_for", field="reason"
        )


def _close(follow_up: FollowUp, today: date) -> None:
    was_tried = follow_up.contacts.exists()
    follow_up.status = FollowUpStatus.NOT_REACHED if was_tried else FollowUpStatus.MISSED
    follow_up.closed_on = today
    follow_up.save(update_fields=["status", "closed_on"])
