"""Calling on people after care has ended (domain facts, section 5)."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from care.aftercare.ladder import Ladder
from care.aftercare.selectors.search import is_lost, ladder_of
from care.aftercare.services.passing import set_next_contact, take_up_again
from care.aftercare.services.turning import turn
from care.enums import (
    OUTCOMES_THAT_NEED_A_NOTE,
    REACHED_OUTCOMES,
    CareTask,
    ContactOutcome,
    FollowUpStatus,
)
from care.event_kinds import CareEvent
from care.models import FollowUp, FollowUpContact, schedule
from care.transitions.placement import close_after_death
from clients.enums import CaseStatus
from clients.hanging import Occasion, let_go
from clients.models import Case
from clients.models.task import subject_of
from clients.rules import demand_consent
from clients.services.case_tasks import settle_tasks
from clients.transitions import lock_case, tell
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
    """A try at one point of the schedule; a word from the person closes it, as reached or as gone by."""
    case = lock_case(follow_up.case)
    follow_up = FollowUp.objects.select_for_update(no_key=True).get(pk=follow_up.pk)
    follow_up.case = case
    _demand_open(case, follow_up)
    _demand_sound(case, follow_up, contact, today=timezone.localdate(at))
    before = ladder_of(case)
    _keep(follow_up, contact, actor, at)
    after = ladder_of(case)
    _settle(follow_up, contact, after)
    settle_tasks(case, subject_of("late", CareTask.LATE_CALL, follow_up), actor=actor, at=at)
    _follow(follow_up, contact, _kind(before, after), actor=actor, at=at)
    return follow_up


@transaction.atomic
def record_unplanned(*, case: Case, contact: Contact, actor: User, at: datetime) -> FollowUp:
    """A contact between two points; with a word from somebody who was given up as lost their case goes on."""
    case = lock_case(case)
    today = timezone.localdate(at)
    demand_consent(case.client)
    is_found = is_lost(case)
    if is_found:
        _demand_heard(contact)
        take_up_again(case, today=today)
    extras = case.follow_ups.filter(milestone__startswith="X")
    point = schedule.unplanned(extras.count() + 1, contact.on)
    follow_up = FollowUp.of(case, point)
    _demand_in_aftercare(case)
    _demand_sound(case, follow_up, contact, today=today)
    before = ladder_of(case)
    is_heard = contact.outcome in REACHED_OUTCOMES
    follow_up.status = FollowUpStatus.REACHED if is_heard else FollowUpStatus.NOT_REACHED
    follow_up.closed_on = contact.on
    follow_up.save()
    _keep(follow_up, contact, actor, at)
    kind = CareEvent.FOUND_AGAIN if is_found else _kind(before, ladder_of(case))
    _follow(follow_up, contact, kind, actor=actor, at=at)
    return follow_up


def _keep(follow_up: FollowUp, contact: Contact, actor: User, at: datetime) -> None:
    FollowUpContact.objects.create(
        follow_up=follow_up,
        on=contact.on,
        channel=contact.channel,
        outcome=contact.outcome,
        note=contact.note,
        recorded_by=actor,
        recorded_at=at,
    )


def _settle(follow_up: FollowUp, contact: Contact, ladder: Ladder) -> None:
    """Far outside its window a word from the person is kept, and the point is gone by all the same."""
    last = follow_up.last_day
    if contact.outcome in REACHED_OUTCOMES:
        in_time = last is None or contact.on <= last
        follow_up.status = FollowUpStatus.REACHED if in_time else FollowUpStatus.MISSED
    elif ladder.not_found_since is not None:
        follow_up.status = FollowUpStatus.NOT_REACHED
    else:
        return
    follow_up.closed_on = contact.on
    follow_up.save(update_fields=["status", "closed_on"])


def _kind(before: Ladder, after: Ladder) -> CareEvent:
    """With the try that makes the search whole, the person is temporarily not found."""
    is_whole = before.not_found_since is None and after.not_found_since is not None
    return CareEvent.NOT_FOUND if is_whole else CareEvent.FOLLOW_UP


def _follow(
    follow_up: FollowUp, contact: Contact, kind: CareEvent, *, actor: User, at: datetime
) -> None:
    """What follows from what was heard, or not: further contacts, the next step, the one event."""
    again = turn(follow_up.case, follow_up, contact, actor=actor, at=at)
    _settle_case(follow_up.case, contact, today=timezone.localdate(at))
    _tell(follow_up, contact, again, kind, actor=actor, at=at)
    if contact.outcome == ContactOutcome.DIED:
        let_go(follow_up.case, Occasion.DIED, actor=actor, at=at)


def _settle_case(case: Case, contact: Contact, *, today: date) -> None:
    if contact.outcome == ContactOutcome.DIED:
        case.follow_ups.planned().update(status=FollowUpStatus.CANCELLED, closed_on=today)
        close_after_death(case, today=today)
    else:
        set_next_contact(case, today=today)
    case.save()


def _tell(
    follow_up: FollowUp,
    contact: Contact,
    again: date | None,
    kind: CareEvent,
    *,
    actor: User,
    at: datetime,
) -> None:
    case = follow_up.case
    tried = {
        "milestone": follow_up.milestone,
        "channel": contact.channel,
        "outcome": contact.outcome,
    }
    if contact.outcome == ContactOutcome.DIED:
        tell(case, CareEvent.DIED_AFTERWARDS, actor=actor, at=at, note=contact.note, **tried)
    else:
        tell(case, kind, actor=actor, at=at, note=contact.note, again=again, **tried)


def _demand_open(case: Case, follow_up: FollowUp) -> None:
    _demand_in_aftercare(case)
    demand_consent(case.client)
    if follow_up.status != FollowUpStatus.PLANNED:
        raise DomainError(
            _("Tindak lanjut ini sudah selesai dicatat. Muat ulang halaman untuk melihatnya."),
            code="wrong_status",
        )


def _demand_in_aftercare(case: Case) -> None:
    if case.status != CaseStatus.AFTERCARE:
        raise DomainError(_("Kasus ini tidak dalam pascalayanan."), code="wrong_status")


def _demand_heard(contact: Contact) -> None:
    if contact.outcome not in REACHED_OUTCOMES:
        raise DomainError(
            _("Kasus ini dibuka lagi hanya bila klien sudah ditemukan."),
            code="not_found",
            field="outcome",
        )


def _demand_sound(case: Case, follow_up: FollowUp, contact: Contact, *, today: date) -> None:
    first = max(follow_up.first_day, case.service_ended_on or follow_up.first_day)
    early = _(
        "Terlalu awal untuk tindak lanjut ini: kontak dihitung sejak %(date)s."
        " Yang terjadi sebelumnya dicatat sebagai kontak di luar jadwal."
    )
    words = {"date": day(first)}
    demand_day(contact.on, field="on", today=today, first=first, early=early % words)
    if contact.outcome in OUTCOMES_THAT_NEED_A_NOTE and not contact.note.strip():
        raise DomainError(
            _("Tulis keadaan klien dan bantuan yang diperlukan."),
            code="note_required",
            field="note",
        )
    _demand_new(case, follow_up, contact)


def _demand_new(case: Case, follow_up: FollowUp, contact: Contact) -> None:
    """One talk closes one point. A form that was sent twice is one try."""
    that_day = FollowUpContact.objects.filter(follow_up__case=case, on=contact.on)
    rows = that_day.select_related("follow_up__case__client")
    same = rows.filter(channel=contact.channel, outcome=contact.outcome)
    if any(one.note == contact.note for one in same.filter(follow_up=follow_up.pk)):
        raise DomainError(_("Kontak yang sama sudah dicatat."), code="repeated")
    if contact.outcome not in REACHED_OUTCOMES or contact.outcome == ContactOutcome.DIED:
        return
    heard = rows.filter(outcome__in=REACHED_OUTCOMES).first()
    if heard is not None:
        sentence = _(
            "Kontak pada %(day)s sudah mengisi %(point)s; satu kontak mengisi satu tonggak."
        )
        raise DomainError(
            sentence % {"day": day(contact.on), "point": heard.follow_up.label},
            code="counted_already",
            field="on",
        )
