"""What a backup says of itself, outside of what is encrypted: no person, only names, sums and counts."""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from upkeep.backup.counting import Holdings
from upkeep.backup.errors import BackupFailed


NAME = "manifest.json"
DATABASE, FILES = "database.dump.age", "files.tar.age"


@dataclass(frozen=True, slots=True)
class Manifest:
    made_at: str
    server: int
    sums: dict[str, str]
    """File name -> SHA-256 of the encrypted file."""
    holdings: Holdings

    def write(self, folder: Path) -> None:
        (folder / NAME).write_text(json.dumps(asdict(self), indent=1))


def read(folder: Path) -> Manifest:
    """The backup as it was made, byte for byte, or a refusal."""
    try:
        manifest = Manifest(**json.loads((folder / NAME).read_text()))
    except (OSError, ValueError, TypeError) as problem:
        raise BackupFailed(f"{folder} is no whole backup: {problem}") from problem
    for name, told in manifest.sums.items():
        if not (folder / name).exists():
            raise BackupFailed(f"{folder / name} is gone.")
        if sum_of(folder / name) != told:
            raise BackupFailed(f"{folder / name} is not what was written: its sum differs.")
    return manifest


def sum_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
