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
