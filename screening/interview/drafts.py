"""What has been said so far; a value that is replaced, never changed."""

import copy
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.db.models import prefetch_related_objects
from django.utils.timezone import localdate

from law.selectors import order_facts
from screening import engine
from screening.engine.instrument import Instrument
from screening.engine.instruments import get
from screening.interview.asks import Ask


if TYPE_CHECKING:
    from screening.models import Screening


@dataclass(frozen=True)
class Draft:
    red_flags: dict[str, Any]
    answers: dict[str, Any]
    facts: dict[str, Any]
    sex: str
    code: str = "assist"
    version: str | None = None
    age: int | None = None
    ordered: dict[str, Any] = field(default_factory=dict)
    """What the legal register says of an order (law.selectors.order_facts): that is not asked again."""
    no_family: bool = False
    substances: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, screening: "Screening") -> "Draft":
        if screening.is_draft:  # a page makes several drafts of one case: its orders are read once
            prefetch_related_objects([screening.case], "legal_orders")
        return cls(
            red_flags=screening.red_flags,
            answers=screening.answers,
            facts=screening.facts,
            sex=screening.case.client.sex,
            code=screening.instrument,
            version=screening.version or None,
            age=screening.case.client.age_on(localdate(screening.started_at)),
            ordered=order_facts(screening.case, localdate(screening.started_at))
            if screening.is_draft
            else {},
            no_family=screening.case.client.no_family,
            substances=screening.substances,
        )

    @cached_property
    def instrument(self) -> Instrument:
        return get(self.code, self.version)

    @cached_property
    def rows(self) -> dict[str, list[str | None]]:
        """The substances that each question asks about now, by the skip rules."""
        rows: dict[str, list[str | None]] = {}
        for question, substance in engine.asked(self.answers, self.code, self.version):
            rows.setdefault(question, []).append(substance)
        return rows

    @property
    def parts(self) -> dict[str, dict[str, Any]]:
        return {
            "red_flags": self.red_flags,
            "answers": self.answers,
            "facts": self.facts,
            "substances": self.substances,
        }

    def word(self, ask: Ask) -> str:
        """The answer given to a row, as a form writes it; empty when there is none."""
        place: Any = self.parts
        for step in ask.path:
            if not isinstance(place, Mapping) or step not in place:
                return ""
            place = place[step]
        return ask.word_of(place)

    def with_words(self, asks: tuple[Ask, ...], words: Mapping[str, str]) -> "Draft":
        """The draft with these answers; an empty word takes one back, a row not named stays.

        Raises ValueError, naming the row, for a word that is not among its answers.
        """
        parts = copy.deepcopy(self.parts)
        for ask in asks:
            if ask.field in words:
                _put(parts, ask, words[ask.field])
        return replace(
            self,
            red_flags=parts["red_flags"],
            answers=parts["answers"],
            facts=parts["facts"],
            substances=parts["substances"],
        )


def _put(parts: dict[str, Any], ask: Ask, word: str) -> None:
    *way, last = ask.path
    place: dict[str, Any] = parts
    for step in way:
        place = place.setdefault(step, {})
    if word:
        place[last] = ask.value_of(word)
    else:
        place.pop(last, None)
