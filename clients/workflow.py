"""The allowed moves of a case. Anyone can review this table; nothing else changes a status."""

from clients.enums import CaseStatus


S = CaseStatus
OPEN = (S.INTAKE, S.SCREENING, S.MEDICAL_FIRST, S.DECISION, S.PLACEMENT, S.IN_SERVICE, S.AFTERCARE)

# verb, from, to
MOVES: tuple[tuple[str, tuple[CaseStatus, ...], CaseStatus], ...] = (
    ("start_screening", (S.INTAKE, S.MEDICAL_FIRST), S.SCREENING),
    ("refer_to_medical", (S.SCREENING, S.DECISION), S.MEDICAL_FIRST),
    ("propose", (S.SCREENING,), S.DECISION),
    ("decide", (S.DECISION,), S.PLACEMENT),
    ("decide_again", (S.PLACEMENT,), S.DECISION),
    ("start_service", (S.PLACEMENT,), S.IN_SERVICE),
    ("end_service", (S.IN_SERVICE,), S.AFTERCARE),
    ("close", OPEN, S.CLOSED),
)


class IllegalMove(ValueError):
    """`verb` is not allowed from `status`."""


def next_status(verb: str, status: str) -> CaseStatus:
    """Return where `verb` leads from `status`; raise IllegalMove when the table does not allow it."""
    for name, sources, target in MOVES:
        if name == verb and status in sources:
            return target
    raise IllegalMove(f"{verb} is not allowed from {status}")


def may(verb: str, status: str) -> bool:
    return any(name == verb and status in sources for name, sources, _target in MOVES)
