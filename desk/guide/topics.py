"""The guide's parts. Its Indonesian text says for whom each is and which pages it explains; others only translate."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

from accounts.enums import Role


FILES = {"id": "guide.md", "en": "guide.en.md"}
# A part: its title, then a remark "topic skrining; roles social_worker; pages screening:" that no reader sees.
PART = re.compile(r"^## (?P<title>.+)\n<!-- (?P<facts>.+) -->\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Topic:
    """`pages` are the beginnings of the names of routes: "screening:" is all that the others there do not explain."""

    slug: str
    title: str
    text: str
    roles: frozenset[str]
    pages: tuple[str, ...]

    @property
    def html(self) -> SafeString:
        return _drawn(self.text)

    def says(self, words: list[str]) -> bool:
        text = f"{self.title} {self.text}".casefold()
        return all(word in text for word in words)


def topics(language: str) -> tuple[Topic, ...]:
    """In the order of the work. Raises KeyError where a translation has a part that the guide has not."""
    return _topics(language if language in FILES else settings.LANGUAGE_CODE)


def topic(slug: str, language: str) -> Topic | None:
    return next((one for one in topics(language) if one.slug == slug), None)


def topic_of(page: str, language: str) -> Topic | None:
    """The part that explains the page of this route: the one with the longest beginning of its name."""
    found = [
        (len(start), one)
        for one in topics(language)
        for start in one.pages
        if page.startswith(start)
    ]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def found(asked: str, language: str) -> tuple[Topic, ...]:
    """The parts that hold each of the words, in any order; all of them when nothing is asked for."""
    words = asked.casefold().split()
    return tuple(one for one in topics(language) if one.says(words))


@lru_cache(maxsize=len(FILES))
def _topics(language: str) -> tuple[Topic, ...]:
    about = {slug: facts for slug, facts, _title, _text in _parts("id")}
    return tuple(
        Topic(slug, title, text, _roles(about[slug]["roles"]), tuple(about[slug]["pages"].split()))
        for slug, _facts, title, text in _parts(language)
    )


def _parts(language: str) -> Iterator[tuple[str, dict[str, str], str, str]]:
    written = (Path(settings.BASE_DIR) / "docs" / FILES[language]).read_text(encoding="utf-8")
    heads = list(PART.finditer(written))
    ends = [head.start() for head in heads[1:]] + [len(written)]
    for head, end in zip(heads, ends, strict=True):
        facts = dict(fact.split(" ", 1) for fact in head["facts"].split("; "))
        yield facts["topic"], facts, head["title"], written[head.end() : end].strip()


def _roles(named: str) -> frozenset[str]:
    return frozenset(Role(role) for role in named.split()) if named != "all" else frozenset(Role)


@lru_cache(maxsize=128)
def _drawn(text: str) -> SafeString:
    """Our own text, whose HTML is switched off. What draws it is in memory only where the guide is read."""
    from markdown_it import MarkdownIt  # noqa: PLC0415

    return mark_safe(MarkdownIt("commonmark", {"html": False}).render(text))  # noqa: S308  # nosec B308 B703
