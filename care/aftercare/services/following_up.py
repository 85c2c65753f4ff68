"""Calling on people after care has ended (domain facts, section 5)."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from care.aftercare.services.turning import turn
from care.enums import (
    OUTCOMES_THAT_NEED_A_NOTE,
    REACHED_OUTCOMES,
    ContactOutcome,
    FollowUpStatus,
)
from care.event_kinds import CareEvent
from care.models import FollowUp, FollowUpContact, schedule
from care.transitions.placement import close_after_death
from clients.deadlines import CLOSE_DAYS
from clients.enums import CaseStatus, NextStep
from clients.hanging import Occasion, let_go
from clients.models import Case
from clients.rules import demand_consent
from clients.transitions import lock_case, set_next, tell
from common.dates import day
from common.errors import DomainError
from common.faults import demand_day


@dataclass(frozen=True)
class Contact:
    """One try, as the worker tells it."""

    on: date
    channel: str
    outcome: str
    note: str = ""


@transaction.atomic
def record_contact(*, follow_up: FollowUp, contact: Contact, actor: User, at: datetime) -> FollowUp:
    today = timezone.localdate(at)
    case = lock_case(follow_up.case)
    follow_up = FollowUp.objects.select_for_update(no_key=True).get(pk=follow_up.pk)
    _demand_open(case, follow_up)
    _demand_sound(case, follow_up, contact, today=today)
    FollowUpContact.objects.create(
        follow_up=follow_up,
        on=contact.on,
        channel=contact.channel,
        outcome=contact.outcome,
        note=contact.note,
        recorded_by=actor,
        recorded_at=at,
    )
    _settle(follow_up, contact)
    again = turn(case, contact, actor=actor, at=at)
    _settle_case(case, contact, today=today)
    _tell(case, follow_up, contact, again, actor=actor, at=at)
    if contact.outcome == ContactOutcome.DIED:
        let_go(case, Occasion.DIED, actor=actor, at=at)
    return follow_up


def _settle(follow_up: FollowUp, contact: Contact) -> None:
    if contact.outcome in REACHED_OUTCOMES:
        follow_up.status = FollowUpStatus.REACHED
    elif schedule.tried_enough(follow_up.contacts.values_list("on", "channel")):
        follow_up.status = FollowUpStatus.NOT_REACHED
    else:
        return
    follow_up.closed_on = contact.on
    follow_up.save(update_fields=["status", "closed_on"])


def _settle_case(case: Case, contact: Contact, *, today: date) -> None:
    if contact.outcome == ContactOutcome.DIED:
        case.follow_ups.planned().update(status=FollowUpStatus.CANCELLED, closed_on=today)
        close_after_death(case, today=today)
    else:
        upcoming = case.follow_ups.planned().soonest_first().first()
        if upcoming is not None:
            set_next(case, NextStep.FOLLOW_UP, upcoming.due_on)
        else:
            set_next(case, NextStep.CLOSE, today + timedelta(days=CLOSE_DAYS))
    case.save()


def _tell(
    case: Case,
    follow_up: FollowUp,
    contact: Contact,
    again: date | None,
    *,
    actor: User,
    at: datetime,
) -> None:
    tried = {
        "milestone": follow_up.milestone,
        "channel": contact.channel,
        "outcome": contact.outcome,
    }
    if contact.outcome == ContactOutcome.DIED:
        tell(case, CareEvent.DIED_AFTERWARDS, actor=actor, at=at, note=contact.note, **tried)
    else:
        told = CareEvent.FOLLOW_UP
        tell(case, told, actor=actor, at=at, note=contact.note, again=again, **tried)


def _demand_open(case: Case, follow_up: FollowUp) -> None:
    if case.status != CaseStatus.AFTERCARE:
        raise DomainError(_("Kasus ini tidak dalam pascalayanan."), code="wrong_status")
    demand_consent(case.client)
    if follow_up.status != FollowUpStatus.PLANNED:
        raise DomainError(
            _("Tindak lanjut ini sudah selesai dicatat. Muat ulang halaman untuk melihatnya."),
            code="wrong_status",
        )


def _demand_sound(case: Case, follow_up: FollowUp, contact: Contact, *, today: date) -> None:
    earliest = follow_up.window_starts_on - schedule.EARLIEST_BEFORE_WINDOW
    if case.service_ended_on is not None:
        earliest = max(earliest, case.service_ended_on)
    early = _("Terlalu awal untuk tindak lanjut ini: kontak dihitung sejak %(date)s.")
    words = {"date": day(earliest)}
    demand_day(contact.on, field="on", today=today, first=earliest, early=early % words)
    if contact.outcome in OUTCOMES_THAT_NEED_A_NOTE and not contact.note.strip():
        raise DomainError(
            _("Tulis keadaan klien dan bantuan yang diperlukan."),
            code="note_required",
            field="note",
        )
    same = {"on": contact.on, "channel": contact.channel, "outcome": contact.outcome}
    earlier = follow_up.contacts.filter(**same).select_related("follow_up__case__client")
    if any(one.note == contact.note for one in earlier):
        raise DomainError(_("Kontak yang sama sudah dicatat."), code="repeated")
