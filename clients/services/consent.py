"""The end of a consent (UU 27/2022 art. 9 and 40): the processing stops within 3 x 24 hours."""

from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from clients.deadlines import STOP_AFTER_WITHDRAWAL_DAYS
from clients.enums import EventKind, NextStep
from clients.models import Case, Consent
from clients.transitions import lock_case, set_next, tell
from common.errors import DomainError
from common.faults import demand_day


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
    return consents


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
