"""Referrals and concerns as they stand, made through our own services."""

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

from clients.models import Case
from clients.models.task import subject_of
from safety.enums import Danger, Outcome, Source
from safety.facts import Found, Raised, Seen, Sending
from safety.models import Concern, MedicalReferral, MedicalResult
from safety.services.concerns import add_step, raise_concern
from safety.services.referring import open_referral, record_result
from tests import people
from tests.clients.factories import CaseFactory


AT = dt.datetime(2026, 6, 2, 9, 41, tzinfo=ZoneInfo("Asia/Jakarta"))  # a Tuesday
LATER = AT + dt.timedelta(hours=3)


def referred(case: Case | None = None, *flags: str, **more: Any) -> MedicalReferral:
    """Sent to a clinician by ani because of an overdose."""
    case = case or CaseFactory(screening=True)
    subject = more.pop("subject", subject_of("note", case.pk))
    usual = {
        "seen": Seen(more.pop("flags", flags or ("overdose",)), Source.NOTE, subject),
        "sending": Sending(),
        "actor": case.lead_worker,
        "at": AT,
    }
    return open_referral(case=case, **{**usual, **more})


def found(outcome: str = Outcome.CLEARED, **more: Any) -> Found:
    usual = {"clinician": "dr. Sinta", "place": "RSUD Kota", "found_on": AT.date()}
    return Found(outcome, **{**usual, **more})


def heard(referral: MedicalReferral | None = None, **more: Any) -> MedicalResult:
    referral = referral or referred()
    actor = referral.case.lead_worker
    return record_result(referral=referral, found=found(**more), actor=actor, at=LATER)


def raised(case: Case | None = None, what: str = Danger.VIOLENCE, **more: Any) -> Concern:
    case = case or CaseFactory(screening=True)
    told = Raised(what=what, source=Source.NOTE, words="Bekas pukulan di lengan.")
    return raise_concern(case=case, raised=told, **{"actor": case.lead_worker, "at": AT, **more})


def acted_on(concern: Concern | None = None, **more: Any) -> Concern:
    concern = concern or raised()
    add_step(
        concern=concern,
        words="UPTD PPA dihubungi pukul 10.",
        **{"actor": people.ani(), "at": LATER, **more},
    )
    return Concern.objects.get(pk=concern.pk)
