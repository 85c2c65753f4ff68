"""Reads pages as somebody who chose English: which Indonesian words are left on them."""

import re
from collections.abc import Collection
from functools import cache
from html.parser import HTMLParser

import polib
from django.conf import settings

from clients.models import ConsentText


SPOKEN_ATTRIBUTES = ("alt", "aria-label", "placeholder", "title")
WORD = re.compile(r"[^\W\d_]{3,}")


@cache
def indonesian() -> frozenset[str]:
    """The words of our pages that no English text uses."""
    catalogue = polib.pofile(str(settings.BASE_DIR / "locale/en/LC_MESSAGES/django.po"))
    english = [text for e in catalogue for text in (e.msgstr, *e.msgstr_plural.values())]
    return frozenset(words(" ".join(e.msgid for e in catalogue)) - words(" ".join(english)))


def words(text: str) -> set[str]:
    return {
        word.lower() for word in WORD.findall(re.sub(r"%\(\w+\)[sd]|\{\w*\}|<[^>]+>", " ", text))
    }


class Reading(HTMLParser):
    """What a page says: its text, and the attributes that are read aloud or shown."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.heard: list[str] = []
        self.silent = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent = tag in {"script", "style"}
        self.heard += [
            value
            for name, value in attrs
            if value and (name in SPOKEN_ATTRIBUTES or (name.startswith("data-") and " " in value))
        ]

    def handle_endtag(self, tag: str) -> None:
        self.silent = False

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.heard.append(data)


def left_in_indonesian(page: str, written: Collection[str] = ()) -> list[str]:
    """The pieces of the page that hold an Indonesian word and should not; `written` is what people wrote."""
    heard = (" ".join(piece.split()) for piece in Reading(page).heard)
    return [piece for piece in heard if _is_left(piece, ()) and _is_left(piece, written)]


def _is_left(piece: str, written: Collection[str]) -> bool:
    for kept in (*_names(), *written):
        piece = piece.replace(kept, "")
    return bool(words(re.sub(r"\S+@\S+", "", piece)) & indonesian())


@cache
def _names() -> tuple[str, ...]:
    """The product, places and a language keep their names, and clients agree to the Indonesian text."""
    agreed_to = " ".join(ConsentText.objects.current().body.split())
    places = ("Jawa Barat", "IPWL Harapan")
    return (settings.PRODUCT_NAME, settings.PRODUCT_LINE, "Bahasa Indonesia", *places, agreed_to)
