"""What files are, and what the scanner said of them."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


SCAN_FILE = "scan_file"


class FileKind(TextChoices):
    """By content, as it is served."""

    PDF = "application/pdf", _("PDF")
    JPEG = "image/jpeg", _("JPEG")
    PNG = "image/png", _("PNG")
    XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", _("XLSX")

    @property
    def ending(self) -> str:
        return ENDINGS[self]


ENDINGS = {FileKind.PDF: "pdf", FileKind.JPEG: "jpg", FileKind.PNG: "png", FileKind.XLSX: "xlsx"}


class ScanStatus(TextChoices):
    UNSCANNED = "unscanned", _("Belum dipindai")
    CLEAN = "clean", _("Aman")
    BAD = "bad", _("Ditahan")
