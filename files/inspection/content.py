"""What a file is, told by its content and not by its name; and whether it may come in at all."""

import logging
from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import partial
from threading import Lock

from django.utils.translation import gettext as _

from common.errors import DomainError
from files.enums import FileKind
from files.inspection.pdfs import sound_pdf
from files.inspection.pictures import redrawn
from files.inspection.sheets import sound_sheet


log = logging.getLogger(__name__)

MEGABYTE = 1024 * 1024
LARGEST = 10 * MEGABYTE
PICTURES = (FileKind.JPEG, FileKind.PNG)
PAPERS = (FileKind.PDF, *PICTURES)
BEGINNINGS: dict[bytes, FileKind] = {
    b"%PDF-": FileKind.PDF,
    b"\xff\xd8\xff": FileKind.JPEG,
    b"\x89PNG\r\n\x1a\n": FileKind.PNG,
    b"PK\x03\x04": FileKind.XLSX,
}
INSPECTORS: dict[FileKind, Callable[[bytes], bytes]] = {
    FileKind.PDF: sound_pdf,
    FileKind.JPEG: partial(redrawn, "JPEG"),
    FileKind.PNG: partial(redrawn, "PNG"),
    FileKind.XLSX: sound_sheet,
}
# What a file costs to look at is bounded for one; eight threads of a process would pay it eight times.
one_at_a_time = Lock()
HEIC = (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypmsf1", b"ftyphevc")


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that has been looked at and may be kept."""

    content: bytes
    kind: FileKind


def inspect(content: bytes, allowed: Collection[FileKind]) -> Upload:
    """Everything that comes from outside goes through here. What is refused is told in a sentence."""
    demand_bearable(len(content))
    kind = next((kind for begins, kind in BEGINNINGS.items() if content.startswith(begins)), None)
    if kind is None or kind not in allowed:
        raise DomainError(_heic_or(content, allowed), code="wrong_kind")
    with one_at_a_time:
        kept = _looked_at(kind, content)
    demand_bearable(len(kept))
    return Upload(kept, kind)


def _looked_at(kind: FileKind, content: bytes) -> bytes:
    """What made a file unreadable is named to the operator: it may be the file, or it may be us."""
    try:
        return INSPECTORS[kind](content)
    except DomainError as refusal:
        if refusal.__cause__ is not None:
            cause = type(refusal.__cause__).__name__
            log.warning("a file could not be read", extra={"kind": kind, "cause": cause})
        raise


def demand_bearable(size: int) -> None:
    if size > LARGEST:
        raise DomainError(
            _("Berkas ini lebih dari 10 MB. Perkecil, lalu pilih lagi."), code="too_large"
        )


def named(kinds: Collection[FileKind]) -> str:
    """PDF, JPEG, atau PNG."""
    *others, last = [str(kind.label) for kind in kinds]
    if not others:
        return last
    if len(others) == 1:
        return _("%(first)s atau %(last)s") % {"first": others[0], "last": last}
    return _("%(first)s, atau %(last)s") % {"first": ", ".join(others), "last": last}


def _heic_or(content: bytes, allowed: Collection[FileKind]) -> str:
    if content[4:12] in HEIC and FileKind.JPEG in allowed:
        return _("Foto HEIC belum dapat diterima. Simpan atau kirim ulang sebagai JPEG.")
    return _("Berkas ini bukan %(kinds)s. Pilih berkas lain.") % {"kinds": named(allowed)}
