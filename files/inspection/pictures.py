"""Pictures, drawn anew: only what is seen; place, device and whatever else stood in the file stay behind.

Pillow is imported when the first picture comes: a process that meets none does not carry it. A picture may be built
to cost a hundred times its size, so what it will take is reckoned from its head before anything is decoded.
"""

from io import BytesIO
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from common.errors import DomainError


if TYPE_CHECKING:
    from PIL.Image import Image

MEGABYTE = 1024 * 1024
MOST_PIXELS = 25_000_000
# For the decoder; the rest of 64 MB goes to the picture that is drawn and to the file.
MOST_TO_DECODE = 33 * MEGABYTE
LONGEST_SIDE = 2400
STRIP = 32
MARGIN = 16  # rows beside a strip that the filter looks at
MOST_TEXT = 256 * 1024
# A JPEG in passes keeps all of them until the last; cameras and editors make about ten.
MOST_PASSES = 32
PASS = b"\xff\xda"
BYTES = {"1": 1, "L": 1, "P": 1, "LA": 4, "PA": 4}
FORMATS = {"JPEG": ("JPEG", "MPO"), "PNG": ("PNG",)}


def redrawn(kind: str, content: bytes) -> bytes:
    try:
        return _redrawn(kind, content)
    except (DomainError, MemoryError):
        raise
    except Exception as error:
        raise DomainError(
            _("Gambar ini rusak atau tidak dapat dibaca. Pilih berkas lain."), code="broken"
        ) from error


def _redrawn(kind: str, content: bytes) -> bytes:
    with _opened(kind, content) as image:
        _demand_bearable(image, content)
        turned = _upright(image, _drawn(image))
    drawn = BytesIO()
    turned.save(drawn, format=kind, quality=85)
    return drawn.getvalue()


def _opened(kind: str, content: bytes) -> "Image":
    from PIL import Image, PngImagePlugin  # noqa: PLC0415

    PngImagePlugin.MAX_TEXT_CHUNK = PngImagePlugin.MAX_TEXT_MEMORY = MOST_TEXT
    try:
        return Image.open(BytesIO(content), formats=FORMATS[kind])
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_large() from error


def _demand_bearable(image: "Image", content: bytes) -> None:
    """Refuses what stays too large when the decoder was asked for less (JPEG: a half, a quarter, an eighth)."""
    passes = content.count(PASS) if image.info.get("progressive") else 1
    if image.width * image.height > MOST_PIXELS or passes > MOST_PASSES:
        raise _too_large()
    kept = image.width * image.height * 2 * len(image.getbands()) if passes > 1 else 0
    whole, parts = image.size, 1
    while kept + _bytes_of(image) > MOST_TO_DECODE and image.format != "PNG" and parts < 8:
        parts *= 2
        image.draft(None, (whole[0] // parts, whole[1] // parts))
    if kept + _bytes_of(image) > MOST_TO_DECODE:
        raise _too_large()


def _bytes_of(image: "Image") -> int:
    """As Pillow holds it: a byte, or four, for each pixel."""
    return image.width * image.height * BYTES.get(image.mode, 4)


def _drawn(image: "Image") -> "Image":
    """On white, no side longer than it need be; strip by strip, so that nothing of any size is there twice."""
    from PIL import Image  # noqa: PLC0415

    image.load()
    scale = max(1.0, max(image.size) / LONGEST_SIDE)
    size = (max(1, round(image.width / scale)), max(1, round(image.height / scale)))
    drawn = Image.new("RGB", size, "white")
    for top in range(0, size[1], STRIP):
        strip = _strip(image, size, top, min(top + STRIP, size[1]))
        drawn.paste(strip, (0, top))
    return drawn


def _strip(image: "Image", size: tuple[int, int], top: int, bottom: int) -> "Image":
    from PIL import Image  # noqa: PLC0415

    scale = image.height / size[1]
    first = max(0, int(top * scale) - MARGIN)
    last = min(image.height, int(bottom * scale) + 1 + MARGIN)
    part = image.crop((0, first, image.width, last)).convert("RGBA")
    ground = Image.new("RGBA", part.size, "white")
    ground.alpha_composite(part)
    box = (0.0, top * scale - first, float(image.width), bottom * scale - first)
    return ground.convert("RGB").resize((size[0], bottom - top), Image.Resampling.BICUBIC, box=box)


def _upright(image: "Image", drawn: "Image") -> "Image":
    """As the camera was held; a picture whose notes cannot be read stays as it lies."""
    from PIL import ExifTags, Image  # noqa: PLC0415

    turns: dict[Any, Image.Transpose] = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_270,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_90,
    }
    try:
        turn = turns.get(image.getexif().get(ExifTags.Base.Orientation))
    except Exception:
        turn = None
    return drawn.transpose(turn) if turn is not None else drawn


def _too_large() -> DomainError:
    return DomainError(
        _("Gambar ini terlalu besar untuk dibuka. Perkecil atau simpan sebagai JPEG biasa."),
        code="too_many_pixels",
    )
