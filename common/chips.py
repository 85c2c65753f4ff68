"""The links above a list: what it can be narrowed to, with how many rows each would leave."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _


PAGE = "halaman"  # what <c-pagination> asks with


@dataclass(frozen=True, slots=True)
class Chip:
    label: Any
    url: str
    count: int | None = None
    active: bool = False


def with_query(query: QueryDict, **changes: str) -> str:
    """The same address with some of its questions changed (none where empty), from its first page."""
    wanted = query.copy()
    wanted.pop(PAGE, None)
    for name, value in changes.items():
        wanted.pop(name, None)
        if value:
            wanted[name] = value
    return f"?{wanted.urlencode()}"


def choice_chips(
    query: QueryDict,
    name: str,
    choices: Iterable[tuple[str, Any]],
    *,
    chosen: str,
    counts: Mapping[str, int] | None = None,
) -> list[Chip]:
    """One for every choice behind one for all; `counts` holds the number of all under ""."""
    return [
        Chip(
            label,
            with_query(query, **{name: value}),
            None if counts is None else counts.get(value, 0),
            active=value == chosen,
        )
        for value, label in (("", _("Semua")), *choices)
    ]


def removable_chips(
    query: QueryDict, chosen: Mapping[str, Any], words: Mapping[str, Callable[[Any], Any]]
) -> list[Chip]:
    """One for every filter in force that has words; it takes the filter off."""
    return [
        Chip(words[name](value), with_query(query, **{name: ""}))
        for name, value in chosen.items()
        if name in words
    ]
