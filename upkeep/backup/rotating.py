"""Which backups are kept: those of the last days, and always the newest that is whole."""

import shutil
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings

from upkeep.backup.making import PREFIX, UNFINISHED


def kept() -> list[Path]:
    """Whole backups, oldest first."""
    if not settings.BACKUP_DIR:
        return []
    found = Path(settings.BACKUP_DIR).glob(f"{PREFIX}*")
    return sorted(path for path in found if path.is_dir() and path.suffix != UNFINISHED)


def made_at(folder: Path) -> datetime:
    return datetime.strptime(f"{folder.name}+0000", f"{PREFIX}%Y%m%dT%H%M%SZ%z")


def rotate(at: datetime) -> list[Path]:
    """Remove what is older than `BACKUP_DAYS`: an erased person's key must not live on for ever."""
    oldest = at - timedelta(days=settings.BACKUP_DAYS)
    gone = [folder for folder in kept()[:-1] if made_at(folder) < oldest]
    for folder in gone:
        shutil.rmtree(folder)
    return gone
