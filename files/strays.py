"""Files in the storage that no row tells of: what a transaction that failed has left behind."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from common.scope import acting, nation
from files.keeping import storage
from files.models import StoredFile


FOLDER = "files"
# Whoever is still uploading is done by then.
OLD = timedelta(hours=24)


def remove_strays(*, at: datetime) -> int:
    removed = 0
    for names in _names_by_folder():
        old = {name for name in names if storage().get_modified_time(name) < at - OLD}
        with acting(nation()):
            known = set(StoredFile.objects.filter(name__in=old).values_list("name", flat=True))
        for name in old - known:
            storage().delete(name)
            removed += 1
    return removed


def _names_by_folder() -> Iterator[list[str]]:
    if not storage().exists(FOLDER) and not _listed(FOLDER):
        return
    for folder in _listed(FOLDER):
        _folders, names = storage().listdir(f"{FOLDER}/{folder}")
        yield [f"{FOLDER}/{folder}/{name}" for name in names]


def _listed(folder: str) -> list[str]:
    try:
        return list(storage().listdir(folder)[0])
    except FileNotFoundError:
        return []
