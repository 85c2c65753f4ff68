"""Somebody serves a sentence: care keeps in touch through the prison, and is there on the day they come out."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from care.aftercare.facts import Sentence
from care.aftercare.services.points import (
    add_extra_contact,
    call_off,
    lead_on,
    plan_again,
    plan_points,
)
from care.enums import FollowUpStatus
from care.event_kinds import CareEvent
from care.models import Imprisonment, schedule
from care.shared.opioids import uses_opioids
from clients.enums import CaseStatus, ReentryReason
from clients.models import Case
from clients.rules import has_withdrawn_consent
from clients.services.intake import enter_again
from clients.transitions import lock_case, tell
from common import dates
from common.errors import DomainError
from common.faults import demand_day
from screening.services.drafts import start_screening


@transaction.atomic
def record_imprisonment(
    *, case: Case, sentence: Sentence, actor: User, at: datetime
) -> Imprisonment:
    """Where, since when, until when; written again as more is known, and without consent too: then nobody is called."""
    case = lock_case(case)
    _demand_aftercare(case)
    today = timezone.localdate(at)
    demand_day(sentence.began_on, field="began_on", today=today, first=case.opened_on)
    if sentence.release_on is not None and sentence.release_on < sentence.began_on:
        raise DomainError(
            _("Hari bebas mendahului hari mulai. Periksa tanggalnya."),
            code="ends_too_early",
            field="release_on",
        )
    row = begin_imprisonment(case, on=sentence.began_on, actor=actor, at=at)
    row.began_on, row.release_on = sentence.began_on, sentence.release_on
    row.prison, row.bapas = sentence.prison, sentence.bapas
    row.save()
    if not has_withdrawn_consent(case.client):
        _plan_release(case, sentence.release_on, today=today)
        lead_on(case)
    case.save(update_fields=["next_step", "next_due_on"])
    tell(
        case,
        CareEvent.IMPRISONED,
        actor=actor,
        at=at,
        since=row.began_on,
        release=row.release_on,
    )
    return row


def begin_imprisonment(case: Case, *, on: date, actor: User, at: datetime) -> Imprisonment:
    """Part of the service that was told of it: the usual calls are off, the prison is called instead."""
    running = case.imprisonments.running().first()
    if running is not None:
        return running
    today = timezone.localdate(at)
    call_off(case, on=today)
    if not has_withdrawn_consent(case.client):
        _call_prison_soon(case, today)
    return Imprisonment.objects.create(case=case, began_on=on, recorded_by=actor, recorded_at=at)


def take_up_prison(case: Case, row: Imprisonment, *, today: date) -> None:
    """Consent is there again while the sentence runs: the prison is called, and who may be out already is looked for."""
    if not case.follow_ups.planned().filter(milestone__startswith="P").exists():
        _call_prison_soon(case, today)
    if row.release_on is not None:
        _plan_release(case, max(row.release_on, today), today=today)


def take_up_freedom(case: Case, *, today: date) -> None:
    """Consent is there again of somebody who came out without it: called soon, and as who came out with it."""
    plan_again(case, on=today)
    add_extra_contact(case, today)


def _call_prison_soon(case: Case, today: date) -> None:
    soon = schedule.EXTRA_AFTER if uses_opioids(case) else schedule.PRISON_FIRST
    plan_points(case, [schedule.prison_contact(_next(case, "P"), today + soon)])


def call_prison_again(case: Case, *, on: date) -> None:
    """The next contact while the sentence runs."""
    if case.imprisonments.running().exists():
        due = on + schedule.PRISON_EVERY
        plan_points(case, [schedule.prison_contact(_next(case, "P"), due)])


@transaction.atomic
def release(*, imprisonment: Imprisonment, on: date, actor: User, at: datetime) -> Imprisonment:
    """Out: tolerance has fallen, so somebody calls within 72 hours, and after-care goes on."""
    case, row = _lock(imprisonment)
    today = timezone.localdate(at)
    early = _("Pidana ini baru dimulai pada %(day)s.") % {"day": dates.day(row.began_on)}
    demand_day(on, field="on", today=today, first=row.began_on, early=early)
    free(case, row, on=on, at=at)
    lead_on(case)
    case.save(update_fields=["next_step", "next_due_on"])
    tell(case, CareEvent.RELEASED, actor=actor, at=at, on=on)
    return row


def free(case: Case, row: Imprisonment, *, on: date, at: datetime) -> None:
    """Part of the service that was told that the person is out; who took consent back is not called."""
    row.ended_on = on
    row.save(update_fields=["ended_on"])
    call_off(case, on=timezone.localdate(at))
    if not has_withdrawn_consent(case.client):
        plan_again(case, on=on)
        add_extra_contact(case, on)


@transaction.atomic
def begin_after_prison(*, imprisonment: Imprisonment, note: str, actor: User, at: datetime) -> Case:
    """Out, and back into care as a new episode of the same person."""
    case, row = _lock(imprisonment)
    row.ended_on = timezone.localdate(at)
    row.save(update_fields=["ended_on"])
    again = enter_again(case=case, reason=ReentryReason.RELEASED, note=note, actor=actor, at=at)
    return start_screening(case=again, actor=actor, at=at).case


def _lock(imprisonment: Imprisonment) -> tuple[Case, Imprisonment]:
    case = lock_case(imprisonment.case)
    _demand_aftercare(case)
    row = Imprisonment.objects.select_for_update(no_key=True).get(pk=imprisonment.pk)
    if row.ended_on is not None:
        raise DomainError(_("Klien ini sudah dicatat bebas."), code="wrong_status")
    return case, row


def _plan_release(case: Case, on: date | None, *, today: date) -> None:
    """The day itself is a point of the schedule; another day takes its place."""
    planned = case.follow_ups.planned().filter(milestone__startswith="R")
    other = planned if on is None else planned.exclude(due_on=on)
    other.update(status=FollowUpStatus.CANCELLED, closed_on=today)
    if on is not None and not planned.exists():
        plan_points(case, [schedule.release_day(_next(case, "R"), on)])


def _next(case: Case, letter: str) -> int:
    return case.follow_ups.filter(milestone__startswith=letter).count() + 1


def _demand_aftercare(case: Case) -> None:
    if case.status != CaseStatus.AFTERCARE:
        raise DomainError(_("Kasus ini tidak dalam pascalayanan."), code="wrong_status")
