"""The allowed moves of an assessment. Anyone can review this table; nothing else changes a status."""

from screening.enums import AssessmentStatus


S = AssessmentStatus

# verb, from, to. A signed one never moves again: a correction is a new one.
MOVES: tuple[tuple[str, tuple[AssessmentStatus, ...], AssessmentStatus], ...] = (
    ("submit", (S.DRAFT,), S.SUBMITTED),
    ("return", (S.SUBMITTED,), S.DRAFT),
    ("sign", (S.SUBMITTED,), S.SIGNED),
)


class IllegalMove(ValueError):
    """`verb` is not allowed from `status`."""


def next_status(verb: str, status: str) -> AssessmentStatus:
    """Return where `verb` leads from `status`; raise IllegalMove when the table does not allow it."""
    for name, sources, target in MOVES:
        if name == verb and status in sources:
            return target
    raise IllegalMove(f"{verb} is not allowed from {status}")
