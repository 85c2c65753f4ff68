"""What has been answered in one section; a value that is replaced, never changed."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from screening.assessment.questions import Question, Section


@dataclass(frozen=True, slots=True)
class Answers:
    """`coded` by question, `words` the free texts by question."""

    coded: Mapping[str, Any] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)

    def given(self, question: Question) -> object:
        source = self.words if question.is_words else self.coded
        return source.get(question.code)

    def has(self, question: Question) -> bool:
        return self.given(question) not in (None, "")

    def said(self, question: Question) -> str:
        given = self.given(question)
        return str(given or "") if question.is_words else question.said(given)

    def with_entry(self, section: Section, entry: Mapping[str, list[str]]) -> "Answers":
        """With what a page sends of this section; a question that it does not name stays as it was.

        Raises ValueError for a word that is not among the answers.
        """
        coded, words = dict(self.coded), dict(self.words)
        for question in section.questions:
            if question.code in entry:
                given = entry[question.code]
                value = "".join(given).strip() if question.is_words else question.value_of(given)
                _put(words if question.is_words else coded, question.code, value)
        return replace(self, coded=coded, words=words)


def _put(place: dict[str, Any], code: str, value: object) -> None:
    if value in (None, ""):
        place.pop(code, None)
    else:
        place[code] = value
