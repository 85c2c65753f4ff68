"""What the rules say: one sentence of one rule, and one of the six views of a person."""

from typing import NamedTuple

from screening.engine.texts import Text


class Note(NamedTuple):
    """What one rule said about one case."""

    code: str
    text: Text


class Lens(NamedTuple):
    """One view of a person: `level` 0 (nothing known to worry about) to 3 (severe), never summed up.

    `facts` are what it rests on, heaviest first; `missing` is what nobody has found out yet.
    """

    code: str
    title: Text
    level: int
    facts: tuple[Note, ...] = ()
    missing: tuple[Note, ...] = ()
