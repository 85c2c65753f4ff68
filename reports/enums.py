from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class AgeBand(TextChoices):
    """Age on the last day of the month."""

    UNDER_18 = "0-17", _("Di bawah 18 tahun")
    FROM_18 = "18-24", _("18–24 tahun")
    FROM_25 = "25-34", _("25–34 tahun")
    FROM_35 = "35-44", _("35–44 tahun")
    FROM_45 = "45-59", _("45–59 tahun")
    FROM_60 = "60-", _("60 tahun ke atas")


class Step(TextChoices):
    """What the job is doing: the word under its progress bar."""

    NUMBER = "number", _("Menetapkan nomor laporan")
    FIGURES = "figures", _("Menghitung angka")
    PAPER = "paper", _("Menggambar grafik dan menyusun PDF")
    ARCHIVE = "archive", _("Menyimpan ke arsip")


MONTHLY_REPORT = "monthly_report"  # the kind of job


class SubmissionStatus(TextChoices):
    DRAFT = "draft", _("Draf")
    SUBMITTED = "submitted", _("Menunggu jawaban")
    RETURNED = "returned", _("Dikembalikan")
    ACCEPTED = "accepted", _("Diterima")


class CareSetting(TextChoices):
    INPATIENT = "inpatient", _("Rawat inap")
    OUTPATIENT = "outpatient", _("Rawat jalan")
    AFTERCARE = "aftercare", _("Pascalayanan")


class ActivityKind(TextChoices):
    """The activities that the ministry asks an IPWL about."""

    INTAKE = "intake", _("Penerimaan awal")
    ASSESSMENT = "assessment", _("Asesmen")
    COUNSELLING = "counselling", _("Konseling individu")
    GROUP_THERAPY = "group_therapy", _("Terapi kelompok")
    CASE_CONFERENCE = "case_conference", _("Konferensi kasus")
    PSYCHOSOCIAL = "psychosocial", _("Terapi psikososial")
    HOME_VISIT = "home_visit", _("Kunjungan rumah")
    FAMILY_SUPPORT = "family_support", _("Dukungan keluarga")
    CREATIVITY = "creativity", _("Bimbingan kreativitas")
    FOLLOW_UP = "follow_up", _("Bimbingan lanjut")
    OTHER = "other", _("Lain-lain")


class MoneyComponent(TextChoices):
    """What the ministry's money may be spent on."""

    MEALS = "meals", _("Permakanan")
    SNACKS = "snacks", _("Kudapan")
    HEALTH = "health", _("Kesehatan dan kebersihan")
    UNIFORM = "uniform", _("Seragam")
    BEDDING = "bedding", _("Perlengkapan tidur")
    OUTREACH = "outreach", _("Pendekatan awal")
    ASSESSMENT = "assessment", _("Asesmen")
    COUNSELLING = "counselling", _("Konseling")
    FAMILY_DIALOGUE = "family_dialogue", _("Dialog keluarga")
    FAMILY_SUPPORT = "family_support", _("Dukungan keluarga")
    CREATIVITY = "creativity", _("Bimbingan kreativitas")
    GROCERIES = "groceries", _("Sembako")
    RETURN_HOME = "return_home", _("Pemulangan")
    BUSINESS = "business", _("Usaha atau kursus keterampilan")
    PAPERWORK = "paperwork", _("ATK, materi, dan pelaporan")
    CASE_RECORDS = "case_records", _("Penyimpanan catatan kasus")
