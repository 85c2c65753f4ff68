"""The rules about clients and their cases: `*_faults` a form shows and a service refuses, `demand_*` a service enforces."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, time, timedelta

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from clients.ages import ADULT, OLDEST, age_on
from clients.enums import (
    CLOSED_BY_HAND,
    CaseStatus,
    CloseReason,
    ConsentGiver,
    FamilyRelation,
    NextStep,
)
from clients.facts import Agreed, Vital
from clients.models import Case, Client, Consent, VitalInterest
from common.errors import DomainError
from common.faults import Fault
from common.registry import Registry


# An outreach contact may be written down after the person has come; older memories belong in the note's text.
SHORTEST_WORDS = 10
NOTE_REACHES_BACK = timedelta(days=365)


def institution_of(actor: User) -> int:
    """Who registers and serves works for an institution; the permissions let nobody else come this far."""
    if actor.institution_id is None:
        raise DomainError(
            _("Akun Anda tidak terhubung dengan lembaga mana pun."), code="no_institution"
        )
    return actor.institution_id


def refuse_erased(client: Client) -> None:
    if client.erased_at is not None:
        raise DomainError(_("Data pribadi klien ini sudah dihapus."), code="erased")


def birth_faults(birth_date: date, day: date) -> dict[str, Fault]:
    if birth_date > day:
        sentence = _("Tanggal lahir tidak boleh di masa depan.")
        return {"birth_date": Fault(sentence, "future_date")}
    if age_on(birth_date, day) > OLDEST:
        sentence = _("Tanggal lahir ini berarti usia di atas %(age)d tahun. Periksa tahunnya.")
        return {"birth_date": Fault(sentence % {"age": OLDEST}, "too_old")}
    return {}


def consent_faults(agreed: Agreed, birth_date: date, day: date) -> dict[str, Fault]:
    found: dict[str, Fault] = {}
    if agreed.given_on > day:
        sentence = _("Tanggal persetujuan tidak boleh di masa depan.")
        found["given_on"] = Fault(sentence, "future_date")
    elif agreed.given_on < birth_date:
        sentence = _("Tanggal persetujuan mendahului tanggal lahir.")
        found["given_on"] = Fault(sentence, "too_early")
    if agreed.given_by == ConsentGiver.SELF and age_on(birth_date, day) < ADULT:
        found["given_by"] = Fault(  # UU 27/2022 art. 25
            _("Klien belum berusia 18 tahun: persetujuan diberikan oleh orang tua atau wali."),
            "minor",
        )
    if agreed.given_by == ConsentGiver.GUARDIAN and not agreed.guardian_name:
        sentence = _("Isi nama wali yang memberi persetujuan.")
        found["guardian_name"] = Fault(sentence, "guardian_unnamed")
    return found


def family_faults(relations: Iterable[str], *, no_family: bool) -> dict[str, Fault]:
    """Whoever has no family may still name a friend, but no relative."""
    if not (no_family and set(relations) - {"", FamilyRelation.OTHER}):
        return {}
    sentence = _(
        "Ada keluarga yang tercatat. Hapus centang ini, atau pilih hubungan “Bukan keluarga”."
    )
    return {"no_family": Fault(sentence, "family_known")}


def demand_note_time(case: Case, happened_at: datetime, at: datetime) -> None:
    if happened_at > at:
        raise DomainError(
            _("Waktu kegiatan tidak boleh di masa depan."), code="future_date", field="on"
        )
    # Compared as moments: a date of the first century has no local time at all.
    first_day = datetime.combine(case.opened_on - NOTE_REACHES_BACK, time.min)
    if happened_at < timezone.make_aware(first_day):
        raise DomainError(
            _("Kegiatan ini lebih dari setahun sebelum kasus dibuka."), code="too_early", field="on"
        )


# What the apps above demand before the after-care of a case ends for a reason, by that reason.
CLOSINGS: Registry[str, Callable[[Case, date], None]] = Registry("what a closing demands")


def demand_closing(case: Case, reason: str, note: str, *, today: date) -> None:
    """Which cases may end, and how. After-care's own end is told by its next step."""
    if case.status == CaseStatus.IN_SERVICE:
        raise DomainError(
            _("Layanan masih berjalan. Akhiri layanan lebih dahulu, lalu tutup kasusnya."),
            code="in_service",
        )
    if reason not in CLOSED_BY_HAND:
        raise DomainError(
            _("Alasan ini ditulis oleh kasus baru yang menggantikannya, bukan dengan tangan."),
            code="not_by_hand",
            field="reason",
        )
    if reason == CloseReason.MISTAKE and case.service_started_on is not None:
        raise DomainError(
            _("Layanan sudah pernah dimulai, jadi kasus ini bukan kekeliruan. Pilih alasan lain."),
            code="was_served",
            field="reason",
        )
    if reason == CloseReason.AFTERCARE_DONE and case.next_step != NextStep.CLOSE:
        raise DomainError(
            _("Pascalayanan belum selesai. Pilih alasan lain bila kasus memang berakhir sekarang."),
            code="aftercare_open",
            field="reason",
        )
    if reason != CloseReason.AFTERCARE_DONE and not note:
        raise DomainError(
            _("Jelaskan mengapa kasus ditutup sebelum pascalayanan selesai."),
            code="note_missing",
            field="note",
        )
    if case.status == CaseStatus.AFTERCARE and reason in CLOSINGS:
        CLOSINGS[reason](case, today)


def vital_faults(vital: Vital) -> dict[str, Fault]:
    if len(vital.words.strip()) < SHORTEST_WORDS:
        sentence = _("Tulis keadaan klien, paling sedikit %(letters)d huruf.")
        return {"vital_words": Fault(sentence % {"letters": SHORTEST_WORDS}, "no_words")}
    return {}


def is_triage_only(client: Client) -> bool:
    """Looked after for the sake of their life alone, and nobody agrees to more (UU 27/2022 art. 20).

    Also of somebody who came back: what they agreed to in an earlier case is asked anew.
    """
    return client.vital_interests.in_force().exists()


def only_triage_of(client: str) -> Exists:
    """The same of a row whose `client` leads to the id of its client, asked along with it."""
    return Exists(VitalInterest.objects.in_force().filter(client=OuterRef(client)))


def withdrawn_consent_of(client: str) -> Q:
    """`has_withdrawn_consent` in the same way."""
    given = Consent.objects.filter(client=OuterRef(client))
    return Q(Exists(given)) & ~Q(Exists(given.in_force()))


class TriageOnly(DomainError):
    def __init__(self) -> None:
        message = _(
            "Klien belum memberi persetujuan: hanya tanda bahaya dan rujukan medis."
            " Catat persetujuan klien atau wali untuk melanjutkan."
        )
        super().__init__(message, code="triage_only")


def demand_more_than_triage(client: Client) -> None:
    if is_triage_only(client):
        raise TriageOnly


class ConsentWithdrawn(DomainError):
    def __init__(self) -> None:
        message = _(
            "Persetujuan klien sudah ditarik, jadi tidak ada langkah baru yang boleh dimulai."
        )
        super().__init__(message, code="no_consent")


def has_withdrawn_consent(client: Client) -> bool:
    """Consent was given, and taken back since."""
    ends = list(client.consents.values_list("withdrawn_at", flat=True))
    return bool(ends) and None not in ends


def demand_consent(client: Client) -> None:
    """UU 27/2022 art. 9 and 40: nothing new begins, and nothing goes on, once consent was taken back."""
    demand_more_than_triage(client)
    if has_withdrawn_consent(client):
        raise ConsentWithdrawn
