"""What the apps bring to one that stands below them: filled while Django starts, read ever after.

The one below owns the registry and knows nobody above; each app adds its own entries from its `registration.py`,
which its AppConfig calls once. Where the order shows, it is said by the entries, never by who came first.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar


K = TypeVar("K")
V = TypeVar("V")


class CannotRegister(Exception):
    """Two entries want one place, or an entry comes when the registry has been read."""


class Registry(Mapping[K, V]):
    def __init__(self, what: str, *, order: Callable[[V], int] | None = None) -> None:
        self._what, self._order = what, order
        self._entries: dict[K, V] = {}
        self._is_closed = False

    def add(self, key: K, entry: V) -> None:
        if self._is_closed:
            raise CannotRegister(f"{self._what}: {key!r} comes after the first look")
        if key in self._entries:
            raise CannotRegister(f"{self._what}: {key!r} is there already")
        self._entries[key] = entry

    def __getitem__(self, key: K) -> V:
        return self._closed()[key]

    def __iter__(self) -> Iterator[K]:
        return iter(self._closed())

    def __len__(self) -> int:
        return len(self._closed())

    def _closed(self) -> dict[K, V]:
        """Whoever has read would never hear of what is added later: the first look closes it."""
        if not self._is_closed:
            self._entries = self._sorted()
            self._is_closed = True
        return self._entries

    def _sorted(self) -> dict[K, V]:
        if self._order is None:
            return self._entries
        places = {key: self._order(entry) for key, entry in self._entries.items()}
        if len(set(places.values())) < len(places):
            raise CannotRegister(f"{self._what}: two entries have one order: {places}")
        return {key: self._entries[key] for key in sorted(places, key=lambda key: places[key])}
