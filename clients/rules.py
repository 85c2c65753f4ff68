"""Rules that a form shows beside its field and a service enforces: one home for both. They raise DomainError."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from clients.ages import ADULT, OLDEST, age_on
from clients.enums import CaseStatus, CloseReason, ConsentGiver, NextStep
from clients.facts import Agreed
from clients.models import Case, Client
from common.errors import DomainError


# An outreach contact may be written down after the person has come; older memories belong in the note's text.
NOTE_REACHES_BACK = timedelta(days=365)
WAITS_FOR_AN_ANSWER = (NextStep.AWAIT_ANSWER, NextStep.START_SERVICE)


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


def check_birth_date(birth_date: date, day: date) -> None:
    if birth_date > day:
        raise DomainError(
            _("Tanggal lahir tidak boleh di masa depan."), code="future", field="birth_date"
        )
    if age_on(birth_date, day) > OLDEST:
        raise DomainError(
            _("Tanggal lahir ini berarti usia di atas %(age)d tahun. Periksa tahunnya.")
            % {"age": OLDEST},
            code="too_old",
            field="birth_date",
        )


def check_consent(agreed: Agreed, birth_date: date, day: date) -> None:
    if agreed.given_on > day:
        raise DomainError(
            _("Tanggal persetujuan tidak boleh di masa depan."), code="future", field="given_on"
        )
    if agreed.given_on < birth_date:
        raise DomainError(
            _("Tanggal persetujuan mendahului tanggal lahir."), code="too_early", field="given_on"
        )
    if agreed.given_by == ConsentGiver.SELF and age_on(birth_date, day) < ADULT:
        raise DomainError(  # UU 27/2022 art. 25
            _("Klien belum berusia 18 tahun: persetujuan diberikan oleh orang tua atau wali."),
            code="minor",
            field="given_by",
        )
    if agreed.given_by == ConsentGiver.GUARDIAN and not agreed.guardian_name:
        raise DomainError(
            _("Isi nama wali yang memberi persetujuan."),
            code="guardian_unnamed",
            field="guardian_name",
        )


def check_note_time(case: Case, happened_at: datetime, at: datetime) -> None:
    if happened_at > at:
        raise DomainError(_("Waktu kegiatan tidak boleh di masa depan."), code="future", field="on")
    # Compared as moments: a date of the first century has no local time at all.
    first_day = datetime.combine(case.opened_on - NOTE_REACHES_BACK, time.min)
    if happened_at < timezone.make_aware(first_day):
        raise DomainError(
            _("Kegiatan ini lebih dari setahun sebelum kasus dibuka."), code="too_early", field="on"
        )


def check_closing(case: Case, reason: str, note: str) -> None:
    """Which cases may end, and how. After-care's own end is told by its next step."""
    if case.status == CaseStatus.IN_SERVICE:
        raise DomainError(
            _("Layanan masih berjalan. Akhiri layanan lebih dahulu, lalu tutup kasusnya."),
            code="in_service",
        )
    if case.status == CaseStatus.PLACEMENT and case.next_step in WAITS_FOR_AN_ANSWER:
        raise DomainError(
            _("Pengajuan penempatan masih terbuka. Tarik pengajuan itu lebih dahulu."),
            code="placement_open",
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


def has_withdrawn_consent(client: Client) -> bool:
    """Consent was given, and taken back since."""
    ends = list(client.consents.values_list("withdrawn_at", flat=True))
    return bool(ends) and None not in ends


def demand_consent(client: Client) -> None:
    """UU 27/2022 art. 9 and 40: nothing new begins once consent was taken back."""
    if has_withdrawn_consent(client):
        raise DomainError(
            _("Persetujuan klien sudah ditarik, jadi tidak ada langkah baru yang boleh dimulai."),
            code="no_consent",
        )
