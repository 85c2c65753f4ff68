from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from files.enums import FileKind


MAKE_EXPORT = "make_export"  # the kinds of job
EXPORT_NOTICE = "export_notice"


class Format(TextChoices):
    XLSX = "xlsx", _("Excel (XLSX)")
    CSV = "csv", _("CSV, untuk sistem lain")

    @property
    def kind(self) -> FileKind:
        return FileKind.XLSX if self == Format.XLSX else FileKind.CSV


class Purpose(TextChoices):
    """Why a list leaves the house; the read log keeps it."""

    WORK = "work", _("Rencana dan pembagian kerja")
    MONITORING = "monitoring", _("Pemantauan dan evaluasi")
    REPORT = "report", _("Laporan kepada pimpinan atau kementerian")
    COORDINATION = "coordination", _("Koordinasi dengan lembaga yang melayani")
    CHECK = "check", _("Pemeriksaan atau audit")
    LAW = "law", _("Permintaan berdasar hukum")
