"""Who is shown which of a person's most delicate facts: the whole rule in one table, for people who do not program.

A row is a kind of fact, a column is who asks and why they may open the file at all. Everything that shows one
of these facts (pages, API, files) asks `clients.showing`, which reads this table and nothing else. Why each
line is as it is stands in `REASONS`; the table with its reasons is printed in docs/field-rules.md and on the
page "Siapa melihat apa".
"""

from enum import StrEnum
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Rule(StrEnum):
    NONE = "-"
    MASK = "m"  # shown only when asked for, with a purpose that is written down
    READ = "r"
    WRITE = "w"
    MASK_WRITE = "mw"  # may be written anew by whoever does not see what is there

    @property
    def is_open(self) -> bool:
        return self in {Rule.READ, Rule.WRITE}

    @property
    def is_masked(self) -> bool:
        return self in {Rule.MASK, Rule.MASK_WRITE}

    @property
    def may_write(self) -> bool:
        return self in {Rule.WRITE, Rule.MASK_WRITE}

    @property
    def label(self) -> Any:
        return RULE_LABELS[self]


RULE_LABELS = {
    Rule.NONE: _("tidak"),
    Rule.MASK: _("disamarkan"),
    Rule.READ: _("membaca"),
    Rule.WRITE: _("membaca dan mengubah"),
    Rule.MASK_WRITE: _("disamarkan, dapat diganti"),
}


class Viewer(TextChoices):
    """Who asks. Staff: social worker, supervisor and head. Home: the house that registered the person.

    Nobody: the data officer, and the ministry while it has not broken a glass; they open no file.
    """

    HOME_STAFF = "home_staff", _("Lembaga pendaftar")
    HOME_IPWL = "home_ipwl", _("IPWL pendaftar")
    GUEST_STAFF = "guest_staff", _("Lembaga yang melayani")
    GUEST_IPWL = "guest_ipwl", _("IPWL yang melayani")
    EMERGENCY = "emergency", _("Akses darurat, lembaga")
    MINISTRY = "ministry", _("Akses darurat, kementerian")
    AUDITOR = "auditor", _("Auditor")
    NOBODY = "nobody", _("Petugas pelindungan data")
    KEY = "key", _("Kunci layanan")
    KEY_IDENTITY = "key_identity", _("Kunci dengan clients:identity")


class Field(TextChoices):
    NIK = "nik", _("NIK")
    KK = "nomor_kk", _("Nomor KK")
    BIRTH_DATE = "birth_date", _("Tanggal lahir")
    PHONE = "phone", _("Telepon")
    ADDRESS = "address", _("Alamat")
    FAMILY = "family", _("Nama, telepon, dan alamat keluarga")
    GUARDIAN = "guardian_name", _("Nama wali yang menyetujui")
    LEGAL = "legal", _("Status hukum dan perujuk")
    NOTES = "notes", _("Catatan kegiatan")
    COUNSELLING = "counselling", _("Catatan konseling")
    LAW_NOTES = "law_notes", _("Catatan hukum")
    ANSWERS = "answers", _("Jawaban dan skor skrining")


#                     home  home  guest guest emer- minis- audi- nobody key  key +
#                     staff ipwl  staff ipwl  gency try    tor               identity
FIELD_RULES = {
    Field.NIK:         "mw   mw    m     m     m     m      m     -     m    r",
    Field.KK:          "mw   mw    -     -     -     m      m     -     m    r",
    Field.BIRTH_DATE:  "w    w     r     r     r     m      m     -     m    r",
    Field.PHONE:       "w    w     r     r     r     m      m     -     m    r",
    Field.ADDRESS:     "w    w     r     r     r     m      m     -     m    r",
    Field.FAMILY:      "w    w     w     w     r     m      m     -     m    r",
    Field.GUARDIAN:    "w    w     r     m     r     m      m     -     m    r",
    Field.LEGAL:       "w    w     r     m     m     m      m     -     m    m",
    Field.NOTES:       "w    w     w     w     r     m      m     -     -    -",
    Field.COUNSELLING: "w    w     w     w     -     -      m     -     -    -",
    Field.LAW_NOTES:   "w    -     w     -     -     -      m     -     -    -",
    Field.ANSWERS:     "w    w     w     r     r     -      -     -     -    -",
}  # fmt: skip

REASONS = {
    Field.NIK: _("Dipakai untuk memastikan orang yang sama; empat angka awal dan akhir sudah cukup sehari-hari."),
    Field.KK: _("Membuka data seluruh keluarga; hanya lembaga pendaftar yang mengurus surat-suratnya."),
    Field.BIRTH_DATE: _("Usia tampak bagi siapa pun yang membuka berkas; tanggalnya hanya bagi yang melayani."),
    Field.PHONE: _("Yang melayani menelepon klien, juga dalam keadaan darurat; yang mengawasi tidak."),
    Field.ADDRESS: _("Yang melayani berkunjung ke rumah; yang mengawasi tidak."),
    Field.FAMILY: _("Yang melayani bekerja bersama keluarga dan mencatat kontaknya; dalam keadaan darurat keluarga dihubungi."),
    Field.GUARDIAN: _("Dasar persetujuan untuk anak; IPWL yang melayani memerlukannya hanya bila ditanya."),
    Field.LEGAL: _("Paling mudah merugikan klien; di luar lembaga pendaftar dan balai hanya dengan keperluan."),
    Field.NOTES: _("Bekal kerja harian; pengawas melihat bahwa catatan ada, dan isinya hanya dengan keperluan."),
    Field.COUNSELLING: _("Rahasia antara klien dan yang melayaninya; keadaan darurat tidak membukanya."),
    Field.LAW_NOTES: _("Hanya peksos, supervisor, dan kepala yang mendampingi perkara; IPWL tidak."),
    Field.ANSWERS: _("Data kesehatan; dalam keadaan darurat jenis zat dapat menyelamatkan jiwa, bagi pengawas skor tidak perlu."),
}  # fmt: skip

# The columns of the tables, and of which kind the fact in each is. Of every other column anybody who may open
# the file may see it. A test holds that no sealed column is missing here.
FIELD_OF = {
    "clients.Client": {
        "nik": Field.NIK,
        "nomor_kk": Field.KK,
        "birth_date": Field.BIRTH_DATE,
        "phone": Field.PHONE,
        "address": Field.ADDRESS,
    },
    "clients.FamilyContact": dict.fromkeys(("name", "phone", "address"), Field.FAMILY),
    "clients.Consent": {"guardian_name": Field.GUARDIAN, "withdrawal_note": Field.NOTES},
    "clients.Case": dict.fromkeys(("legal_status", "referred_by"), Field.LEGAL),
    "clients.CaseEvent": {"note": Field.NOTES},
    "clients.CaseTask": dict.fromkeys(("detail", "outcome"), Field.NOTES),
    "care.Placement": dict.fromkeys(("request_note", "answer_note", "end_note"), Field.NOTES),
    "care.FollowUpContact": {"note": Field.NOTES},
    "care.SupportingBase": dict.fromkeys(("duty", "answer_note", "end_note"), Field.NOTES),
    "care.Transfer": dict.fromkeys(
        ("handover_note", "answer_note", "contact_note", "close_note"), Field.NOTES
    ),
    "care.ServicePlan": dict.fromkeys(
        ("summary", "return_note", "agreed_words", "witness", "review_note"), Field.NOTES
    ),
    "care.PlanGoal": dict.fromkeys(
        ("words", "indicator", "baseline", "target", "review_note"), Field.NOTES
    ),
    "care.PlanService": dict.fromkeys(("given_by", "note"), Field.NOTES),
    "care.CaseConference": dict.fromkeys(("place", "attendees", "agenda", "minutes"), Field.NOTES),
    "care.ConferenceDecision": {"words": Field.NOTES},
    "care.Termination": dict.fromkeys(("note", "answer_note"), Field.NOTES),
    "care.GateWaiver": {"reason": Field.NOTES},
    "care.AftercarePlan": {
        "warning_signs": Field.NOTES,
        "emergency_contact": Field.FAMILY,
    },
    "care.Delivery": dict.fromkeys(("summary", "reaction"), Field.COUNSELLING),
    "care.HomeVisit": {"met": Field.FAMILY, "concern": Field.NOTES},
    "care.Aid": {"handed_to": Field.FAMILY},
    "care.Training": {"certificate": Field.NOTES},
    "care.LadderStep": {"evidence": Field.NOTES},
    "care.Attendance": {"note": Field.COUNSELLING},
    "care.WaitingEntry": {"interim_provider": Field.NOTES},
    "screening.Assessment": {
        **dict.fromkeys(("correction_reason", "summary", "return_note"), Field.NOTES),
        "proposal": Field.ANSWERS,
    },
    "screening.AssessmentPart": {
        **dict.fromkeys(("answers", "result"), Field.ANSWERS),
        "words": Field.COUNSELLING,
    },
    "screening.RoutingDecision": dict.fromkeys(
        ("reason", "approval_note", "review_note"), Field.NOTES
    ),
    "screening.SecondAssessment": {"judgement": Field.NOTES},
    "screening.Screening": {
        **dict.fromkeys(("answers", "red_flags", "facts", "result", "proposal"), Field.ANSWERS),
        "correction_reason": Field.NOTES,
    },
    "screening.StepChange": {"note": Field.NOTES},
}


def _read(line: str) -> dict[Viewer, Rule]:
    return dict(zip(Viewer, map(Rule, line.split()), strict=True))


TABLE: dict[Field, dict[Viewer, Rule]] = {field: _read(line) for field, line in FIELD_RULES.items()}
