"""How each kind of what waits is called, and where it is done: said by the app that it belongs to."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.functional import Promise

from clients.due import Due, due_of
from clients.models import Wait
from common.registry import Registry


Words = str | Promise


@dataclass(frozen=True, slots=True)
class Kind:
    """`page` is a URL name, or tells one of `what`; `of` names the column of a `Wait` that the address takes.

    What is `red` stands in these words above every page of the person's file until it is done.
    """

    label: Words | Callable[[str], Words]
    page: str | Callable[[str], str]
    of: str = "row_id"
    red: Words = ""


KINDS: Registry[str, Kind] = Registry("kinds of what waits")


def register_waits(kinds: Mapping[str, Kind]) -> None:
    for key, kind in kinds.items():
        KINDS.add(key, kind)


def label_of(wait: Wait) -> Words:
    label = KINDS[wait.kind].label
    return label(wait.what) if callable(label) else label


def red_of(wait: Wait) -> Words:
    return KINDS[wait.kind].red


def page_of(wait: Wait) -> str:
    kind = KINDS[wait.kind]
    name = kind.page(wait.what) if callable(kind.page) else kind.page
    return reverse(name, args=[getattr(wait, kind.of)] if kind.of else [])


@dataclass(frozen=True, slots=True)
class Item:
    """A row of a list of what waits; without a client where the reader may see none, or there is none."""

    kind: str
    row_id: int
    label: Words
    url: str
    client_id: int | None
    name: str
    number: str
    holder: str
    is_mine: bool
    due: Due | None


def item_of(wait: Wait, today: date) -> Item:
    """Of a row of `Wait.objects.with_names()` that says whether it `is_mine`."""
    return Item(
        kind=wait.kind,
        row_id=wait.row_id,
        label=label_of(wait),
        url=page_of(wait),
        client_id=wait.client_id if wait.client else None,
        name=wait.client.name if wait.client else "",
        number=wait.client.registration_number if wait.client else "",
        holder=_holder(wait),
        is_mine=wait.is_mine,  # type: ignore[attr-defined]  # annotated
        due=due_of(wait, today),
    )


def _holder(wait: Wait) -> str:
    """Nobody where somebody asks who belongs to no institution."""
    holder = wait.person or wait.at_institution
    return holder.name if holder else ""
