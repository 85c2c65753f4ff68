"""The allowed moves of a transfer. Anyone can review this table; nothing else changes a status."""

from care.enums import TransferStatus
from care.workflow import IllegalMove


S = TransferStatus

# verb, from, to
MOVES: tuple[tuple[str, tuple[TransferStatus, ...], TransferStatus], ...] = (
    ("accept", (S.PROPOSED,), S.ACCEPTED),
    ("decline", (S.PROPOSED,), S.DECLINED),
    ("withdraw", (S.PROPOSED, S.ACCEPTED), S.WITHDRAWN),
    ("depart", (S.ACCEPTED,), S.TRAVELLING),
    ("arrive", (S.TRAVELLING,), S.ARRIVED),
    ("miss", (S.TRAVELLING,), S.NOT_ARRIVED),
)


def next_status(verb: str, status: str) -> TransferStatus:
    """Return where `verb` leads from `status`; raise IllegalMove when the table does not allow it."""
    for name, sources, target in MOVES:
        if name == verb and status in sources:
            return target
    raise IllegalMove(f"{verb} is not allowed from {status}")


def may(verb: str, status: str) -> bool:
    return any(name == verb and status in sources for name, sources, _target in MOVES)
