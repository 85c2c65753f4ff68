"""Notes kept with a result: a code and its sentence, as rows that a JSON column can hold."""

from collections.abc import Iterable, Sequence

from screening.engine.proposals import Note
from screening.engine.texts import Text


def stored_notes(notes: Iterable[Note]) -> list[list[str]]:
    """Code, Indonesian, English."""
    return [[note.code, *note.text] for note in notes]


def read_notes(stored: Iterable[Sequence[str]]) -> tuple[Note, ...]:
    return tuple(Note(code, Text(indonesian, english)) for code, indonesian, english in stored)
