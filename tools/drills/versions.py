"""The code of another version, in a folder of its own."""

import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ops.errors import CannotStart
from tools.drills.site import ROOT


@contextmanager
def last_version(since: str) -> Iterator[Path]:
    """The newest tag, or where there is none what was there before the last change."""
    named = since or _git("describe", "--tags", "--abbrev=0").decode().strip() or "HEAD^1"
    code = _git("archive", named)
    if not code:
        raise CannotStart(f"There is no version {named} in this checkout; name one with --since.")
    print(f"From {named}", flush=True)
    with tempfile.TemporaryDirectory(prefix="atensi-version-") as folder:
        subprocess.run(["tar", "--extract", "--directory", folder], input=code, check=True)
        yield Path(folder)


def _git(*arguments: str) -> bytes:
    return subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, check=False).stdout
