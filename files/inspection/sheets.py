"""Spreadsheets (XLSX) as they may come in: a workbook, without macros, links to elsewhere or anything packed into it."""

from io import BytesIO
from zipfile import ZipFile, ZipInfo

from django.utils.translation import gettext as _

from common.errors import DomainError


MEGABYTE = 1024 * 1024
MOST_UNPACKED = 50 * MEGABYTE
MOST_PARTS = 500
NEEDED = {"[Content_Types].xml", "xl/workbook.xml"}
CARRIES = ("vbaproject", "externallinks/", "embeddings/", "activex/", "ctrlprops/", "macrosheets/")
ENCRYPTED = 0x1


def sound_sheet(content: bytes) -> bytes:
    """As it came. Reading it is for whoever asked for it, within what is said here of its size."""
    try:
        with ZipFile(BytesIO(content)) as packed:
            parts = packed.infolist()
            _demand_sound(packed, parts)
    except (DomainError, MemoryError):
        raise
    except Exception as error:
        raise _broken() from error
    return content


def _demand_sound(packed: ZipFile, parts: list[ZipInfo]) -> None:
    names = [part.filename for part in parts]
    if not set(names) >= NEEDED or len(set(names)) < len(names) or len(names) > MOST_PARTS:
        raise _broken()
    if any(part.flag_bits & ENCRYPTED for part in parts):
        raise _broken()
    if sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise DomainError(_("Isi lembar kerja ini terlalu besar."), code="too_large")
    if any(word in name.lower() for name in names for word in CARRIES):
        raise DomainError(
            _("Lembar kerja ini berisi makro atau lampiran. Simpan sebagai XLSX biasa."),
            code="active",
        )
    if packed.testzip() is not None:  # also where a part is larger than its head says
        raise _broken()


def _broken() -> DomainError:
    return DomainError(
        _("Berkas XLSX ini rusak atau terkunci. Simpan ulang, lalu pilih lagi."), code="broken"
    )
