"""The allowed moves of a supporting base. Anyone can review this table; nothing else changes a state."""

from care.enums import SupportState
from care.workflow import IllegalMove


S = SupportState

# verb, from, to
MOVES: tuple[tuple[str, tuple[SupportState, ...], SupportState], ...] = (
    ("agree", (S.ASKED,), S.AGREED),
    ("decline", (S.ASKED,), S.DECLINED),
    ("end", (S.ASKED, S.AGREED), S.ENDED),
)


def next_state(verb: str, state: str) -> SupportState:
    """Return where `verb` leads from `state`; raise IllegalMove when the table does not allow it."""
    for name, sources, target in MOVES:
        if name == verb and state in sources:
            return target
    raise IllegalMove(f"{verb} is not allowed from {state}")


def may(verb: str, state: str) -> bool:
    return any(name == verb and state in sources for name, sources, _target in MOVES)
