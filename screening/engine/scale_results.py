"""What scoring a scale gives back: frozen, comparable, and able to live in a JSON column."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, NamedTuple

from screening.engine.levels import Risk
from screening.engine.notes import read_notes, stored_notes
from screening.engine.proposals import Note
from screening.engine.results import Part
from screening.engine.texts import Text


Number = int | float


class DomainScore(NamedTuple):
    domain: str
    score: Number | None


@dataclass(frozen=True, slots=True)
class ScaleResult:
    """`risk` is None for a scale that says nothing about substance use; routing leaves it out.

    `total` and `band` are empty for a scale without a total. `raised`: a rule lifted the band.
    `advised` names the heavier intervention to offer while the class stays. `contradictions` are answers
    that do not go together; they are scored as given, and never without being told.
    """

    instrument: str
    version: str
    total: Number | None = None
    band: str = ""
    label: Text | None = None
    risk: Risk | None = None
    raised: bool = False
    all_domains: tuple[DomainScore, ...] = ()
    flags: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    skipped: tuple[str, ...] = ()
    advised: Text | None = None
    contradictions: tuple[Note, ...] = ()

    @property
    def domains(self) -> Mapping[str, Number | None]:
        return MappingProxyType(dict(self.all_domains))

    def answer(self, item: str) -> str | None:
        """The answer given to an item, as it was chosen."""
        return next((part.answer for part in self.parts if part.question == item), None)

    def to_dict(self) -> dict[str, Any]:
        return {
            "instrument": self.instrument,
            "version": self.version,
            "total": self.total,
            "band": self.band,
            "label": list(self.label) if self.label else None,
            "risk": self.risk,
            "raised": self.raised,
            "domains": [list(score) for score in self.all_domains],
            "flags": list(self.flags),
            "parts": [list(part) for part in self.parts],
            "skipped": list(self.skipped),
            "advised": list(self.advised) if self.advised else None,
            "contradictions": stored_notes(self.contradictions),
        }

    @classmethod
    def from_dict(cls, stored: Mapping[str, Any]) -> "ScaleResult":
        """The result exactly as it was frozen; nothing is scored again.

        One of before December 2026 says nothing of advice and contradictions.
        """
        return cls(
            instrument=stored["instrument"],
            version=stored["version"],
            total=stored["total"],
            band=stored["band"],
            label=Text(*stored["label"]) if stored["label"] else None,
            risk=stored["risk"],
            raised=stored["raised"],
            all_domains=tuple(DomainScore(*score) for score in stored["domains"]),
            flags=tuple(stored["flags"]),
            parts=tuple(Part(*part) for part in stored["parts"]),
            skipped=tuple(stored["skipped"]),
            advised=Text(*stored["advised"]) if stored.get("advised") else None,
            contradictions=read_notes(stored.get("contradictions", ())),
        )
