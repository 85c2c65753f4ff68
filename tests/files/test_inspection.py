"""Row B15: what comes in, by its content and not by its name; what is refused is told in a sentence."""

from io import BytesIO
from threading import Event, Thread

import pikepdf
import pytest
from PIL import Image

from common.errors import DomainError
from files.enums import FileKind
from files.inspection.content import LARGEST, MEGABYTE, PAPERS, inspect, one_at_a_time
from tests.files import samples


def javascript() -> pikepdf.Dictionary:
    """A new one each time: an object belongs to the first file that it is put into."""
    return pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")


def refusal(content: bytes, allowed=PAPERS) -> DomainError:
    with pytest.raises(DomainError) as refused:
        inspect(content, allowed)
    return refused.value


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (samples.pdf(), FileKind.PDF),
        (samples.picture("JPEG"), FileKind.JPEG),
        (samples.picture("PNG"), FileKind.PNG),
        (samples.two_pictures_in_one(), FileKind.JPEG),
        (samples.picture("JPEG", progressive=True), FileKind.JPEG),
        (samples.picture("JPEG", mode="CMYK"), FileKind.JPEG),
        (samples.picture("PNG", mode="P"), FileKind.PNG),
        (samples.picture("PNG", mode="RGBA"), FileKind.PNG),
        (samples.picture("PNG", mode="1"), FileKind.PNG),
    ],
)
def test_a_file_is_taken_for_what_it_is(content, kind):
    assert inspect(content, PAPERS).kind == kind


@pytest.mark.parametrize(
    "content",
    [
        b"MZ not a picture",
        b"<svg xmlns='http://www.w3.org/2000/svg' onload='x'/>",
        b"<html>%PDF-1.7",
        b"GIF89a",
        b"\x00\x00\x00\x18nothing",
        b"",
        samples.EICAR,
        samples.sheet(),
    ],
)
def test_what_is_none_of_the_kinds_is_refused(content):
    error = refusal(content)

    assert (error.code, error.message) == (
        "wrong_kind",
        "Berkas ini bukan PDF, JPEG, atau PNG. Pilih berkas lain.",
    )


def test_a_form_for_pdfs_takes_no_picture():
    assert "bukan PDF. Pilih" in refusal(samples.picture(), (FileKind.PDF,)).message


def test_a_heic_is_told_what_to_do():
    assert "sebagai JPEG" in refusal(b"\x00\x00\x00\x18ftypheic" + bytes(40)).message


def test_what_is_larger_than_10_mb_is_refused():
    assert refusal(b"%PDF-" + bytes(LARGEST)).code == "too_large"


# Pictures


def test_a_picture_keeps_nothing_of_where_and_with_what_it_was_taken():
    told = Image.Exif()
    told[0x010F] = "Kamera Rahasia"
    told[0x0112] = 6  # held upright
    content = samples.picture(exif=told, comment=b"Catatan Rahasia")

    kept = inspect(content, PAPERS).content

    image = Image.open(BytesIO(kept))
    assert b"Rahasia" in content
    assert b"Rahasia" not in kept
    assert not image.getexif()
    assert image.size == (30, 40)


def test_what_stands_behind_a_picture_stays_outside():
    content = samples.picture("PNG") + b"<script>alert(1)</script>"

    assert b"script" not in inspect(content, PAPERS).content


def test_of_two_pictures_in_one_the_first_is_kept():
    image = Image.open(BytesIO(inspect(samples.two_pictures_in_one(), PAPERS).content))

    assert image.format == "JPEG"
    assert image.getpixel((10, 10))[2] > 100  # type: ignore[index]


def test_a_transparent_picture_stands_on_white():
    drawn = BytesIO()
    Image.new("RGBA", (20, 20), (255, 0, 0, 0)).save(drawn, "PNG")

    kept = Image.open(BytesIO(inspect(drawn.getvalue(), PAPERS).content))

    assert kept.getpixel((5, 5)) == (255, 255, 255)


def test_a_large_picture_is_made_smaller():
    content = samples.picture(size=(3000, 1500))

    assert Image.open(BytesIO(inspect(content, PAPERS).content)).size == (2400, 1200)


@pytest.mark.parametrize("content", [samples.picture()[:300], b"\xff\xd8\xff broken"])
def test_a_broken_picture_is_refused(content):
    assert refusal(content).code == "broken"


@pytest.mark.parametrize(("width", "height"), [(7000, 7000), (20_000, 20_000), (5001, 5000)])
def test_more_pixels_than_25_million_are_not_decoded(width, height):
    drawn = BytesIO()
    Image.new("1", (width, height)).save(drawn, "PNG")

    assert refusal(drawn.getvalue()).code == "too_many_pixels"


def test_a_picture_in_a_hundred_passes_is_not_decoded():
    content = samples.picture(progressive=True)
    cut = content.rindex(b"\xff\xda")

    assert refusal(content[:cut] + content[cut:-2] * 100 + b"\xff\xd9").code == "too_many_pixels"


# PDFs


@pytest.mark.parametrize(
    "root",
    [
        {"OpenAction": javascript()},
        {"OpenAction": pikepdf.Dictionary(S=pikepdf.Name.Launch, F="cmd.exe")},
        {"AA": pikepdf.Dictionary(WC=pikepdf.Dictionary(S=pikepdf.Name.SubmitForm))},
        {"Names": pikepdf.Dictionary(JavaScript=pikepdf.Dictionary(Names=["x", javascript()]))},
        {"Names": pikepdf.Dictionary(EmbeddedFiles=pikepdf.Dictionary(Names=[]))},
        {"AF": pikepdf.Array([pikepdf.Dictionary(Type=pikepdf.Name.Filespec, EF=pikepdf.Dictionary())])},
        {"AcroForm": pikepdf.Dictionary(XFA="x")},
    ],
)  # fmt: skip
def test_a_pdf_that_does_something_is_refused(root):
    error = refusal(samples.pdf(**root))

    assert error.code == "active"
    assert "program, lampiran, atau perintah" in error.message


def test_what_a_pdf_does_deep_inside_is_found():
    made = pikepdf.new()
    page = made.add_blank_page()
    link = pikepdf.Dictionary(Subtype=pikepdf.Name.Link, A=javascript(), Rect=[0, 0, 9, 9])
    page.Annots = pikepdf.Array([pikepdf.Dictionary(Kids=[made.make_indirect(link)])])
    written = BytesIO()
    made.save(written, object_stream_mode=pikepdf.ObjectStreamMode.generate)

    assert b"JavaScript" not in written.getvalue()  # packed, so that no search finds it
    assert refusal(written.getvalue()).code == "active"


@pytest.mark.parametrize("user", ["rahasia", ""])
def test_a_locked_pdf_is_refused(user):
    assert refusal(samples.encrypted_pdf(user=user)).code == "encrypted"


@pytest.mark.parametrize(
    "content",
    [b"%PDF-", b"%PDF-1.7 kuitansi", samples.pdf()[:-60], samples.pdf().replace(b"/Pages", b"/Pogos")],
)  # fmt: skip
def test_a_broken_pdf_is_refused(content):
    assert refusal(content).code == "broken"


def test_of_a_pdf_with_a_page_of_the_web_in_it_only_the_paper_is_kept():
    content = samples.pdf() + b"<html><script>alert(1)</script></html>"

    kept = inspect(content, PAPERS).content

    assert b"script" not in kept
    assert kept.startswith(b"%PDF-")


def test_a_signed_pdf_is_kept_byte_for_byte():
    assert inspect(samples.signed_pdf(), PAPERS).content == samples.signed_pdf()


def test_nothing_is_hung_behind_a_signed_pdf():
    assert refusal(samples.signed_pdf() + b"<script>").code == "broken"


def test_a_pdf_whose_parts_unpack_a_thousandfold_is_refused():
    made = pikepdf.new()
    made.add_blank_page()
    made.Root.Much = made.make_indirect(pikepdf.String("a" * 40 * MEGABYTE))
    written = BytesIO()
    made.save(written, object_stream_mode=pikepdf.ObjectStreamMode.generate)

    assert len(written.getvalue()) < MEGABYTE
    assert refusal(written.getvalue()).code == "broken"


def intricate(numbers: int, *, times: int) -> bytes:
    """Parts that cost their reader a hundred times what they take in the file."""
    made = pikepdf.new()
    made.add_blank_page()
    parts = [made.make_indirect(pikepdf.Array(range(numbers))) for _ in range(times)]
    made.Root.Much = made.make_indirect(pikepdf.Array(parts))
    written = BytesIO()
    made.save(written)
    return written.getvalue()


@pytest.mark.parametrize(("numbers", "times"), [(25_000, 15), (1, 30_001)])
def test_a_pdf_of_too_many_parts_is_refused(numbers, times):
    assert refusal(intricate(numbers, times=times)).code in {"too_large", "broken"}


def test_one_file_is_looked_at_at_a_time():
    looked = Event()

    def look() -> None:
        inspect(samples.picture(), PAPERS)
        looked.set()

    with one_at_a_time:
        waiting = Thread(target=look)
        waiting.start()
        assert not looked.wait(0.3)
    waiting.join(5)

    assert looked.is_set()


# Spreadsheets

SHEETS = (FileKind.XLSX,)


def test_a_workbook_is_taken_where_it_is_said():
    assert inspect(samples.sheet(), SHEETS).kind == FileKind.XLSX


@pytest.mark.parametrize(
    "name", ["xl/vbaProject.bin", "xl/externalLinks/externalLink1.xml", "xl/embeddings/a.bin"]
)
def test_a_workbook_with_macros_or_attachments_is_refused(name):
    assert refusal(samples.sheet(**{name: b"x"}), SHEETS).code == "active"


def test_a_workbook_that_unpacks_to_hundreds_of_megabytes_is_refused():
    bomb = samples.sheet(**{"xl/worksheets/sheet2.xml": bytes(60 * 1024 * 1024)})

    assert len(bomb) < 200_000
    assert refusal(bomb, SHEETS).code == "too_large"


@pytest.mark.parametrize(
    "content", [b"PK\x03\x04", samples.sheet()[:-30], b"PK\x03\x04" + bytes(90)]
)
def test_what_is_no_workbook_is_refused(content):
    assert refusal(content, SHEETS).code == "broken"


def test_what_made_a_file_unreadable_is_named_to_the_operator(caplog):
    with pytest.raises(DomainError):
        inspect(b"%PDF-1.7 broken", PAPERS)

    (record,) = [one for one in caplog.records if one.name == "files.inspection.content"]
    assert (record.kind, record.cause) == ("application/pdf", "PdfError")
