"""One row of the interview: what is asked, how a form writes the answer and how the draft keeps it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import get_language

from screening.engine import Note, Text


Value = bool | str | int | None
Path = tuple[str, ...]


def say(text: Text) -> str:
    """The engine's text in the language of the person at the screen."""
    return text.in_language(get_language() or "id")


def notes_of(notes: Iterable[Note]) -> tuple[tuple[str, str], ...]:
    """Code and sentence, in that language."""
    return tuple((note.code, say(note.text)) for note in notes)


@dataclass(frozen=True, slots=True)
class Choice:
    """`word` travels in forms, `value` is kept; None is kept for "not known"."""

    word: str
    value: Value
    label: str


@dataclass(frozen=True, slots=True)
class Ask:
    """`path` is the answer's place in the draft. Without choices the answer is a whole number."""

    path: Path
    label: str
    hint: str = ""
    group: str = ""
    choices: tuple[Choice, ...] = ()
    highest: int = 0

    @property
    def field(self) -> str:
        return "-".join(self.path[1:])

    @property
    def is_number(self) -> bool:
        return not self.choices

    def word_of(self, value: object) -> str:
        """How a form writes a kept value; empty for a value that is not among the answers."""
        if self.is_number:
            readable = isinstance(value, int) and not isinstance(value, bool)
            return str(value) if readable else ""
        found = (choice for choice in self.choices if _same(choice.value, value))
        return next((choice.word for choice in found), "")

    def value_of(self, word: str) -> Value:
        """The value to keep; ValueError for a word that is not among the answers."""
        if self.is_number:
            return self._number(word)
        for choice in self.choices:
            if choice.word == word:
                return choice.value
        raise ValueError(self.field)

    def label_of(self, word: str) -> str:
        return next((choice.label for choice in self.choices if choice.word == word), word)

    def _number(self, word: str) -> int:
        number = int(word)
        if not 0 <= number <= self.highest:
            raise ValueError(self.field)
        return number


def _same(one: object, other: object) -> bool:
    """Equal and of one type: in Python `True == 1`, in an interview it is not."""
    return type(one) is type(other) and one == other
