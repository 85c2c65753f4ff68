"""Consent in an open case: given again or anew, and taken back.

Once it is taken back the processing stops within 3 x 24 hours (UU 27/2022 art. 9 and 40).
"""

from dataclasses import asdict
from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from clients.deadlines import (
    CLOSE_DAYS,
    DECIDE_DAYS,
    FINISH_SCREENING_DAYS,
    RESCREEN_DAYS,
    START_SCREENING_DAYS,
    STOP_AFTER_WITHDRAWAL_DAYS,
)
from clients.enums import CaseStatus, EventKind, NextStep
from clients.facts import Agreed
from clients.hanging import Occasion, let_go
from clients.models import Case, Client, Consent, ConsentText
from clients.rules import consent_faults, has_withdrawn_consent, refuse_erased
from clients.services.vital import end_vital_interest
from clients.transitions import lock_case, set_next, tell
from common.errors import DomainError
from common.faults import demand_day, refuse
from common.postgres import insert_along


# Where a case goes on that had stopped: what was asked of others has been taken back, so that is asked anew.
GOES_ON: dict[CaseStatus, tuple[NextStep, int]] = {
    CaseStatus.INTAKE: (NextStep.START_SCREENING, START_SCREENING_DAYS),
    CaseStatus.SCREENING: (NextStep.FINISH_SCREENING, FINISH_SCREENING_DAYS),
    CaseStatus.MEDICAL_FIRST: (NextStep.RETRIAGE, FINISH_SCREENING_DAYS),
    CaseStatus.DECISION: (NextStep.DECIDE, DECIDE_DAYS),
    CaseStatus.PLACEMENT: (NextStep.REQUEST_PLACEMENT, DECIDE_DAYS),
    CaseStatus.IN_SERVICE: (NextStep.REVIEW, RESCREEN_DAYS),
    CaseStatus.AFTERCARE: (NextStep.CLOSE, CLOSE_DAYS),
}


@transaction.atomic
def withdraw_consent(
    *, case: Case, asked_by: str, on: date, note: str, actor: User, at: datetime
) -> list[Consent]:
    """Every consent in force ends; an open case has to come to its end too."""
    case = lock_case(case)
    consents = list(case.client.consents.in_force().select_for_update(no_key=True))
    _check(consents, on, timezone.localdate(at))
    for consent in consents:
        consent.withdrawn_at = _moment(on, at)
        consent.withdrawn_by, consent.withdrawal_note = asked_by, note
        consent.withdrawal_recorded_by = actor
        consent.save()
    if case.is_open:
        set_next(case, NextStep.CLOSE, on + timedelta(days=STOP_AFTER_WITHDRAWAL_DAYS))
        case.save(update_fields=["next_step", "next_due_on"])
    tell(case, EventKind.CONSENT_WITHDRAWN, actor=actor, at=at, note=note, giver=asked_by)
    if case.is_open:
        let_go(case, Occasion.WITHDRAWN, actor=actor, at=at)
    return consents


@transaction.atomic
def give_consent(*, case: Case, agreed: Agreed, actor: User, at: datetime) -> Case:
    """Renewed, a grown child's own, or given again: then the case goes on where it stood."""
    today = timezone.localdate(at)
    case = lock_case(case)
    if not case.is_open:
        raise DomainError(_("Kasus ini sudah ditutup."), code="closed")
    refuse_erased(case.client)
    refuse(consent_faults(agreed, case.client.birth_date, today))
    was_withdrawn = has_withdrawn_consent(case.client)
    record_consent(case.client, agreed, actor)
    end_vital_interest(case.client, at)
    tell(case, EventKind.CONSENT_GIVEN, actor=actor, at=at, giver=agreed.given_by)
    if was_withdrawn:
        _go_on(case, today)
        let_go(case, Occasion.RESUMED, actor=actor, at=at)
    return case


def record_consent(client: Client, agreed: Agreed, actor: User) -> None:
    """To the text that is current now; part of the service that calls it."""
    text = ConsentText.objects.current()
    insert_along(Consent(client=client, text=text, recorded_by=actor, **asdict(agreed)))


def _go_on(case: Case, today: date) -> None:
    step, days = GOES_ON[CaseStatus(case.status)]
    set_next(case, step, today + timedelta(days=days))
    case.save(update_fields=["next_step", "next_due_on"])


def _check(consents: list[Consent], on: date, today: date) -> None:
    if not consents:
        raise DomainError(_("Tidak ada persetujuan yang berlaku."), code="no_consent")
    demand_day(
        on,
        field="on",
        today=today,
        first=max(consent.given_on for consent in consents),
        early=_("Persetujuan belum diberikan pada tanggal itu."),
    )


def _moment(on: date, at: datetime) -> datetime:
    """The end of an earlier day; today, now."""
    if on == timezone.localdate(at):
        return at
    return timezone.make_aware(datetime.combine(on, time(23, 59)))
