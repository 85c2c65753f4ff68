"""Who is shown which of a person's most delicate facts: the whole rule in one table, for people who do not program.

A row is a kind of fact, a column is who asks and why they may open the file at all. Everything that shows one
of these facts (pages, API, files) asks `clients.showing`, which reads this table and nothing else. Why each
line is as it is stands in `REASONS`; the table with its reasons is printed in docs/field-rules.md and on the
page "Siapa melihat apa".
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from django.db.models import Model, TextChoices
from django.utils.translation import gettext_lazy as _

from common.registry import Registry


class Rule(StrEnum):
    """From the least that is shown to the most."""

    NONE = "-"
    MASK = "m"  # shown only when asked for, with a purpose that is written down
    MASK_WRITE = "mw"  # may be written anew by whoever does not see what is there
    READ = "r"
    WRITE = "w"

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
    def stands_at(self) -> int:
        """How much it gives, the least first."""
        return list(Rule).index(self)

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
    """Who asks. Staff: social worker, supervisor and head. Home: the institution that registered the person.

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
    NEEDS = "needs", _("Bahasa, kewarganegaraan, disabilitas, dan unit yang aman")
    LEGAL = "legal", _("Status hukum dan perujuk")
    NOTES = "notes", _("Catatan kegiatan")
    COUNSELLING = "counselling", _("Catatan konseling")
    LAW_NOTES = "law_notes", _("Catatan hukum")
    ANSWERS = "answers", _("Jawaban dan skor skrining")
    PAPERS = "papers", _("Bukti dan sertifikat")


#                     home  home  guest guest emer- minis- audi- nobody key  key +
#                     staff ipwl  staff ipwl  gency try    tor               identity
FIELD_RULES = {
    Field.NIK:         "mw   mw    m     m     m     m      m     -     m    m",
    Field.KK:          "mw   mw    -     -     -     m      m     -     m    m",
    Field.BIRTH_DATE:  "w    w     r     r     r     m      m     -     m    r",
    Field.PHONE:       "w    w     r     r     r     m      m     -     m    r",
    Field.ADDRESS:     "w    w     r     r     r     m      m     -     m    r",
    Field.FAMILY:      "w    w     w     w     r     m      m     -     m    r",
    Field.GUARDIAN:    "w    w     r     m     r     m      m     -     m    r",
    Field.NEEDS:       "w    w     r     r     r     -      -     -     -    -",
    Field.LEGAL:       "w    w     r     m     m     m      m     -     m    m",
    Field.NOTES:       "w    w     w     w     r     m      m     -     -    -",
    Field.COUNSELLING: "w    w     w     w     -     -      m     -     -    -",
    Field.LAW_NOTES:   "w    -     w     -     -     -      m     -     -    -",
    Field.ANSWERS:     "w    w     w     r     r     -      -     -     -    -",
    Field.PAPERS:      "w    w     w     mw    m     m      m     -     -    -",
}  # fmt: skip

REASONS = {
    Field.NIK: _("Dipakai untuk memastikan orang yang sama; empat angka awal dan akhir sudah cukup sehari-hari."),
    Field.KK: _("Membuka data seluruh keluarga; hanya lembaga pendaftar yang mengurus surat-suratnya."),
    Field.BIRTH_DATE: _("Usia tampak bagi siapa pun yang membuka berkas; tanggalnya hanya bagi yang melayani."),
    Field.PHONE: _("Yang melayani menelepon klien, juga dalam keadaan darurat; yang mengawasi tidak."),
    Field.ADDRESS: _("Yang melayani berkunjung ke rumah; yang mengawasi tidak."),
    Field.FAMILY: _("Yang melayani bekerja bersama keluarga dan mencatat kontaknya; dalam keadaan darurat keluarga dihubungi."),
    Field.GUARDIAN: _("Dasar persetujuan untuk anak; IPWL yang melayani memerlukannya hanya bila ditanya."),
    Field.NEEDS: _("Yang melayani menyiapkan tempat, juru bahasa, dan unitnya; pengawas dan sistem lain tidak memerlukannya."),
    Field.LEGAL: _("Paling mudah merugikan klien; di luar lembaga pendaftar dan balai hanya dengan keperluan."),
    Field.NOTES: _("Bekal kerja harian; pengawas melihat bahwa catatan ada, dan isinya hanya dengan keperluan."),
    Field.COUNSELLING: _("Rahasia antara klien dan yang melayaninya; keadaan darurat tidak membukanya."),
    Field.LAW_NOTES: _("Hanya peksos, supervisor, dan kepala yang mendampingi perkara; IPWL tidak."),
    Field.ANSWERS: _("Data kesehatan; dalam keadaan darurat jenis zat dapat menyelamatkan jiwa, bagi pengawas skor tidak perlu."),
    Field.PAPERS: _("Memuat nama, tanda tangan, atau kartu identitas; IPWL yang melayani menambahkannya, dan melihatnya dengan keperluan."),
}  # fmt: skip

# The columns of each table ("app.Model"), and of which kind the fact in each is: said by the table's own app. Of
# every other column anybody who may open the file may see it. A test holds that no sealed column is missing.
FIELD_OF: Registry[str, Mapping[str, Field]] = Registry("delicate columns")


def register_fields(tables: Mapping[str, Mapping[str, Field]]) -> None:
    for table, columns in tables.items():
        FIELD_OF.add(table, columns)


def delicate_columns(model: type[Model] | Model) -> Mapping[str, Field]:
    return FIELD_OF.get(model._meta.label, {})  # noqa: SLF001  Django's way to ask a model


def _read(line: str) -> dict[Viewer, Rule]:
    return dict(zip(Viewer, map(Rule, line.split()), strict=True))


TABLE: dict[Field, dict[Viewer, Rule]] = {field: _read(line) for field, line in FIELD_RULES.items()}
