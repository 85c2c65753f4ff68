"""Making the file of an export once, batch by batch, and taking it away when its day is over."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from django.db import transaction
from django.utils.translation import gettext as _, override

from accounts.models import User
from accounts.scopes import scope_of
from common.enums import ReadAction
from common.errors import DomainError
from common.jobs import Finish, Progress
from common.listings import Cell, Found
from common.models import Job, ReadLog
from common.reading import log_read
from common.scope import acting, nation
from common.visit import Visit, visiting
from exports.enums import Format
from exports.models import ALONE, LIFE, Export
from exports.services.asking import as_themselves, demand_bearable, people_in
from exports.sheets import paper_of
from exports.watermark import purpose_of, watermark
from files.enums import FileKind
from files.inspection.content import Upload
from files.services import discard_file, keep_file


BATCH = 500


@dataclass(frozen=True, slots=True)
class Made:
    upload: Upload
    rows: int
    people: list[int]


def prepare_export(*, job: Job, progress: Progress, at: datetime) -> Finish:
    """The slow part; what is returned keeps the file and writes into the read log beside the job's end."""
    export = _export_of(job)
    actor = export.asked_by
    _demand_may(export)
    with override(actor.language):
        with acting(scope_of(actor)):
            found = list(export.list_taken.found(actor, export.question, at))
        demand_bearable(actor, found)
        people = people_in(found)
        _demand_agreed(export, len(people))
        rows = list(_rows(export, found, progress, at))
        content = paper_of(
            Format(export.file_format).kind,
            columns=export.list_taken.columns,
            rows=rows,
            about=watermark(export, at, rows=len(rows), people=len(people)),
        )
    kind: FileKind = Format(export.file_format).kind
    made = Made(Upload(content, kind), len(rows), sorted(people))
    return partial(_record, export, made, at)


def _export_of(job: Job) -> Export:
    assert job.requested_by_id is not None  # noqa: S101 - ask_export sees to it
    with acting(as_themselves(job.requested_by_id)):
        rows = Export.objects.select_related("asked_by__institution", "answered_by")
        return rows.get(pk=job.payload["export"])


def _demand_may(export: Export) -> None:
    """Between asking and making somebody may have left, or lost the list."""
    user = export.asked_by
    if not user.is_active or user.role != export.role or not export.list_taken.may(user):
        raise DomainError(_("Peminta tidak lagi boleh membuka daftar ini."), code="no_longer")


def _demand_agreed(export: Export, people: int) -> None:
    if people > ALONE and not export.agreed:
        raise DomainError(
            _(
                "Daftar ini kini memuat lebih dari 500 orang. Minta lagi, agar orang kedua menyetujui."
            ),
            code="needs_consent",
        )


def _rows(
    export: Export, found: list[Found], progress: Progress, at: datetime
) -> Iterator[tuple[Cell, ...]]:
    """Each batch in a transaction of its own, so that the bar can move in between."""
    user, total = export.asked_by, len(found)
    for start in range(0, total, BATCH):
        progress(start, total)
        ids = [pk for pk, _people in found[start : start + BATCH]]
        with acting(scope_of(user)):
            cells = dict(export.list_taken.rows(user, ids, at))
        yield from (cells[pk] for pk in ids if pk in cells)
    progress(total, total)


def _record(export: Export, made: Made, at: datetime) -> None:
    actor = export.asked_by
    written_down = _write_down(export, actor, made.people)
    with acting(as_themselves(actor.pk)):
        file = keep_file(upload=made.upload, owner=None, of_many=True, actor=actor, at=at)
        Export.objects.filter(pk=export.pk).update(
            file=file,
            written_down=written_down,
            rows=made.rows,
            people=len(made.people),
            made_at=at,
            until=at + LIFE,
        )


def _write_down(export: Export, actor: User, people: list[int]) -> ReadLog:
    """One row with everybody who is in it, as if it were read where it was asked."""
    with acting(scope_of(actor)), visiting(Visit(export.role, export.ip)):
        return log_read(actor.pk, ReadAction.EXPORT, people, purpose_of(export))


def purge_exports(*, at: datetime) -> int:
    with acting(nation()):
        over = list(Export.objects.over_at(at).values_list("pk", "asked_by_id"))
    for pk, asker in over:
        with acting(as_themselves(asker)):
            _purge(pk)
    return len(over)


@transaction.atomic
def _purge(pk: int) -> None:
    row = (
        Export.objects.select_for_update(no_key=True, of=("self",))
        .select_related("file")
        .get(pk=pk)
    )
    file = row.file
    row.file, row.query = None, ""
    row.save(update_fields=["file", "query"])
    if file is not None:
        discard_file(file=file)
