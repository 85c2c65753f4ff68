"""Asks for a list as its page does, has the file made, and reads it back."""

import csv
from datetime import datetime
from io import BytesIO, StringIO
from typing import Any

from openpyxl import Workbook, load_workbook

from accounts.models import User
from accounts.scopes import scope_of
from common.jobs import perform
from common.scope import acting
from exports.enums import Format, Purpose
from exports.models import Export
from exports.services.asking import Wanted, ask_export
from files import keeping


REASON = "Rapat evaluasi bulanan."


def asked(user: User, at: datetime, listing: str = "clients", **facts: Any) -> Export:
    query = facts.pop("query", {})
    wanted = {"file_format": Format.CSV, "purpose": Purpose.MONITORING, "reason": REASON, **facts}
    with acting(scope_of(user)):
        return ask_export(
            wanted=Wanted(listing=listing, query=query, **wanted), actor=user, at=at, ip="127.0.0.1"
        )


def taken(user: User, at: datetime, listing: str = "clients", **facts: Any) -> Export:
    """Asked for, and made."""
    row = asked(user, at, listing, **facts)
    assert row.job_id is not None
    perform(row.job_id)
    return Export.objects.select_related("file", "job").get(pk=row.pk)


def content_of(export: Export) -> bytes:
    assert export.file is not None, export.job and (export.job.message or export.job.error)
    return keeping.take(export.file)


def as_csv(export: Export) -> list[list[str]]:
    """With the line that says whose it is, and the names of the columns."""
    return list(csv.reader(StringIO(content_of(export).decode("utf-8-sig"))))


def people_of(export: Export) -> list[dict[str, str]]:
    _about, names, *rows = as_csv(export)
    return [dict(zip(names, row, strict=True)) for row in rows]


def as_book(export: Export) -> Workbook:
    return load_workbook(BytesIO(content_of(export)))


def cells_of(book: Workbook) -> list[Any]:
    return [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
