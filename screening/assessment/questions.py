"""What a section asks: coded questions with free words beside them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils.functional import Promise

from common.dates import day


Words = str | Promise
Value = bool | int | str


class Kind(StrEnum):
    ONE = "one"
    MANY = "many"
    NUMBER = "number"
    DATE = "date"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Choice:
    """`value` is kept; a form writes it as `word`."""

    value: Value
    label: Words

    @property
    def word(self) -> str:
        if isinstance(self.value, bool):
            return "yes" if self.value else "no"
        return str(self.value)


@dataclass(frozen=True, slots=True)
class Question:
    """`highest` is a number's; `required` counts for whether the section is complete.

    `unless` names an earlier question and the answer with which this one is not asked. A date is kept in ISO.
    """

    code: str
    label: Words
    choices: tuple[Choice, ...] = ()
    kind: Kind = Kind.ONE
    hint: Words = ""
    required: bool = True
    highest: int = 0
    group: Words = ""
    unless: tuple[str, Value] | None = None

    def is_asked(self, coded: Mapping[str, object]) -> bool:
        return self.unless is None or coded.get(self.unless[0]) not in (None, self.unless[1])

    @property
    def is_words(self) -> bool:
        return self.kind is Kind.WORDS

    def value_of(self, words: list[str]) -> object:
        """The value to keep of what a form wrote; None for nothing, ValueError for a word not offered."""
        if self.kind is Kind.MANY:
            chosen = [self._choice(word).value for word in words]
            return [choice.value for choice in self.choices if choice.value in chosen] or None
        word = words[0] if words else ""
        if not word:
            return None
        if self.kind is Kind.DATE:
            return date.fromisoformat(word).isoformat()
        return self._number(word) if self.kind is Kind.NUMBER else self._choice(word).value

    def words_of(self, value: object) -> list[str]:
        """How a form writes a kept value; nothing for a value that is no longer offered."""
        if self.kind is Kind.NUMBER:
            return [str(value)] if isinstance(value, int) else []
        if self.kind is Kind.DATE:
            return [value] if isinstance(value, str) else []
        return [choice.word for choice in self._chosen(value)]

    def said(self, value: object) -> str:
        """The answer in words; empty where there is none."""
        if self.kind is Kind.NUMBER:
            return "" if value is None else str(value)
        if self.kind is Kind.DATE:
            return day(date.fromisoformat(value)) if isinstance(value, str) else ""
        return ", ".join(str(choice.label) for choice in self._chosen(value))

    def _chosen(self, value: object) -> list[Choice]:
        values = value if isinstance(value, list) else [value]
        return [choice for choice in self.choices if any(_same(choice.value, v) for v in values)]

    def _choice(self, word: str) -> Choice:
        for choice in self.choices:
            if choice.word == word:
                return choice
        raise ValueError(self.code)

    def _number(self, word: str) -> int:
        number = int(word)
        if not 0 <= number <= self.highest:
            raise ValueError(self.code)
        return number


@dataclass(frozen=True, slots=True)
class Section:
    """`filler` says who answers; `scale` and `version` name the engine's instrument, if it is one."""

    code: str
    slug: str
    title: Words
    intro: Words
    filler: Words
    questions: tuple[Question, ...]
    scale: str = ""
    version: str = ""
    credit: Words = ""

    def question(self, code: str) -> Question | None:
        return next((question for question in self.questions if question.code == code), None)


def one(code: str, label: Words, *choices: tuple[Value, Words], hint: Words = "") -> Question:
    return Question(code, label, _choices(choices), hint=hint)


def many(code: str, label: Words, *choices: tuple[Value, Words], hint: Words = "") -> Question:
    return Question(code, label, _choices(choices), Kind.MANY, hint=hint)


def number(code: str, label: Words, highest: int, hint: Words = "") -> Question:
    return Question(code, label, kind=Kind.NUMBER, highest=highest, hint=hint)


def words(code: str, label: Words, hint: Words = "", *, required: bool = False) -> Question:
    return Question(code, label, kind=Kind.WORDS, hint=hint, required=required)


def _choices(pairs: tuple[tuple[Value, Words], ...]) -> tuple[Choice, ...]:
    return tuple(Choice(value, label) for value, label in pairs)


def _same(one: object, other: object) -> bool:
    """Equal and of one type: in Python `True == 1`, in an answer it is not."""
    return type(one) is type(other) and one == other
