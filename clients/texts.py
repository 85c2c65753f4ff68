"""What is stored of an event or a task is its kind and its facts; the sentence is made when somebody reads it.

So it is in the language of whoever reads, and can be put better later (docs/decisions/0027-events.md).
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias

from django.db.models import TextChoices
from django.utils.dateparse import parse_date
from django.utils.translation import gettext_lazy as _

from common.dates import day as day_in_words


if TYPE_CHECKING:
    from django.utils.functional import Promise

Words: TypeAlias = "str | Promise"
Facts: TypeAlias = Mapping[str, Any]
Show: TypeAlias = Callable[[Any], object]

NAMED = re.compile(r"%\((\w+)\)s")


@dataclass(frozen=True, slots=True)
class Text:
    """`facts` says how each fact is shown; a line is left out where none of its facts says anything."""

    title: Words = ""
    lines: tuple[Words, ...] = ()
    facts: Mapping[str, Show] = field(default_factory=dict)
    tone: str = ""

    def titled(self, facts: Facts) -> str:
        return str(self.title) % self._shown(facts)

    def told(self, facts: Facts) -> Iterator[str]:
        shown = self._shown(facts)
        for line in map(str, self.lines):
            if any(shown[name] for name in NAMED.findall(line)):
                yield line % shown

    def in_tone(self, tone: str) -> "Text":
        return replace(self, tone=tone)

    def named(self) -> set[str]:
        """The facts that it speaks of."""
        return {name for part in (self.title, *self.lines) for name in NAMED.findall(str(part))}

    def kept(self, facts: Facts) -> dict[str, Any]:
        """The facts as they are stored: all that are spoken of, and no other."""
        if self.facts.keys() != facts.keys():
            raise TypeError(f"told with {sorted(self.facts)}, not with {sorted(facts)}")
        return {name: _plain(value) for name, value in facts.items()}

    def _shown(self, facts: Facts) -> dict[str, object]:
        return {name: show(facts[name]) for name, show in self.facts.items()}


def text(title: Words = "", /, *lines: Words, **facts: Show) -> Text:
    return Text(title, lines, facts)


def as_is(value: object) -> object:
    """A number, or a name as it was then."""
    return value


def day(value: str | None) -> str:
    return day_in_words(parse_date(value)) if value else ""


def one_of(choices: type[TextChoices]) -> Show:
    return partial(label_of, choices)


def some_of(choices: type[TextChoices]) -> Show:
    return partial(labels_of, choices)


def label_of(choices: type[TextChoices], value: str) -> object:
    return choices(value).label if value else ""


def labels_of(choices: type[TextChoices], values: Iterable[str]) -> str:
    return "; ".join(str(choices(value).label) for value in values)


def place(name: str | None) -> object:
    """An institution by its name; where there is none, it is the family."""
    return name or _("rumah keluarga")


def _plain(value: Any) -> Any:
    match value:
        case date():
            return value.isoformat()
        case list() | tuple():
            return [_plain(one) for one in value]
        case None | int() | str():
            return value.value if isinstance(value, TextChoices) else value
    raise TypeError(f"{value!r} is no plain fact")
