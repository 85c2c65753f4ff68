"""Where each role can go. The places and the links of the frame are brought by the apps whose pages they are."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter

from django.urls import reverse
from django.utils.functional import Promise

from common.registry import Registry


@dataclass(frozen=True, slots=True)
class Place:
    """A page that a way leads to; `order` is its turn in the work of those whose `roles` are let in."""

    label: str | Promise
    url_name: str
    icon: str
    order: int
    roles: AbstractSet[str]
    on_phone: bool = True

    @property
    def namespace(self) -> str:
        return self.url_name.partition(":")[0]


@dataclass(frozen=True, slots=True)
class Link:
    """A page behind one's own name or beside it; without `roles` it is everybody's."""

    url_name: str
    roles: AbstractSet[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Item:
    label: str | Promise
    url: str
    icon: str
    active: bool
    on_phone: bool


PLACES: Registry[str, Place] = Registry("places of the menu", order=attrgetter("order"))
# From a page to the place where it is; of every other page its namespace says so.
PAGES: Registry[str, str] = Registry("pages at a place")
LINKS: Registry[str, Link] = Registry("links of the frame")
ROOM_ON_PHONE = 5


def register_place(place: Place, *pages: str) -> None:
    """With `pages` it shares an app with another place: these are its own, the app's others are not."""
    PLACES.add(place.url_name, place)
    register_pages(place.url_name, *pages)


def register_pages(place: str, *pages: str) -> None:
    """These are found at a place that another app may have brought, such as the tabs of a file."""
    for page in pages:
        PAGES.add(page, place)


def items_for(role: str, here: str) -> list[Item]:
    """`here` is the name of the page's address; empty on a page that no address leads to."""
    places = [place for place in PLACES.values() if role in place.roles]
    room_for_all = len(places) <= ROOM_ON_PHONE
    return [
        Item(
            place.label,
            address(place.url_name),
            place.icon,
            is_at(place, here),
            room_for_all or place.on_phone,
        )
        for place in places
    ]


def is_at(place: Place, here: str) -> bool:
    if here in PAGES:
        return PAGES[here] == place.url_name
    return place.url_name not in PAGES and here.startswith(f"{place.namespace}:")


def link(name: str, role: str = "") -> str:
    """The address behind a link of the frame, or "" for who has no use for it."""
    found = LINKS[name]
    return address(found.url_name) if not found.roles or role in found.roles else ""


@lru_cache(maxsize=64)
def address(url_name: str) -> str:
    return reverse(url_name)
