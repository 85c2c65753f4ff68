"""What a section says to its reader: the score of its instrument, and what the answers warn of."""

from collections.abc import Mapping
from dataclasses import dataclass

from screening import engine
from screening.assessment.answers import Answers
from screening.assessment.progress import Step
from screening.assessment.questions import Section, Words
from screening.assessment.scales import result_of, say
from screening.assessment.sections.network import network_alerts


@dataclass(frozen=True, slots=True)
class Score:
    """`total` is None where the domains stand for themselves; a domain is None that has too many gaps."""

    total: float | None
    band: str
    domains: tuple[tuple[str, str, float | None], ...]
    """Code, title, score."""


def score_of(step: Step) -> Score | None:
    return score(step.section, step.answers)


def score(section: Section, answers: Answers) -> Score | None:
    result = result_of(section, answers.coded)
    if result is None:
        return None
    scale = engine.get_scale(result.instrument, result.version)
    titles = {domain.code: say(domain.title) for domain in scale.domains}
    return Score(
        total=result.total,
        band=say(result.label) if result.label else "",
        domains=tuple((code, titles[code], value) for code, value in result.all_domains),
    )


def warnings_of(answers: Mapping[str, Answers]) -> list[Words]:
    return network_alerts(answers.get("network", Answers()).coded)
