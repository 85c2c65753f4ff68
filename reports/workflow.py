"""The allowed moves of a submission. Anyone can review this table; nothing else changes a status."""

from reports.enums import SubmissionStatus


S = SubmissionStatus

# verb, from, to
MOVES: tuple[tuple[str, tuple[SubmissionStatus, ...], SubmissionStatus], ...] = (
    ("send", (S.DRAFT, S.RETURNED), S.SUBMITTED),
    ("accept", (S.SUBMITTED,), S.ACCEPTED),
    ("return", (S.SUBMITTED,), S.RETURNED),
)


class IllegalMove(ValueError):
    """`verb` is not allowed from `status`."""


def next_status(verb: str, status: str) -> SubmissionStatus:
    """Return where `verb` leads from `status`; raise IllegalMove when the table does not allow it."""
    for name, sources, target in MOVES:
        if name == verb and status in sources:
            return target
    raise IllegalMove(f"{verb} is not allowed from {status}")


def may(verb: str, status: str) -> bool:
    return any(name == verb and status in sources for name, sources, _target in MOVES)


def may_edit(status: str) -> bool:
    """What may still be sent may still be changed."""
    return may("send", status)
