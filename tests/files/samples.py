"""Files as people bring them, and as attackers do."""

from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pikepdf
from PIL import Image

from files import keeping
from files.enums import FileKind
from files.models import StoredFile, new_name


# In two halves, so that no scanner takes this file for what it is about.
EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD" + b"-ANTIVIRUS-TEST-FILE!$H+H*"


def pdf(words: str = "Kuitansi", **root: Any) -> bytes:
    """One page; `root` goes into the catalogue: pdf(OpenAction=…)."""
    made = pikepdf.new()
    page = made.add_blank_page(page_size=(200, 200))
    page.Contents = made.make_stream(b"0 0 9 9 re f")
    made.docinfo[pikepdf.Name.Title] = words
    for name, value in root.items():
        made.Root[f"/{name}"] = value
    return _saved(made)


def encrypted_pdf(*, user: str = "rahasia") -> bytes:
    made = pikepdf.new()
    made.add_blank_page()
    return _saved(made, encryption=pikepdf.Encryption(owner="pemilik", user=user))


def signed_pdf() -> bytes:
    """As a signature looks to whoever must not touch what it covers."""
    signature = pikepdf.Dictionary(Type=pikepdf.Name.Sig, ByteRange=[0, 10, 20, 30])
    return pdf(AcroForm=pikepdf.Dictionary(SigFlags=3, V=signature))


def _saved(made: pikepdf.Pdf, **options: Any) -> bytes:
    written = BytesIO()
    made.save(written, object_stream_mode=pikepdf.ObjectStreamMode.disable, **options)
    return written.getvalue()


def picture(kind: str = "JPEG", size: tuple[int, int] = (40, 30), **options: Any) -> bytes:
    drawn = BytesIO()
    mode = options.pop("mode", "RGB")
    Image.linear_gradient("L").resize(size).convert(mode).save(drawn, kind, **options)
    return drawn.getvalue()


def two_pictures_in_one() -> bytes:
    """MPO, as many telephones make."""
    frames = [Image.new("RGB", (64, 48), colour) for colour in ("navy", "red")]
    drawn = BytesIO()
    frames[0].save(drawn, "MPO", save_all=True, append_images=frames[1:])
    return drawn.getvalue()


def sheet(**parts: bytes) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as file:
        for name in ("[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"):
            file.writestr(name, b"<x/>")
        for name, content in parts.items():
            file.writestr(name, content)
    return packed.getvalue()


def stored(content: bytes = b"%PDF-1.7 berkas", *, owner: Any = None, **facts: Any) -> StoredFile:
    """A file that is there already, whatever stands in it."""
    key_id = owner.key_id if owner else None
    row = StoredFile(name=new_name(), key_id=key_id, kind=FileKind.PDF)
    for name, value in facts.items():
        setattr(row, name, value)
    keeping.put(row, content)
    row.save()
    return row
