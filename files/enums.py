"""What files are, and what the scanner said of them."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


SCAN_FILE = "scan_file"


class FileKind(TextChoices):
    """By content, as it is served. A CSV is made here and never comes in."""

    PDF = "application/pdf", "PDF"
    JPEG = "image/jpeg", "JPEG"
    PNG = "image/png", "PNG"
    XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "XLSX"
    CSV = "text/csv", "CSV"

    @property
    def ending(self) -> str:
        return ENDINGS[self]


ENDINGS = {
    FileKind.PDF: "pdf",
    FileKind.JPEG: "jpg",
    FileKind.PNG: "png",
    FileKind.XLSX: "xlsx",
    FileKind.CSV: "csv",
}


class ScanStatus(TextChoices):
    UNSCANNED = "unscanned", _("Belum dipindai")
    CLEAN = "clean", _("Sudah dipindai")
    BAD = "bad", _("Ditahan")
