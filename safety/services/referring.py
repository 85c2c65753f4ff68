"""Sending somebody to a clinician, and writing down what the clinician said."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from accounts.models import User
from clients.deadlines import DECIDE_DAYS, FINISH_SCREENING_DAYS
from clients.enums import CaseStatus, NextStep
from clients.models import Case
from clients.transitions import lock_case, set_next, tell
from clients.workflow import CASE
from common.errors import DomainError
from common.faults import demand_day
from common.workflow import move
from files.inspection.content import Upload
from files.models import StoredFile
from files.services import keep_file
from safety.enums import Outcome, SafetyEvent
from safety.facts import Found, Seen, Sending
from safety.models import MedicalReferral, MedicalResult
from safety.signs import hours_of


TESTED_WITHIN = timedelta(days=180)  # an older look at a person says nothing about today
SENDING = ("hospital", "hospital_name", "companion", "left_at", "reason")
STANDS_STILL = (CaseStatus.SCREENING, CaseStatus.DECISION)


@transaction.atomic
def open_referral(
    *,
    case: Case,
    seen: Seen,
    sending: Sending,
    actor: User,
    at: datetime,
) -> MedicalReferral:
    """Of a case on its way to a decision everything else stops until the result is written down."""
    case = _locked(case)
    referral = _open(case, seen, sending, actor, at)
    if case.status in STANDS_STILL:
        move(case, "refer_to_medical", CASE)
        set_next(case, NextStep.RETRIAGE, referral.due_on)
        case.save(update_fields=["status", "next_step", "next_due_on"])
    _tell_referral(referral, actor, at)
    return referral


@transaction.atomic
def record_known_result(
    *,
    case: Case,
    seen: Seen,
    found: Found,
    actor: User,
    at: datetime,
) -> MedicalResult:
    """Somebody has looked already (a cough tested for tuberculosis): referral and result in one."""
    case = _locked(case)
    referral = _open(case, seen, Sending(), actor, at)
    return _answer(referral, case, found, actor, at)


@transaction.atomic
def tell_sending(
    *, referral: MedicalReferral, sending: Sending, actor: User, at: datetime
) -> MedicalReferral:
    """Where to, with whom and when: of a referral that was opened before anybody could say so."""
    case = _locked(referral.case)
    _demand_unanswered(referral)
    _demand_sending(sending, at)
    referral.case = case
    for name in SENDING:
        setattr(referral, name, getattr(sending, name))
    referral.save(update_fields=SENDING)
    place = referral.hospital.name if referral.hospital else ""
    tell(case, SafetyEvent.SENT, actor=actor, at=at, note=referral.reason, place=place)
    return referral


@transaction.atomic
def record_result(
    *, referral: MedicalReferral, found: Found, actor: User, at: datetime
) -> MedicalResult:
    """Once, whoever was first; the case goes on where the referral stopped it."""
    case = _locked(referral.case)
    return _answer(referral, case, found, actor, at)


def _locked(case: Case) -> Case:
    client = case.client
    case = lock_case(case)
    case.client = client
    if not case.is_open:
        raise DomainError(_("Kasus ini sudah ditutup."), code="closed")
    return case


def _open(case: Case, seen: Seen, sending: Sending, actor: User, at: datetime) -> MedicalReferral:
    if not seen.flags:
        raise DomainError(
            _("Pilih paling sedikit satu tanda bahaya."), code="no_sign", field="flags"
        )
    _demand_sending(sending, at)
    waiting = MedicalReferral.objects.open().filter(case=case).about(seen.subject)
    if waiting.exists():
        raise DomainError(
            _("Klien sudah dirujuk, dan hasilnya belum dicatat."), code="referred_already"
        )
    return MedicalReferral.objects.create(
        case=case,
        source=seen.source,
        subject=seen.subject,
        sign_codes=list(seen.flags),
        due_at=at + timedelta(hours=hours_of(seen.flags)),
        hospital=sending.hospital,
        hospital_name=sending.hospital_name,
        companion=sending.companion,
        left_at=sending.left_at,
        reason=sending.reason,
        opened_by=actor,
        opened_at=at,
    )


def _demand_sending(sending: Sending, at: datetime) -> None:
    if sending.left_at is not None and sending.left_at > at:
        raise DomainError(
            _("Waktu berangkat tidak boleh setelah sekarang."), code="future_date", field="left_at"
        )


def _answer(
    referral: MedicalReferral, case: Case, found: Found, actor: User, at: datetime
) -> MedicalResult:
    _demand_sound(found, localdate(at))
    _demand_unanswered(referral)
    referral.case = case
    result = MedicalResult.objects.create(
        referral=referral,
        outcome=found.outcome,
        clinician=found.clinician.strip(),
        place=found.place.strip(),
        found_on=found.found_on,
        note=found.note,
        file=_kept(found.file, case, actor, at),
        recorded_by=actor,
        recorded_at=at,
    )
    tell(
        case,
        _go_on(case, result, localdate(at)),
        actor=actor,
        at=at,
        note=found.note,
        outcome=result.outcome,
        on=result.found_on,
        signs=referral.sign_codes,
    )
    return result


def _demand_unanswered(referral: MedicalReferral) -> None:
    if MedicalResult.objects.filter(referral=referral).exists():
        raise DomainError(
            _("Hasil rujukan ini sudah dicatat. Muat ulang halaman untuk melihatnya."),
            code="answered_already",
        )


def _kept(paper: Upload | None, case: Case, actor: User, at: datetime) -> StoredFile | None:
    return keep_file(upload=paper, owner=case.client, actor=actor, at=at) if paper else None


def _go_on(case: Case, result: MedicalResult, today: date) -> SafetyEvent:
    """Where the referral had stopped it: the interview, or the decision; says what has happened to the case."""
    told = SafetyEvent.RESULT
    if (
        result.outcome == Outcome.DIED
    ):  # the case is closed by hand, with what has to be said of a death
        set_next(case, NextStep.CLOSE, today)
    elif case.status != CaseStatus.MEDICAL_FIRST or _waits_for_more(case):
        return told
    elif case.risk:
        told = SafetyEvent.DECIDING_GOES_ON
        move(case, "go_on_deciding", CASE)
        set_next(case, NextStep.DECIDE, today + timedelta(days=DECIDE_DAYS))
    else:
        told = SafetyEvent.SCREENING_GOES_ON
        move(case, "go_on_screening", CASE)
        set_next(case, NextStep.FINISH_SCREENING, today + timedelta(days=FINISH_SCREENING_DAYS))
    case.save(update_fields=["status", "next_step", "next_due_on"])
    return told


def _waits_for_more(case: Case) -> bool:
    return MedicalReferral.objects.open().filter(case=case).exists()


def _demand_sound(found: Found, today: date) -> None:
    demand_day(
        found.found_on,
        field="found_on",
        today=today,
        first=today - TESTED_WITHIN,
        early=_("Pemeriksaan ini sudah lebih dari enam bulan. Rujuk klien kembali."),
    )
    for field, sentence in (
        ("clinician", _("Tulis nama tenaga kesehatan yang memeriksa.")),
        ("place", _("Tulis di mana klien diperiksa.")),
    ):
        if not getattr(found, field).strip():
            raise DomainError(sentence, code="missing", field=field)


def _tell_referral(referral: MedicalReferral, actor: User, at: datetime) -> None:
    tell(
        referral.case,
        SafetyEvent.REFERRED,
        actor=actor,
        at=at,
        note=referral.reason,
        signs=referral.sign_codes,
        place=referral.hospital.name if referral.hospital else "",
    )
