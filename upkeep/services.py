"""Looking at one thing, and writing down how it was."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from django.db import transaction

from common import comparing, verifying
from common.logs import told
from common.scope import MACHINERY, acting
from common.seal_file import SealFileDamaged
from upkeep.backup import making, rehearsing, rotating
from upkeep.backup.errors import BackupFailed, NotConfigured
from upkeep.enums import Watched
from upkeep.looking import NotWell
from upkeep.models import Pulse


T = TypeVar("T")
LONGEST_NOTE = 200
# Their words are ours; all others might quote a row.
OURS = (BackupFailed, NotConfigured, NotWell)


def back_up(*, at: dt.datetime) -> Path:
    folder = noting(Watched.BACKUP, at, lambda: making.make(at), say=lambda made: made.name)
    rotating.rotate(at)
    return folder


def check_restore(*, at: dt.datetime) -> Path:
    return noting(Watched.RESTORE, at, rehearsing.rehearse, say=lambda folder: folder.name)


def verify_seals(*, at: dt.datetime) -> None:
    noting(Watched.SEALS, at, _seals_hold, say=lambda said: said)


def verify_history(*, at: dt.datetime) -> None:
    noting(Watched.HISTORY, at, _rows_agree)


def _seals_hold() -> str:
    try:
        verdict = verifying.verify()
    except SealFileDamaged as damage:
        raise NotWell(str(damage)) from damage
    if verdict.damage:
        raise NotWell(str(verdict.damage))
    return f"{verdict.seals} / {verdict.rows}"


def _rows_agree() -> None:
    if found := comparing.mismatches():
        raise NotWell("; ".join(str(row) for row in found))


def noting(
    what: Watched, at: dt.datetime, look: Callable[[], T], say: Callable[[T], str] = lambda _: ""
) -> T:
    """The outcome of a look stays written down however it ends."""
    try:
        found = look()
    except Exception as problem:
        words = str(problem) if isinstance(problem, OURS) else told(problem)
        note(what, is_well=False, text=words, at=at)
        raise
    note(what, is_well=True, text=say(found), at=at)
    return found


@transaction.atomic
def note(what: Watched, *, is_well: bool, text: str, at: dt.datetime) -> None:
    seen = {"is_well": is_well, "finding": text[:LONGEST_NOTE], "seen_at": at}
    with acting(MACHINERY):
        Pulse.objects.update_or_create(
            what=what, defaults=seen | ({"well_at": at} if is_well else {})
        )
