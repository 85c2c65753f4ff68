"""The allowed moves of a transfer. Anyone can review this table; nothing else changes a state."""

from care.enums import TransferState
from care.workflow import IllegalMove


S = TransferState

# verb, from, to
MOVES: tuple[tuple[str, tuple[TransferState, ...], TransferState], ...] = (
    ("accept", (S.PROPOSED,), S.ACCEPTED),
    ("decline", (S.PROPOSED,), S.DECLINED),
    ("withdraw", (S.PROPOSED, S.ACCEPTED), S.WITHDRAWN),
    ("depart", (S.ACCEPTED,), S.TRAVELLING),
    ("arrive", (S.TRAVELLING,), S.ARRIVED),
    ("miss", (S.TRAVELLING,), S.NOT_ARRIVED),
)


def next_state(verb: str, state: str) -> TransferState:
    """Return where `verb` leads from `state`; raise IllegalMove when the table does not allow it."""
    for name, sources, target in MOVES:
        if name == verb and state in sources:
            return target
    raise IllegalMove(f"{verb} is not allowed from {state}")


def may(verb: str, state: str) -> bool:
    return any(name == verb and state in sources for name, sources, _target in MOVES)
