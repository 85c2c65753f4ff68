"""The one way for a file into the house. What it is about is said by the row that points to it."""

import logging
from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

from django.db import connection, transaction
from django.utils.translation import gettext as _

from common.errors import DomainError
from common.jobs import Finish, request_job
from common.registry import Registry
from common.scope import acting, nation
from files import keeping, scanner
from files.enums import SCAN_FILE, ScanStatus
from files.inspection.content import Upload
from files.models import StoredFile, new_name


log = logging.getLogger(__name__)

# Whoever has files of a kind tells, in the transaction of the scan, those whom it concerns.
BAD_FILES: Registry[str, Callable[[StoredFile, datetime], None]] = Registry("files found bad")


@transaction.atomic
def keep_file(
    *,
    upload: Upload,
    owner: keeping.HasKey | None,
    actor: Any,
    at: datetime,
    of_many: bool = False,
) -> StoredFile:
    """`owner` is the person whom it is about: with their key it is sealed. It waits for the scanner, where there is one.

    `of_many`: it is about several people and sealed with a key of its own; in the database only `actor` sees it.

    Should the transaction fail, what lies in the storage is gone by the next morning (files.strays).
    """
    row = StoredFile(
        name=new_name(),
        key_id=owner.key_id if owner else None,
        own_key=keeping.new_key() if of_many else "",
        kind=upload.kind,
        uploaded_by=actor,
        uploaded_at=at,
    )
    try:
        keeping.put(row, upload.content)
    except DomainError:
        raise
    except Exception as error:
        log.exception("a file was not stored")
        raise DomainError(
            _("Berkas tidak dapat disimpan sekarang. Coba lagi beberapa saat lagi."),
            code="not_stored",
        ) from error
    row.save(force_insert=True)
    if scanner.is_there():
        ask_for_scan(row.pk)
    return row


def ask_for_scan(file_id: int) -> None:
    request_job(SCAN_FILE, str(file_id), payload={"file": file_id})


@transaction.atomic
def discard_file(*, file: StoredFile) -> None:
    """One that another has taken the place of. The storage follows when that is certain."""
    file.delete()
    transaction.on_commit(partial(keeping.storage().delete, file.name), robust=True)


def scan_file(*, file_id: int, at: datetime) -> Finish:
    """The slow part; what is returned writes the verdict beside the job's end."""
    with acting(nation()):
        row = StoredFile.objects.filter(pk=file_id).first()
        content = _content_of(row)
    if row is None or content is None:
        return lambda: None
    return partial(_record, row, scanner.malware_in(content), at)


def _content_of(row: StoredFile | None) -> bytes | None:
    """None when nobody can get it any more: replaced, lost or erased."""
    try:
        return keeping.take(row) if row else None
    except keeping.NotThere:
        return None


def _record(row: StoredFile, found: str, at: datetime) -> None:
    row.status, row.found, row.scanned_at = ScanStatus.BAD if found else ScanStatus.CLEAN, found, at
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT app.file_scanned(%s, %s, %s, %s)", [row.pk, row.status, found[:120], at]
        )
    if not found:
        return
    log.error("file %s is held: the scanner found something in it", row.pk, extra={"cause": found})
    for tell in BAD_FILES.values():
        tell(row, at)


def ask_for_scans() -> int:
    """For files that nobody has asked about, or whose asking was given up while the scanner was away."""
    if not scanner.is_there():
        return 0
    with acting(nation()):
        waiting = StoredFile.objects.filter(status=ScanStatus.UNSCANNED).order_by("pk")
        file_ids = list(waiting.values_list("pk", flat=True)[:AT_ONCE])
    for file_id in file_ids:
        ask_for_scan(file_id)
    return len(file_ids)


AT_ONCE = 200
