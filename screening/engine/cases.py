"""All that the rules look at: what was given, and what the steps of routing worked out so far."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from screening.engine.facts import Facts
from screening.engine.levels import Base, Risk, is_risk
from screening.engine.red_flags import RedFlag
from screening.engine.results import Band, Result
from screening.engine.scale_results import ScaleResult


class Reading(NamedTuple):
    """The class that one instrument arrives at."""

    instrument: str
    risk: Risk


@dataclass(frozen=True, slots=True)
class Case:
    facts: Facts
    flags: tuple[RedFlag, ...] = ()
    """What holds placement; before 2026.3 every flag raised."""
    readings: tuple[Reading, ...] = ()
    assist: Result | None = None
    scales: tuple[ScaleResult, ...] = ()
    unclear: tuple[str, ...] = ()
    """Safety facts that could not be read."""

    # Sorted out by rulesets since 2026.3, which also look at substances taken now only.
    concerns: tuple[RedFlag, ...] = ()
    """Protection flags that nobody has signed as settled."""
    notices: tuple[RedFlag, ...] = ()
    treated: tuple[tuple[RedFlag, str], ...] = ()
    """Medical flags whose result is recorded, and the result."""
    now_only: bool = False

    # Worked out step by step in routing.py; None until then, and while a red flag comes first.
    tools_risk: Risk | None = None
    """Highest class of the instruments."""
    start: Risk | None = None
    """Class of step C."""
    raises: tuple[str, ...] = ()
    risk: Risk | None = None
    """Class after step D."""
    own_base: Base | None = None
    """The base that follows from the class alone."""
    base: Base | None = None

    @property
    def weighed_bands(self) -> tuple[Band, ...]:
        """The ASSIST bands that count for placement: all but tobacco."""
        bands = self.assist.all_bands if self.assist else ()
        counting = (band for band in bands if band.substance != "tobacco")
        return tuple(band for band in counting if is_used_now(band) or not self.now_only)

    def bands_at(self, *risks: Risk) -> tuple[Band, ...]:
        return tuple(band for band in self.weighed_bands if band.risk in risks)

    def band(self, substance: str) -> Band | None:
        return self.assist.bands.get(substance) if self.assist else None

    def recent_use(self, substance: str) -> str:
        """The answer to q2 of a substance, "never" when it was not asked."""
        band = self.band(substance)
        return (_recent(band) if band else None) or "never"

    @property
    def injecting(self) -> str | None:
        return self.assist.injecting if self.assist else None

    def scale(self, instrument: str) -> ScaleResult | None:
        return next((scale for scale in self.scales if scale.instrument == instrument), None)


def _recent(band: Band) -> str | None:
    return next((part.answer for part in band.parts if part.question == "q2"), None)


def is_used_now(band: Band) -> bool:
    """Taken within the last three months; points without their answers count as taken."""
    return _recent(band) != "never" if band.parts else band.score > 0


def own_risk(result: object, _facts: Facts) -> object:
    return getattr(result, "risk", None)


def read_results(
    given: object, facts: Facts, rate: Callable[[object, Facts], object] = own_risk
) -> tuple[tuple[Reading, ...], tuple[str, ...]]:
    """The class of each instrument in order of name, and the names of results without one.

    `rate` is the ruleset's reading of one result. Any object with a `risk` of low, moderate or high will do: later instruments need not be ours.
    None stands for an instrument not taken yet; a scale that classifies no substance use has nothing
    to say here.
    """
    if given is None:
        return (), ()
    if not isinstance(given, Mapping):
        return (), ("results",)
    done = {name: result for name, result in given.items() if not _says_nothing(result)}
    risks = [(str(name), rate(result, facts)) for name, result in done.items()]
    named = sorted(risks, key=lambda pair: pair[0])
    readings = tuple(Reading(name, risk) for name, risk in named if is_risk(risk))
    return readings, tuple(name for name, risk in named if not is_risk(risk))


def _says_nothing(result: object) -> bool:
    return result is None or (isinstance(result, ScaleResult) and result.risk is None)


def scales_of(given: object) -> tuple[ScaleResult, ...]:
    """The questionnaires among the results, whatever they are filed under, in order of instrument."""
    results = given.values() if isinstance(given, Mapping) else ()
    scales = [result for result in results if isinstance(result, ScaleResult)]
    return tuple(sorted(scales, key=lambda scale: scale.instrument))


def assist_of(given: object) -> Result | None:
    """The ASSIST result among those given, whatever it is filed under."""
    if not isinstance(given, Mapping):
        return None
    results = [result for result in given.values() if isinstance(result, Result)]
    return next((result for result in results if result.instrument == "assist"), None)
