"""What a section says to its reader: the score of its instrument, and what the answers warn of."""

from collections.abc import Mapping
from dataclasses import dataclass

from screening import engine
from screening.assessment.answers import Answers
from screening.assessment.progress import Step
from screening.assessment.questions import Words
from screening.assessment.scales import result_of, say
from screening.assessment.sections.network import network_alerts
from screening.interview.asks import notes_of


@dataclass(frozen=True, slots=True)
class Score:
    """`total` is None where the domains stand for themselves; a domain is None that has too many gaps.

    `advised` is the heavier intervention to offer. `progress` are the scores to compare over time.
    """

    total: float | None
    band: str
    domains: tuple[tuple[str, str, float | None], ...]
    """Code, title, score."""
    advised: str = ""
    contradictions: tuple[tuple[str, str], ...] = ()
    progress: tuple[tuple[str, float | None], ...] = ()
    """Title, empty for the total, and score."""


@dataclass(frozen=True, slots=True)
class Row:
    """One question with what was answered; words in confidence are shown by a rule of their own."""

    label: Words
    text: str
    is_words: bool


@dataclass(frozen=True, slots=True)
class Told:
    """One section for its reader."""

    step: Step
    rows: tuple[Row, ...]
    score: Score | None


def told(step: Step) -> Told:
    rows = tuple(
        Row(question.label, step.answers.said(question), question.is_words)
        for question in step.section.questions
    )
    return Told(step, rows, score_of(step))


def score_of(step: Step) -> Score | None:
    result = result_of(step.section, step.answers.coded)
    if result is None:
        return None
    scale = engine.get_scale(result.instrument, result.version)
    titles = {"": "", **{domain.code: say(domain.title) for domain in scale.domains}}
    return Score(
        total=result.total,
        band=say(result.label) if result.label else "",
        domains=tuple((code, titles[code], value) for code, value in result.all_domains),
        advised=say(result.advised) if result.advised else "",
        contradictions=notes_of(result.contradictions),
        progress=tuple((titles[code], value) for code, value in engine.progress_of(result)),
    )


def warnings_of(answers: Mapping[str, Answers]) -> list[Words]:
    return network_alerts(answers.get("network", Answers()).coded)
