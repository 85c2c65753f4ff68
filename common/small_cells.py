"""Small cells: the one rule for every figure that leaves those who may open the files behind it (row B29).

Fewer than five people are not told. Where a total stands beside its parts, further parts are hidden until no hidden
one can be reckoned from what is shown; all of them look alike, so nobody sees which was the small one.
"""

from collections.abc import Collection, Hashable, Mapping
from typing import TypeVar


K = TypeVar("K", bound=Hashable)

FEWEST = 5
HIDDEN = "*"
# None: hidden.
Told = int | None


def is_small(count: int) -> bool:
    return 0 < count < FEWEST


def told(count: int) -> Told:
    """A figure that stands alone."""
    return None if is_small(count) else count


def covered(parts: Mapping[K, int], total: Told) -> dict[K, Told]:
    """The parts of a total that is shown, or not; where the total is hidden nothing of it is told, not even a nought."""
    if total is None:
        return dict.fromkeys(parts)
    hidden = {key for key, count in parts.items() if is_small(count)}
    more = _smallest_first({key: n for key, n in parts.items() if n and key not in hidden})
    while hidden and not _keeps([parts[key] for key in hidden]):
        if not more:
            return dict.fromkeys(parts)
        hidden.add(more.pop(0))
    return {key: None if key in hidden else count for key, count in parts.items()}


def _keeps(hidden: Collection[int]) -> bool:
    """Each is at least one, and what is left of the total is their sum: it must leave each of them open."""
    return len(hidden) > 1 and sum(hidden) >= FEWEST and sum(hidden) > len(hidden)


def _smallest_first(counts: Mapping[K, int]) -> list[K]:
    return sorted(counts, key=lambda key: counts[key])


# Parts that are themselves divided in two, with totals on both sides


def covered_pairs(rows: Mapping[K, tuple[int, int]]) -> dict[K, tuple[Told, Told]]:
    """Of each row the whole and its first part, beside the sums of all wholes and of all first parts."""
    wholes = {key: sum(pair) for key, pair in rows.items()}
    firsts, seconds = (sum(pair[n] for pair in rows.values()) for n in (0, 1))
    shown = covered(wholes, told(firsts + seconds))
    is_whole_hidden = is_small(firsts) or is_small(seconds)
    hidden = set(rows) if is_whole_hidden else _hidden_parts(rows, shown)
    return {
        key: (shown[key], None if key in hidden and shown[key] != 0 else rows[key][0])
        for key in rows
    }


def _hidden_parts(rows: Mapping[K, tuple[int, int]], shown: Mapping[K, Told]) -> set[K]:
    hidden = {key for key, pair in rows.items() if shown[key] is None or any(map(is_small, pair))}
    more = _smallest_first({key: sum(pair) for key, pair in rows.items() if key not in hidden})
    while hidden and not _leaves_open(rows, shown, hidden):
        if not more:
            return set(rows)
        hidden.add(more.pop(0))
    return hidden


def _leaves_open(
    rows: Mapping[K, tuple[int, int]], shown: Mapping[K, Told], hidden: Collection[K]
) -> bool:
    """Whether each hidden first part may be more than one number, given the sum of them and the wholes that are shown."""
    rest = sum(rows[key][0] for key in hidden)
    most = {key: rest if (whole := shown[key]) is None else whole for key in hidden}
    room = sum(most.values())
    return not is_small(rest) and all(
        max(0, rest - (room - most[key])) < min(most[key], rest) for key in hidden
    )
