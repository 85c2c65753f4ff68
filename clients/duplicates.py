"""When two names on the same birth date may be one person."""

from difflib import SequenceMatcher


ALIKE = 0.82


def plain(name: str) -> str:
    """A name without case and spaces: "Siti  Aminah" and "sitiaminah" are one."""
    return "".join(name.split()).casefold()


def alike(one: str, other: str) -> bool:
    a, b = plain(one), plain(other)
    return a == b or SequenceMatcher(None, a, b).ratio() >= ALIKE
