"""Translations are written as .po files; the .mo files that Django reads are made from them here."""

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po


LOCALE = Path(__file__).resolve().parent.parent / "locale"


def compile_all(locale: Path = LOCALE) -> None:
    """Compile each .po that is newer than its .mo; the .mo files are not in the repository."""
    for source in sorted(locale.glob("*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            _compile(source, target)


def _compile(source: Path, target: Path) -> None:
    with source.open("rb") as lines:
        catalog = read_po(lines)
    # Written beside and moved over: a process that is starting never reads half a file.
    fresh = target.with_suffix(".mo.new")
    with fresh.open("wb") as out:
        write_mo(out, catalog)
    fresh.replace(target)


if __name__ == "__main__":
    compile_all()
