"""Step C: the class that facts arrive at by themselves (domain facts, section 4 C)."""

from screening.engine.cases import Reading
from screening.engine.facts import Facts
from screening.engine.levels import Risk


DSM_FROM: tuple[tuple[int, Risk], ...] = ((6, "high"), (4, "moderate"), (0, "low"))
PATTERN: dict[str, Risk] = {
    "experimental": "low",
    "recreational": "low",
    "situational": "moderate",
    "habitual": "moderate",
    "compulsive": "high",
}


def read(facts: Facts) -> tuple[Reading, ...]:
    found = []
    if facts.dsm_count is not None:
        found.append(Reading("dsm", _by_count(facts.dsm_count)))
    if facts.use_pattern is not None:
        found.append(Reading("pattern", PATTERN[facts.use_pattern]))
    return tuple(found)


def _by_count(count: int) -> Risk:
    return next(risk for least, risk in DSM_FROM if count >= least)
