"""Somebody whose life is at stake is looked after before they can agree, or agree again (UU 27/2022 art. 20)."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from clients.enums import EventKind
from clients.facts import Vital
from clients.models import Case, Client, VitalInterest
from clients.rules import is_triage_only, refuse_erased, vital_faults
from clients.transitions import lock_case, tell
from common.errors import DomainError
from common.faults import refuse


@transaction.atomic
def look_after(*, case: Case, vital: Vital, actor: User, at: datetime) -> VitalInterest:
    """In an open case whose consent has ended: triage opens again, and consent is asked for within 72 hours."""
    case = lock_case(case)
    refuse(vital_faults(vital))
    refuse_erased(case.client)
    _demand_need(case)
    return record_vital_interest(case, vital, EventKind.VITAL_INTEREST, actor=actor, at=at)


def record_vital_interest(
    case: Case, vital: Vital, kind: EventKind, *, actor: User, at: datetime
) -> VitalInterest:
    """Part of the service that calls it; `kind` is how the timeline tells it.

    One that an earlier case left open ends: there is one ground at a time, and its 72 hours run from now.
    """
    words = vital.words.strip()
    end_vital_interest(case.client, at)
    row = VitalInterest.objects.create(
        client=case.client, reason=vital.reason, words=words, recorded_by=actor, recorded_at=at
    )
    tell(case, kind, actor=actor, at=at, note=words, reason=vital.reason)
    return row


def end_vital_interest(client: Client, at: datetime) -> None:
    """Something newer to go by: a consent, or what is seen today."""
    client.vital_interests.in_force().update(ended_at=at)


def _demand_need(case: Case) -> None:
    if not case.is_open:
        raise DomainError(_("Kasus ini sudah ditutup."), code="closed")
    if case.client.consents.in_force().exists():
        raise DomainError(
            _("Persetujuan klien masih berlaku: triase dapat dimulai tanpa dasar lain."),
            code="consent_in_force",
        )
    if is_triage_only(case.client):
        raise DomainError(_("Keadaan ini sudah dicatat."), code="already_recorded")
