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
    """`path` is the answer's place in the draft.

    Without choices the answer is a whole number, or the person's words when `longest` says how many letters.
    """

    path: Path
    label: str
    hint: str = ""
    group: str = ""
    choices: tuple[Choice, ...] = ()
    lowest: int = 0
    highest: int = 0
    longest: int = 0

    @property
    def field(self) -> str:
        return "-".join(self.path[1:])

    @property
    def is_words(self) -> bool:
        return self.longest > 0

    @property
    def is_number(self) -> bool:
        return not self.choices and not self.is_words

    def word_of(self, value: object) -> str:
        """How a form writes a kept value; empty for a value that is not among the answers."""
        if self.is_words:
            return value if isinstance(value, str) else ""
        if self.is_number:
            return str(value) if self._is_in_reach(value) else ""
        found = (choice for choice in self.choices if _same(choice.value, value))
        return next((choice.word for choice in found), "")

    def value_of(self, word: str) -> Value:
        """The value to keep; ValueError for a word that is not among the answers."""
        if self.is_words:
            return self._words(word)
        if self.is_number:
            return self._number(word)
        for choice in self.choices:
            if choice.word == word:
                return choice.value
        raise ValueError(self.field)

    def label_of(self, word: str) -> str:
        return next((choice.label for choice in self.choices if choice.word == word), word)

    def _words(self, word: str) -> str:
        if len(word) > self.longest:
            raise ValueError(self.field)
        return word

    def _number(self, word: str) -> int:
        number = int(word)
        if not self._is_in_reach(number):
            raise ValueError(self.field)
        return number

    def _is_in_reach(self, value: object) -> bool:
        """A kept number may be out of reach since: an age, when a birth date was corrected."""
        if not isinstance(value, int) or isinstance(value, bool):
            return False
        return self.lowest <= value <= self.highest


def _same(one: object, other: object) -> bool:
    """Equal and of one type: in Python `True == 1`, in an interview it is not."""
    return type(one) is type(other) and one == other
