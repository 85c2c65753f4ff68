"""The allowed moves of a supporting base. Anyone can review this table; nothing else changes a status."""

from care.enums import SupportStatus
from care.workflow import IllegalMove


S = SupportStatus

# verb, from, to
MOVES: tuple[tuple[str, tuple[SupportStatus, ...], SupportStatus], ...] = (
    ("agree", (S.ASKED,), S.AGREED),
    ("decline", (S.ASKED,), S.DECLINED),
    ("end", (S.ASKED, S.AGREED), S.ENDED),
)


def next_status(verb: str, status: str) -> SupportStatus:
    """Return where `verb` leads from `status`; raise IllegalMove when the table does not allow it."""
    for name, sources, target in MOVES:
        if name == verb and status in sources:
            return target
    raise IllegalMove(f"{verb} is not allowed from {status}")


def may(verb: str, status: str) -> bool:
    return any(name == verb and status in sources for name, sources, _target in MOVES)
