"""The screening engine: same answers and facts, same ruleset, same proposal, always with reasons.

Standard library only. It advises; a person decides and writes why (UU 27/2022 art. 10).
"""

from screening.engine.contradictions import contradictions, contradictions_at
from screening.engine.drafts import asked, missing, prune
from screening.engine.errors import AnswerError, UnknownInstrument, UnknownRuleset
from screening.engine.explaining import explain
from screening.engine.progress import progress_of
from screening.engine.proposals import ADVICE, Note, Proposal
from screening.engine.questionnaires import (
    get as get_scale,
    newest as scales,
    published as published_scales,
)
from screening.engine.results import Band, Part, Result
from screening.engine.routing import route
from screening.engine.scale import Scale
from screening.engine.scale_results import ScaleResult
from screening.engine.scale_scoring import score_scale, unanswered
from screening.engine.scoring import score
from screening.engine.texts import Text


__all__ = [
    "ADVICE",
    "AnswerError",
    "Band",
    "Note",
    "Part",
    "Proposal",
    "Result",
    "Scale",
    "ScaleResult",
    "Text",
    "UnknownInstrument",
    "UnknownRuleset",
    "asked",
    "contradictions",
    "contradictions_at",
    "explain",
    "get_scale",
    "missing",
    "progress_of",
    "prune",
    "published_scales",
    "route",
    "scales",
    "score",
    "score_scale",
    "unanswered",
]
