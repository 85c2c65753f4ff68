"""The allowed moves of a placement. Anyone can review this table; nothing else changes a status."""

from care.enums import PlacementStatus


S = PlacementStatus

# verb, from, to
MOVES: tuple[tuple[str, tuple[PlacementStatus, ...], PlacementStatus], ...] = (
    ("accept", (S.REQUESTED,), S.ACCEPTED),
    ("decline", (S.REQUESTED,), S.DECLINED),
    ("withdraw", (S.REQUESTED, S.ACCEPTED), S.WITHDRAWN),
    ("start", (S.ACCEPTED,), S.ACTIVE),
    ("end", (S.ACTIVE,), S.ENDED),
    # By the system, when nobody acted in time.
    ("lapse", (S.REQUESTED,), S.LAPSED),
    ("release", (S.ACCEPTED,), S.RELEASED),
)


class IllegalMove(ValueError):
    """`verb` is not allowed from `status`."""


def next_status(verb: str, status: str) -> PlacementStatus:
    """Return where `verb` leads from `status`; raise IllegalMove when the table does not allow it."""
    for name, sources, target in MOVES:
        if name == verb and status in sources:
            return target
    raise IllegalMove(f"{verb} is not allowed from {status}")


def may(verb: str, status: str) -> bool:
    return any(name == verb and status in sources for name, sources, _target in MOVES)
