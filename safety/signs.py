"""The signs of danger as this app shows them: brought by the app above that asks for them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from common.registry import Registry


Say = Callable[[], str]
DEFAULT_HOURS = 24  # for a sign that no list knows: somebody saw a danger


@dataclass(frozen=True, slots=True)
class Call:
    """A number that may be called: as it is read, as a telephone dials it, and who answers."""

    number: str
    dial: str
    who: Say


@dataclass(frozen=True, slots=True)
class Sign:
    """`kind`: "medical" waits for a clinician, "protection" for a protector, "notice" only warns.

    `within_hours`: how long their look may take.
    """

    code: str
    name: Say
    do_now: Say
    within_hours: int
    kind: str = "medical"
    calls: tuple[Call, ...] = ()


SIGNS: Registry[str, Sign] = Registry("signs of danger")


def names_of(codes: Iterable[str]) -> str:
    """A code that is not on the list any more is told as it was stored."""
    return ", ".join(SIGNS[code].name() if code in SIGNS else code for code in codes)


def hours_of(codes: Iterable[str]) -> int:
    """The shortest of what they leave."""
    return min((_hours(code) for code in codes), default=DEFAULT_HOURS)


def _hours(code: str) -> int:
    return SIGNS[code].within_hours if code in SIGNS else DEFAULT_HOURS


def medical(codes: Iterable[str]) -> tuple[str, ...]:
    """Those that a clinician has to look at, an unknown one among them."""
    return tuple(code for code in codes if code not in SIGNS or SIGNS[code].kind == "medical")


def protection(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(code for code in codes if code in SIGNS and SIGNS[code].kind == "protection")


def medical_signs() -> list[Sign]:
    return [sign for sign in SIGNS.values() if sign.kind == "medical"]
