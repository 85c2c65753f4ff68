"""Where the papers lie: the folder, or the bucket. A paper is whole or it is not there."""

import hashlib
import os
from contextlib import suppress
from fnmatch import filter as fitting
from pathlib import Path
from tempfile import NamedTemporaryFile

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from files.keeping import is_far


def keep(name: str, content: bytes) -> str:
    """Write the file under `name`, safe against a crash at any moment, and return its SHA-256."""
    if is_far():
        default_storage.save(name, ContentFile(content))  # a bucket takes it whole or not at all
    else:
        _write(Path(default_storage.path(name)), content)
    return hashlib.sha256(content).hexdigest()


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    Path(file.name).replace(path)


def discard(folder: str, pattern: str) -> None:
    with suppress(FileNotFoundError):  # nothing was ever kept there
        for name in fitting(default_storage.listdir(folder)[1], pattern):
            default_storage.delete(f"{folder}/{name}")


def has_sha256(name: str, expected: str) -> bool:
    """Whether the file is there and is still the one that was kept."""
    found = hashlib.sha256()
    try:
        with default_storage.open(name, "rb") as file:
            for part in file.chunks():
                found.update(part)
    except FileNotFoundError:
        return False
    return found.hexdigest() == expected
