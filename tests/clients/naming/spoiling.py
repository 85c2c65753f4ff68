"""How another desk would have written the same person. Each way says in its name what it does."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random


TITLES_BEFORE = ["H.", "Hj.", "Dr.", "Ir.", "Drs."]
TITLES_AFTER = [", S.Kom.", ", S.H.", ", S.Pd., M.Si", " S.E.", ", A.Md."]
FATHERS = ["Ahmad", "Yusuf", "Ibrahim", "Sulaiman", "Kasim", "Daud"]
MUHAMMAD = ["Muh.", "Moh.", "M.", "Mohammad", "Mochamad", "Muhamad"]
OLD = [("u", "oe"), ("j", "dj"), ("c", "tj"), ("y", "i"), ("f", "ph"), ("f", "v"), ("z", "s")]
LETTERS = "abcdefghijklmnopqrstuvwxyz"
SHORTEST = 5


def in_another_order(chance: Random, words: list[str]) -> list[str]:
    return words[1:] + words[:1]


def with_accents(chance: Random, words: list[str]) -> list[str]:
    return [word.replace("e", "é").replace("a", "à", 1) for word in words]


def with_an_apostrophe(chance: Random, words: list[str]) -> list[str]:
    place = chance.randrange(len(words))
    word = words[place]
    at = chance.randrange(1, max(2, len(word)))
    return [*words[:place], word[:at] + chance.choice("'’‘`") + word[at:], *words[place + 1 :]]


def with_a_title(chance: Random, words: list[str]) -> list[str]:
    if chance.random() < 0.5:
        return [chance.choice(TITLES_BEFORE), *words]
    return [*words[:-1], words[-1] + chance.choice(TITLES_AFTER)]


def with_the_fathers_name(chance: Random, words: list[str]) -> list[str]:
    return [*words, chance.choice(["bin", "binti"]), chance.choice(FATHERS)]


def muhammad_shortened(chance: Random, words: list[str]) -> list[str]:
    return [chance.choice(MUHAMMAD) if word == "Muhammad" else word for word in words]


def in_the_old_spelling(chance: Random, words: list[str]) -> list[str]:
    """And back: who has only the old one is written in the new."""
    new, old = chance.choice(OLD)
    return [_in_place_of(new, old, word) for word in words]


def one_letter_off(chance: Random, words: list[str]) -> list[str]:
    places = [n for n, word in enumerate(words) if len(word) >= SHORTEST] or [0]
    place = chance.choice(places)
    word, at = words[place], chance.randrange(1, max(2, len(words[place]) - 1))
    letter = chance.choice(LETTERS)
    off = chance.choice(
        [
            word[:at] + word[at + 1 :],
            word[:at] + letter + word[at:],
            word[:at] + letter + word[at + 1 :],
            word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :],
        ]
    )
    return [*words[:place], off, *words[place + 1 :]]


def in_capitals(chance: Random, words: list[str]) -> list[str]:
    return [word.upper() for word in words]


def as_one_word(chance: Random, words: list[str]) -> list[str]:
    return [words[0] + words[1].lower(), *words[2:]] if len(words) > 1 else words


def with_a_word_left_out(chance: Random, words: list[str]) -> list[str]:
    return words[:-1] if len(words) > 2 else words


NAMES: list[Callable[[Random, list[str]], list[str]]] = [
    in_another_order,
    with_accents,
    with_an_apostrophe,
    with_a_title,
    with_the_fathers_name,
    in_the_old_spelling,
    in_the_old_spelling,
    one_letter_off,
    one_letter_off,
    in_capitals,
    as_one_word,
    with_a_word_left_out,
]
TWICE = 0.4


def name(chance: Random, text: str) -> tuple[str, tuple[str, ...]]:
    """Two ways for four in ten; a Muhammad is always shortened."""
    ways = chance.sample(NAMES, 2 if chance.random() < TWICE else 1)
    if "Muhammad" in text:
        ways.insert(0, muhammad_shortened)
    words = text.split()
    # Nobody misspells a degree, or writes it in the middle of a name.
    for way in sorted(ways, key=lambda way: way is with_a_title):
        words = way(chance, words)
    return " ".join(words), tuple(way.__name__ for way in ways)


def _in_place_of(new: str, old: str, word: str) -> str:
    for here, there in ((new, old), (new.capitalize(), old.capitalize())):
        word = word.replace(here, there) if here in word else word.replace(there, here)
    return word


def a_day_off(chance: Random, born: date) -> date:
    return born + timedelta(days=chance.choice((-1, 1)))


def with_digits_exchanged(chance: Random, born: date) -> date:
    text = f"{born:%d%m%Y}"
    at = chance.choice((0, 2, 6))
    return _read(text[:at] + text[at + 1] + text[at] + text[at + 2 :], born)


def with_day_and_month_exchanged(chance: Random, born: date) -> date:
    return _read(f"{born:%m%d%Y}", born)


def with_another_digit(chance: Random, born: date) -> date:
    text = f"{born:%d%m%Y}"
    at = chance.choice((0, 1, 3, 6, 7))
    return _read(text[:at] + chance.choice("0123456789") + text[at + 1 :], born)


def an_estimated_year(chance: Random, born: date) -> date:
    return date(born.year + chance.choice((-1, 0, 1)), 1, 1)


DATES = [
    a_day_off,
    with_digits_exchanged,
    with_day_and_month_exchanged,
    with_another_digit,
    an_estimated_year,
]
ANOTHER_DATE = 0.4


def day(chance: Random, born: date) -> tuple[date, bool, str]:
    if chance.random() >= ANOTHER_DATE:
        return born, False, "the same date"
    way = chance.choice(DATES)
    return way(chance, born), way is an_estimated_year, way.__name__


def _read(text: str, instead: date) -> date:
    """What is no day in any calendar nobody has written down."""
    try:
        return date(int(text[4:]), int(text[2:4]), int(text[:2]))
    except ValueError:
        return instead
