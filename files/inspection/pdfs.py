"""PDFs: papers, not programs. pikepdf (qpdf) is imported when the first one comes."""

from collections.abc import Iterator
from functools import cache
from io import BytesIO
from itertools import chain
from types import ModuleType
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from common.errors import DomainError


if TYPE_CHECKING:
    from pikepdf import Pdf

MEGABYTE = 1024 * 1024
MOST_OBJECTS = 30_000
MOST_PARTS = 300_000
DEEPEST = 100
# Only what says where things are is unpacked: a few kilobytes may unpack to gigabytes.
MOST_UNPACKED = 4 * MEGABYTE
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

    pikepdf.settings.set_qpdf_limits(
        flate_max_memory=MOST_UNPACKED,
        run_length_max_memory=MOST_UNPACKED,
        png_max_memory=MOST_UNPACKED,
        tiff_max_memory=MOST_UNPACKED,
        parser_max_container_size=MOST_PARTS // 10,
        max_stream_filters=8,
    )
    return pikepdf


def _demand_open(pdf: "Pdf") -> None:
    if pdf.is_encrypted:
        raise _encrypted()
    if int(pdf.trailer.Size) > MOST_OBJECTS:
        raise _intricate()
    if len(pdf.pages) == 0:
        raise _broken()


def _demand_paper(pdf: "Pdf") -> None:
    pikepdf = _pikepdf()
    objects = chain((pdf.trailer,), pdf.objects)
    for number, part in enumerate(chain.from_iterable(map(_parts, objects))):
        if number > MOST_PARTS:
            raise _intricate()
        if isinstance(part, pikepdf.Dictionary | pikepdf.Stream) and _acts(part):
            raise DomainError(
                _(
                    "PDF ini berisi program, lampiran, atau perintah. Cetak ulang sebagai PDF biasa, lalu pilih lagi."
                ),
                code="active",
            )


def _acts(found: Any) -> bool:
    return bool(CARRIES & set(found.keys())) or str(found.get("/S", "")) in ACTS


def _parts(found: Any, depth: int = 0) -> Iterator[Any]:
    """All that stands directly in an object; what it points to has its own turn."""
    pikepdf = _pikepdf()
    yield found
    if isinstance(found, pikepdf.Dictionary | pikepdf.Stream):
        parts = [found[name] for name in found.keys()]  # noqa: SIM118  not a dict
    else:
        parts = list(found) if isinstance(found, pikepdf.Array) else []
    if depth > DEEPEST:
        raise _intricate()
    for part in parts:
        if not isinstance(part, pikepdf.Object):
            yield part
        elif not part.is_indirect:
            yield from _parts(part, depth + 1)


def _kept(pdf: "Pdf", content: bytes) -> bytes:
    if b"/ByteRange" in content:
        if content[content.rfind(END) + len(END) :].strip():
            raise _broken()
        return content
    written = BytesIO()
    pdf.save(written, stream_decode_level=_pikepdf().StreamDecodeLevel.none)
    return written.getvalue()


def _intricate() -> DomainError:
    return DomainError(
        _("PDF ini terlalu rumit. Cetak ulang sebagai PDF biasa, lalu pilih lagi."),
        code="too_large",
    )


def _encrypted() -> DomainError:
    return DomainError(
        _("PDF ini terkunci dengan kata sandi. Simpan tanpa kata sandi, lalu pilih lagi."),
        code="encrypted",
    )


def _broken() -> DomainError:
    return DomainError(
        _("PDF ini rusak atau tidak lengkap. Buat lagi berkasnya, lalu pilih."), code="broken"
    )
