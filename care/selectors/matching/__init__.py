from care.selectors.matching.comparing import Comparison, compared
from care.selectors.matching.ranking import (
    Candidate,
    LeftOut,
    Survey,
    best_after,
    ranked,
    refusal,
    survey,
)


__all__ = [
    "Candidate",
    "Comparison",
    "LeftOut",
    "Survey",
    "best_after",
    "compared",
    "ranked",
    "refusal",
    "survey",
]
