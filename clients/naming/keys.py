"""By which keys a name is found: what is stored beside it, and what a search asks for.

Keys are lexemes of PostgreSQL's own text search. A word's own sound finds it, and so does its beginning. One letter
more, less, other or exchanged: two words are that near when leaving out at most one letter of each makes them one, so
each word is also stored (behind a "~") with every letter left out in turn.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from clients.naming.words import heard, words_of


# A shorter word with another letter is another word: Ani, Adi, Ari.
SHORTEST_TO_MISSPELL = 4
# Only so many words of a search are asked for.
MOST_WORDS = 8
ALONE = "~"


def keys_of(name: str, number: str = "") -> str:
    """What is stored, as the text of a `tsvector`; `number` is the person's own at our registration."""
    words = words_of(name)
    keys = {heard(word) for word in words} | {heard(a + b) for a, b in pairwise(words)}
    if words[:1] == ["m"]:
        keys.add(heard("muhammad"))
    for word in {heard(word) for word in words}:
        keys.update(ALONE + rest for rest in _one_letter_less(word))
    return _vector(keys | _keys_of_number(number))


def _keys_of_number(number: str) -> set[str]:
    """ "KPN-26-00061" is asked for whole, from any of its parts on, and without the zeros before it."""
    words = words_of(number)
    digits = [word for word in words if word.isdigit()]
    return {*words, "".join(digits), *(word.lstrip("0") for word in digits)} - {""}


def _vector(keys: Iterable[str]) -> str:
    return " ".join(f"'{key}'" for key in sorted(keys))


def asked_for(text: str, *, loosely: bool) -> str:
    """Every word of `text`, anywhere and in any order, as the text of a `tsquery`; "" where there is no word.

    `loosely`: one letter off is near enough.
    """
    words = words_of(text)[:MOST_WORDS]
    joined = [_beginning(heard(a + b)) for a, b in pairwise(words)]
    parts = []
    for place, word in enumerate(words):
        beside = joined[max(place - 1, 0) : place + 1]
        parts.append(" | ".join([*_of_word(word, loosely=loosely), *beside]))
    return " & ".join(f"({part})" for part in parts)


def near_any(name: str) -> str:
    """Whoever shares a word with `name`, or nearly: among them stand those who are alike (clients.naming.likeness).

    "" for initials alone, which half a country shares.
    """
    words = words_of(name)[:MOST_WORDS]
    long = [word for word in words if len(word) > 1]
    if not long:
        return ""
    keys = [key for word in long for key in _of_word(word, loosely=True)]
    return " | ".join([*keys, *(_beginning(heard(a + b)) for a, b in pairwise(words))])


def _of_word(written: str, *, loosely: bool) -> Iterator[str]:
    word = heard(written)
    yield _beginning(word)
    if len(word) > 1 and word.isalpha():
        yield f"'{word[0]}'"  # a name of which only the first letter was written down
    if not loosely or len(written) < SHORTEST_TO_MISSPELL or not word.isalpha():
        return
    yield f"'{ALONE}{word}'"
    for rest in sorted(_one_letter_less(word)):
        yield f"'{ALONE}{rest}'"
        if len(rest) >= SHORTEST_TO_MISSPELL:
            yield f"'{rest}'"


def whole(word: str) -> str:
    """Asks for this very key."""
    return f"'{word}'"


def _beginning(word: str) -> str:
    return f"'{word}':*"


def _one_letter_less(word: str) -> set[str]:
    if len(word) < SHORTEST_TO_MISSPELL or not word.isalpha():
        return set()
    return {word[:place] + word[place + 1 :] for place in range(len(word))}
