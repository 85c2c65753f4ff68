"""A photo or a PDF that proves something. What it is, is told by its content, not by its name."""

from io import BytesIO
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps, UnidentifiedImageError

from care.delivery.proofs import Proof
from care.enums import ProofKind


MEGABYTE = 1024 * 1024
LARGEST = 5 * MEGABYTE
MOST_PIXELS = 50_000_000
LONGEST_SIDE = 2400
FORMATS = {"JPEG": ProofKind.JPEG, "PNG": ProofKind.PNG}
NEITHER = _("Berkas ini bukan PDF, JPEG, atau PNG. Pilih berkas lain.")


class ProofField(forms.FileField):
    def __init__(self, **options: Any) -> None:
        widget = forms.FileInput(attrs={"accept": "application/pdf,image/jpeg,image/png"})
        super().__init__(required=False, max_length=255, widget=widget, **options)

    def clean(self, data: Any, initial: Any = None) -> Proof | None:  # type: ignore[override]
        given = super().clean(data, initial)
        if not given:
            return None
        if given.size > LARGEST:
            raise forms.ValidationError(_("Berkas ini lebih dari 5 MB. Perkecil, lalu pilih lagi."))
        content = given.read()
        if content.startswith(b"%PDF-"):
            return Proof(content, ProofKind.PDF)
        return _as_drawn(content)


def _as_drawn(content: bytes) -> Proof:
    """The picture anew: only what is seen; place, device and whatever else stood in the file stay behind."""
    try:
        with Image.open(BytesIO(content), formats=list(FORMATS)) as image:
            if image.width * image.height > MOST_PIXELS:
                raise forms.ValidationError(
                    _("Gambar ini terlalu besar. Perkecil, lalu pilih lagi.")
                )
            kind = image.format or ""
            upright = ImageOps.exif_transpose(image).convert("RGB")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise forms.ValidationError(NEITHER) from error
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    clean = Image.new("RGB", upright.size)
    clean.paste(upright)
    drawn = BytesIO()
    clean.save(drawn, format=kind, quality=85)
    return Proof(drawn.getvalue(), FORMATS[kind])
