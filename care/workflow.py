"""The allowed moves of a placement. Anyone can review this table; nothing else changes a status."""

from care.enums import PlacementStatus, WaitingStatus


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
W = WaitingStatus
WAITING_MOVES: tuple[tuple[str, tuple[WaitingStatus, ...], WaitingStatus], ...] = (
    ("offer", (W.WAITING,), W.OFFERED),
    ("take_up", (W.OFFERED,), W.WAITING),  # asked for; until the answer it keeps its position
    ("pass_on", (W.OFFERED,), W.WAITING),
    ("leave", (W.WAITING, W.OFFERED), W.LEFT),
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


def next_waiting_status(verb: str, status: str) -> WaitingStatus:
    for name, sources, target in WAITING_MOVES:
        if name == verb and status in sources:
            return target
    raise IllegalMove(f"{verb} is not allowed from {status}")
