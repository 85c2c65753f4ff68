"""The screening engine: same answers and facts, same ruleset, same proposal, always with reasons.

Standard library only. It advises; a person decides and writes why (UU 27/2022 art. 10).
"""

from screening.engine.drafts import asked, missing, prune
from screening.engine.errors import AnswerError, UnknownInstrument, UnknownRuleset
from screening.engine.explaining import explain
from screening.engine.proposals import ADVICE, Proposal
from screening.engine.results import Band, Part, Result
from screening.engine.routing import route
from screening.engine.scoring import score
from screening.engine.texts import Text


__all__ = [
    "ADVICE",
    "AnswerError",
    "Band",
    "Part",
    "Proposal",
    "Result",
    "Text",
    "UnknownInstrument",
    "UnknownRuleset",
    "asked",
    "explain",
    "missing",
    "prune",
    "route",
    "score",
]
