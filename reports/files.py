"""Where the papers lie. A paper is whole or it is not there."""

import hashlib
import os
from pathlib import Path
from tempfile import NamedTemporaryFile

from django.core.files.storage import default_storage


def keep(name: str, content: bytes) -> str:
    """Write the file under `name`, safe against a crash at any moment, and return its SHA-256."""
    path = Path(default_storage.path(name))
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    Path(file.name).replace(path)
    return hashlib.sha256(content).hexdigest()


def discard(folder: str, pattern: str) -> None:
    for path in Path(default_storage.path(folder)).glob(pattern):
        path.unlink(missing_ok=True)


def has_sha256(name: str, expected: str) -> bool:
    """Whether the file is there and is still the one that was kept."""
    try:
        with default_storage.open(name, "rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == expected
    except FileNotFoundError:
        return False
