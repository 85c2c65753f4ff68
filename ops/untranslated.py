"""Prints every text of ours that has no English translation yet; exits with 1 if there is one.

    python -m ops.untranslated

The texts are collected afresh in a copy of the sources, so a .po that was not updated cannot hide one.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import polib


ROOT = Path(__file__).resolve().parent.parent
PACKAGES = [
    "atensi", "common", "ops", "tools", "files", "regions", "partners", "accounts", "clients", "law", "safety", "screening", "care", "reports", "exports", "desk", "upkeep",
    "templates", "static/atensi", "locale",
]  # fmt: skip
CATALOGUES = ("django", "djangojs")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        missing = list(_missing(Path(folder)))
    for line in missing:
        print(line)
    sys.exit(f"{len(missing)} texts have no English translation." if missing else 0)


def _missing(copy: Path) -> Iterator[str]:
    for name in PACKAGES:
        if (ROOT / name).is_dir():
            shutil.copytree(
                ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__", "*.mo")
            )
    for domain in CATALOGUES:
        _collect(copy, domain)
        catalogue = copy / "locale" / "en" / "LC_MESSAGES" / f"{domain}.po"
        if catalogue.exists():
            yield from (
                _describe(entry) for entry in polib.pofile(str(catalogue)) if _is_missing(entry)
            )


def _collect(copy: Path, domain: str) -> None:
    (copy / "locale" / "en" / "LC_MESSAGES").mkdir(parents=True, exist_ok=True)
    command = ["-m", "django", "makemessages", "--locale", "en", "--domain", domain, "--no-wrap"]
    done = subprocess.run(
        [sys.executable, *command], cwd=copy, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"The texts could not be collected: {done.stderr.strip()}")


def _is_missing(entry: polib.POEntry) -> bool:
    return not entry.obsolete and ("fuzzy" in entry.flags or not entry.translated())


def _describe(entry: polib.POEntry) -> str:
    place = ":".join(entry.occurrences[0]) if entry.occurrences else "?"
    return f"{place}: {entry.msgid!r}{' (fuzzy)' if 'fuzzy' in entry.flags else ''}"


if __name__ == "__main__":
    main()
