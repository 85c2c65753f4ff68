"""Lists that may leave the house as a file: each said by the app whose it is, written by whoever stands above them all."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from operator import attrgetter
from typing import Any

from django.utils.functional import Promise

from common.registry import Registry


Cell = str | int | date | datetime | None
# A row's id, and the clients whom it is about.
Found = tuple[int, tuple[int, ...]]


# What a list is narrowed to, by the names in its page's address.
Query = Mapping[str, str]


def all_of(asked: Any) -> Query:
    """A QueryDict's last word to each question, as the lists read it."""
    return {name: str(asked[name]) for name in asked}


def all_of_the_address(request: Any) -> Query:
    return all_of(request.GET)


def no_words(_user: Any, _query: Query) -> list[str]:
    return []


@dataclass(frozen=True, slots=True)
class Column:
    """`is_code`: digits that are no number (a telephone), which no program may reckon with."""

    label: str | Promise
    width: int = 18
    is_code: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """`found` and `rows` are asked in the name of `user`, and of the questions of the page's address.

    `rows` gives the cells of those ids that are still there, each behind its id, with what this person is shown and
    no more. `query` spells out what stands for something else in the address, and `said` tells the filters.
    """

    label: str | Promise
    order: int
    page: str
    may: Callable[[Any], bool]
    columns: Sequence[Column]
    found: Callable[[Any, Query, datetime], Iterable[Found]]
    rows: Callable[[Any, list[int], datetime], Iterator[tuple[int, tuple[Cell, ...]]]]
    query: Callable[[Any], Query] = all_of_the_address
    said: Callable[[Any, Query], list[str]] = no_words


LISTINGS: Registry[str, Listing] = Registry("lists to take out", order=attrgetter("order"))


def may_take_out(user: Any) -> list[tuple[str, Listing]]:
    return [(key, listing) for key, listing in LISTINGS.items() if listing.may(user)]
