"""What scoring gives back: frozen, comparable, and able to live in a JSON column."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, NamedTuple

from screening.engine.levels import Risk
from screening.engine.notes import read_notes, stored_notes
from screening.engine.proposals import Note


class Part(NamedTuple):
    """One answer and the points it brought."""

    question: str
    answer: str
    points: int


@dataclass(frozen=True, slots=True)
class Band:
    """The score and class of one substance, with the parts that add up to it."""

    substance: str
    score: int
    risk: Risk
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """The outcome of one screening. There is no meaningful total over substances.

    `contradictions` are answers that do not go together; they are scored as given, and told.
    """

    instrument: str
    version: str
    risk: Risk
    injecting: str | None = None
    all_bands: tuple[Band, ...] = ()
    contradictions: tuple[Note, ...] = ()

    @property
    def bands(self) -> Mapping[str, Band]:
        return MappingProxyType({band.substance: band for band in self.all_bands})

    def to_dict(self) -> dict[str, Any]:
        return {
            "instrument": self.instrument,
            "version": self.version,
            "risk": self.risk,
            "injecting": self.injecting,
            "bands": [
                {
                    "substance": band.substance,
                    "score": band.score,
                    "risk": band.risk,
                    "parts": [list(part) for part in band.parts],
                }
                for band in self.all_bands
            ],
            "contradictions": stored_notes(self.contradictions),
        }

    @classmethod
    def from_dict(cls, stored: Mapping[str, Any]) -> "Result":
        """The result exactly as it was frozen; nothing is scored again."""
        bands = tuple(_band(band) for band in stored["bands"])
        return cls(
            stored["instrument"],
            stored["version"],
            stored["risk"],
            stored["injecting"],
            bands,
            read_notes(stored.get("contradictions", ())),  # none before December 2026
        )


def _band(stored: Mapping[str, Any]) -> Band:
    parts = tuple(Part(*part) for part in stored["parts"])
    return Band(stored["substance"], stored["score"], stored["risk"], parts)
