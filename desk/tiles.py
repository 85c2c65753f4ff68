"""The tile map of the 38 provinces: where each tile stands, and its class by value."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from common.small_cells import Told
from desk.selectors.nation import ProvinceCount


CLASSES = 5


@dataclass(frozen=True, slots=True)
class Tile:
    code: str
    short: str
    name: str
    x: int
    y: int
    value: Told
    shade: int

    @property
    def middle(self) -> int:
        return self.x + 26


@dataclass(frozen=True, slots=True)
class Limit:
    """One class of the legend, both ends included."""

    shade: int
    low: int
    high: int


def tiles(counts: Iterable[ProvinceCount]) -> tuple[list[Tile], list[Limit]]:
    """Colour `counts` in at most five classes of equal width from 0 to the highest; what is hidden looks like nobody."""
    rows = list(counts)
    highest = max((row.active or 0 for row in rows), default=0)
    width = max(1, -(-(highest + 1) // CLASSES))
    places = _places()
    drawn = [
        Tile(
            row.code,
            *places[row.code][:1],
            row.name,
            *places[row.code][1:],
            row.active,
            (row.active or 0) // width,
        )
        for row in rows
        if row.code in places
    ]
    used = range(highest // width + 1)
    return drawn, [Limit(n, n * width, (n + 1) * width - 1) for n in used]


@lru_cache(maxsize=1)
def _places() -> dict[str, tuple[str, int, int]]:
    """Code -> (short name, x, y)."""
    text = Path(__file__).with_name("tiles.json").read_text(encoding="utf-8")
    return {code: (short, x, y) for code, (short, x, y) in json.loads(text).items()}
