"""A list as a spreadsheet or as CSV. No cell of it is ever a formula, whatever somebody once typed."""

import csv
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from io import BytesIO, StringIO

import xlsxwriter
from django.utils import timezone
from django.utils.translation import gettext as _
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from common.listings import Cell, Column
from files.enums import FileKind


About = Sequence[tuple[str, str]]
Rows = Iterable[tuple[Cell, ...]]
BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"
# What a spreadsheet takes for the beginning of a formula, also in the wide forms of Asian keyboards.
RISKY = tuple("=+-@\t\r\n＝＋－＠")
DIGITS = frozenset("0123456789 +-()")
IN_MEMORY = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}


def harmless(text: str) -> str:
    """Behind an apostrophe, which spreadsheets read as: this is text."""
    return f"'{text}" if text.startswith(RISKY) or text.lstrip().startswith(RISKY) else text


def paper_of(kind: FileKind, *, columns: Sequence[Column], rows: Rows, about: About) -> bytes:
    return WRITERS[kind](columns, rows, about)


# CSV


def _csv(columns: Sequence[Column], rows: Rows, about: About) -> bytes:
    """The first line says whose it is, the second names the columns."""
    out = StringIO()
    out.write(BOM)
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([_one_line("# " + " · ".join(f"{name}: {text}" for name, text in about))])
    writer.writerow([harmless(str(column.label)) for column in columns])
    for row in rows:
        writer.writerow([_plain(column, cell) for column, cell in zip(columns, row, strict=True)])
    return out.getvalue().encode()


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _plain(column: Column, cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return timezone.localtime(cell).isoformat(timespec="minutes")
    if isinstance(cell, date):
        return cell.isoformat()
    if column.is_code:
        return _code(str(cell))
    return harmless(str(cell)) if isinstance(cell, str) else str(cell)


def _code(text: str) -> str:
    """Without the apostrophe a spreadsheet would drop its first zero and round its end."""
    return f"'{text}" if text and DIGITS.issuperset(text) else harmless(text)


# XLSX


def _xlsx(columns: Sequence[Column], rows: Rows, about: About) -> bytes:
    """Made in memory: nothing of it lies on a disk unsealed."""
    out = BytesIO()
    with xlsxwriter.Workbook(out, IN_MEMORY) as book:
        _write_list(book, columns, rows, about)
        _write_about(book, about)
    return out.getvalue()


def _write_list(book: Workbook, columns: Sequence[Column], rows: Rows, about: About) -> None:
    sheet = book.add_worksheet(_("Daftar"))
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    for place, column in enumerate(columns):
        sheet.set_column(place, place, column.width)
        sheet.write_string(0, place, harmless(str(column.label)), head)
    sheet.freeze_panes(1, 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_footer(f"&L{_footer(about)}&R&P/&N")
    looks = _looks(book)
    for line, row in enumerate(rows, start=1):
        for place, (column, cell) in enumerate(zip(columns, row, strict=True)):
            _put(sheet, (line, place), column, cell, looks)


def _footer(about: About) -> str:
    """Who and when stands on every sheet of paper, too; an ampersand would be a command there."""
    return " · ".join(text for _name, text in about[1:4]).replace("&", "&&")[:200]


def _looks(book: Workbook) -> dict[str, Format]:
    return {
        "day": book.add_format({"num_format": "dd/mm/yyyy", "align": "left"}),
        "moment": book.add_format({"num_format": "dd/mm/yyyy hh:mm", "align": "left"}),
        "text": book.add_format({"num_format": "@"}),
    }


def _put(
    sheet: Worksheet, at: tuple[int, int], column: Column, cell: Cell, looks: dict[str, Format]
) -> None:
    if cell is None or cell == "":
        return
    if isinstance(cell, datetime):
        sheet.write_datetime(*at, timezone.localtime(cell).replace(tzinfo=None), looks["moment"])
    elif isinstance(cell, date):
        sheet.write_datetime(*at, cell, looks["day"])
    elif isinstance(cell, int) and not column.is_code:
        sheet.write_number(*at, cell)
    else:
        sheet.write_string(*at, harmless(str(cell)), looks["text"])


def _write_about(book: Workbook, about: About) -> None:
    sheet = book.add_worksheet(_("Tentang ekspor ini"))
    bold, wrap = (
        book.add_format({"bold": True, "valign": "top"}),
        book.add_format({"text_wrap": True}),
    )
    sheet.set_column(0, 0, 22)
    sheet.set_column(1, 1, 90)
    for line, (name, text) in enumerate(about):
        sheet.write_string(line, 0, harmless(name), bold)
        sheet.write_string(line, 1, harmless(text), wrap)


WRITERS: dict[FileKind, Callable[[Sequence[Column], Rows, About], bytes]] = {
    FileKind.XLSX: _xlsx,
    FileKind.CSV: _csv,
}
