"""The allowed moves of a service plan and of the request to end care. Nothing else changes their status."""

from care.enums import PlanStatus, TerminationStatus


P = PlanStatus
T = TerminationStatus

# verb, from, to
PLAN_MOVES: tuple[tuple[str, tuple[PlanStatus, ...], PlanStatus], ...] = (
    ("submit", (P.DRAFT,), P.SUBMITTED),
    ("return", (P.SUBMITTED, P.APPROVED), P.DRAFT),
    ("approve", (P.SUBMITTED,), P.APPROVED),
    ("agree", (P.APPROVED,), P.AGREED),
    ("supersede", (P.AGREED,), P.SUPERSEDED),
    ("end", (P.DRAFT, P.SUBMITTED, P.APPROVED, P.AGREED), P.ENDED),
)
TERMINATION_MOVES: tuple[tuple[str, tuple[TerminationStatus, ...], TerminationStatus], ...] = (
    ("prepare", (T.PREPARED,), T.PREPARED),
    ("waive", (T.PREPARED,), T.PREPARED),
    ("ask", (T.PREPARED,), T.ASKED),
    ("finish", (T.PREPARED,), T.APPROVED),
    ("return", (T.ASKED,), T.PREPARED),
    ("approve", (T.ASKED,), T.APPROVED),
    ("cancel", (T.PREPARED, T.ASKED), T.CANCELLED),
)
