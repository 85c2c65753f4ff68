"""All that the rules look at: what was given, and what the steps of routing worked out so far."""

from collections.abc import Mapping
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
    readings: tuple[Reading, ...] = ()
    assist: Result | None = None

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
        return tuple(band for band in bands if band.substance != "tobacco")

    def bands_at(self, *risks: Risk) -> tuple[Band, ...]:
        return tuple(band for band in self.weighed_bands if band.risk in risks)

    def band(self, substance: str) -> Band | None:
        return self.assist.bands.get(substance) if self.assist else None

    def recent_use(self, substance: str) -> str:
        """The answer to q2 of a substance, "never" when it was not asked."""
        band = self.band(substance)
        parts = band.parts if band else ()
        return next((part.answer for part in parts if part.question == "q2"), "never")

    @property
    def injecting(self) -> str | None:
        return self.assist.injecting if self.assist else None


def read_results(given: object) -> tuple[tuple[Reading, ...], tuple[str, ...]]:
    """The class of each instrument in order of name, and the names of results without one.

    Any object with a `risk` of low, moderate or high will do: later instruments need not be ours.
    None stands for an instrument not taken yet; a scale that classifies no substance use has nothing
    to say here.
    """
    if given is None:
        return (), ()
    if not isinstance(given, Mapping):
        return (), ("results",)
    done = {name: result for name, result in given.items() if not _says_nothing(result)}
    risks = [(str(name), getattr(result, "risk", None)) for name, result in done.items()]
    named = sorted(risks, key=lambda pair: pair[0])
    readings = tuple(Reading(name, risk) for name, risk in named if is_risk(risk))
    return readings, tuple(name for name, risk in named if not is_risk(risk))


def _says_nothing(result: object) -> bool:
    return result is None or (isinstance(result, ScaleResult) and result.risk is None)


def assist_of(given: object) -> Result | None:
    """The ASSIST result among those given, whatever it is filed under."""
    if not isinstance(given, Mapping):
        return None
    results = [result for result in given.values() if isinstance(result, Result)]
    return next((result for result in results if result.instrument == "assist"), None)
