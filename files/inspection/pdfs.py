"""PDFs: papers, not programs. pikepdf (qpdf) is imported when the first one comes."""

from collections.abc import Iterator
from functools import cache
from io import BytesIO
from types import ModuleType
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from common.errors import DomainError


if TYPE_CHECKING:
    from pikepdf import Pdf

MEGABYTE = 1024 * 1024
MOST_OBJECTS = 200_000
DEEPEST = 100
# What a reader would run, start, send away or unpack.
ACTS = {
    "/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/GoToE", "/Rendition", "/Movie", "/Sound", "/RichMediaExecute",
}  # fmt: skip
CARRIES = {"/JS", "/JavaScript", "/EmbeddedFiles", "/EF", "/RichMediaContent", "/XFA"}
END = b"%%EOF"


def sound_pdf(content: bytes) -> bytes:
    """Written anew, so that nothing stands in it but the paper; as it came where a signature covers its bytes."""
    pikepdf = _pikepdf()
    try:
        with pikepdf.open(BytesIO(content), attempt_recovery=False) as pdf:
            _demand_open(pdf)
            _demand_paper(pdf)
            return _kept(pdf, content)
    except pikepdf.PasswordError as error:
        raise _encrypted() from error
    except (DomainError, MemoryError):
        raise
    except Exception as error:
        raise _broken() from error


@cache
def _pikepdf() -> ModuleType:
    import pikepdf  # noqa: PLC0415

    # A few kilobytes may unpack to gigabytes.
    pikepdf.settings.set_qpdf_limits(
        flate_max_memory=32 * MEGABYTE,
        run_length_max_memory=32 * MEGABYTE,
        png_max_memory=32 * MEGABYTE,
        tiff_max_memory=32 * MEGABYTE,
        parser_max_container_size=100_000,
        max_stream_filters=8,
    )
    return pikepdf


def _demand_open(pdf: "Pdf") -> None:
    if pdf.is_encrypted:
        raise _encrypted()
    if len(pdf.pages) == 0 or len(pdf.objects) > MOST_OBJECTS:
        raise _broken()


def _demand_paper(pdf: "Pdf") -> None:
    for found in (pdf.trailer, *pdf.objects):
        for one in _dictionaries(found):
            if CARRIES & set(one.keys()) or str(one.get("/S", "")) in ACTS:
                raise DomainError(
                    _(
                        "PDF ini berisi program, lampiran, atau perintah. Cetak ulang sebagai PDF biasa, lalu pilih lagi."
                    ),
                    code="active",
                )


def _dictionaries(found: Any, depth: int = 0) -> Iterator[Any]:
    """Those that stand directly in an object; what it points to has its own turn."""
    pikepdf = _pikepdf()
    if depth > DEEPEST:
        raise _broken()
    if isinstance(found, pikepdf.Dictionary | pikepdf.Stream):
        yield found
        parts = [found[name] for name in found.keys()]  # noqa: SIM118  not a dict
    else:
        parts = list(found) if isinstance(found, pikepdf.Array) else []
    for part in parts:
        if isinstance(part, pikepdf.Object) and not part.is_indirect:
            yield from _dictionaries(part, depth + 1)


def _kept(pdf: "Pdf", content: bytes) -> bytes:
    if b"/ByteRange" in content:
        if content[content.rfind(END) + len(END) :].strip():
            raise _broken()
        return content
    written = BytesIO()
    pdf.save(written, recompress_flate=False)
    return written.getvalue()


def _encrypted() -> DomainError:
    return DomainError(
        _("PDF ini terkunci dengan kata sandi. Simpan tanpa kata sandi, lalu pilih lagi."),
        code="encrypted",
    )


def _broken() -> DomainError:
    return DomainError(
        _("PDF ini rusak atau tidak lengkap. Buat lagi berkasnya, lalu pilih."), code="broken"
    )
