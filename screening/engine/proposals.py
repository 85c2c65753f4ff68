"""The advice that routing gives. A person decides and writes why (UU 27/2022 art. 10)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from screening.engine.levels import Base, Risk
from screening.engine.texts import Text


ADVICE = Text(
    "Usulan ini adalah saran. Petugas yang berwenang memutuskan bersama klien dan menuliskan "
    "alasannya (UU 27/2022 pasal 10).",
    "This proposal is advice. An authorised worker decides together with the client and writes down "
    "why (UU 27/2022 art. 10).",
)

Pairs = tuple[tuple[str, str], ...]


class Note(NamedTuple):
    """What one rule said about one case, and through which lens it looked; none before 2026.3."""

    code: str
    text: Text
    lens: str = ""


class Lens(NamedTuple):
    """One view of a person: `level` 0 (nothing known to worry about) to 3 (severe), never summed up.

    `facts` are what it rests on, heaviest first; `missing` is what nobody has found out yet.
    """

    code: str
    title: Text
    level: int
    facts: tuple[Note, ...] = ()
    missing: tuple[Note, ...] = ()


class Unsettled(NamedTuple):
    """A warning, by its code, that is settled before the client leaves; `kind` as in leaving.py."""

    kind: str
    code: str


class Argument(NamedTuple):
    """What speaks for one base, or against it."""

    base: Base
    is_for: bool
    note: Note


@dataclass(frozen=True, slots=True)
class Proposal:
    """`state` is "proposed", "ordered", "medical_first", "unclear" or "no_result"; the last three have
    no base.

    `risk` is the class after all adjusters, `base_from_class` the base that this class alone would
    give; `base` differs from it after a court order or where family-based care is preferred.
    `months` is the shortest and longest programme recommended; `readings` what each instrument says.

    Since 2026.3: `holds` are the medical flags that wait for a result, `barred` the bases that nobody
    """

    ruleset: str
    state: str
    base: Base | None
    risk: Risk | None
    base_from_class: Base | None
    supporting: tuple[Base, ...] = ()
    reason_notes: tuple[Note, ...] = ()
    warning_notes: tuple[Note, ...] = ()
    change_notes: tuple[Note, ...] = ()
    arguments: tuple[Argument, ...] = ()
    readings: tuple[tuple[str, Risk], ...] = ()
    months: tuple[int, int] | None = None
    holds: tuple[str, ...] = ()
    barred: tuple[Base, ...] = ()
    conditions: tuple[str, ...] = ()
    lenses: tuple[Lens, ...] = ()
    before: tuple[Unsettled, ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        """The rules that spoke, in the order in which the page shows them."""
        notes = (*self.reason_notes, *self.warning_notes, *self.change_notes)
        return tuple(note.code for note in (*notes, *(a.note for a in self.arguments)))

    @property
    def reasons(self) -> Pairs:
        return self.reasons_in("id")

    @property
    def warnings(self) -> Pairs:
        return self.warnings_in("id")

    @property
    def would_change(self) -> Pairs:
        return self.would_change_in("id")

    def reasons_in(self, language: str) -> Pairs:
        return _pairs(self.reason_notes, language)

    def warnings_in(self, language: str) -> Pairs:
        return _pairs(self.warning_notes, language)

    def would_change_in(self, language: str) -> Pairs:
        return _pairs(self.change_notes, language)

    def to_dict(self) -> dict[str, Any]:
        return {
            "ruleset": self.ruleset,
            "state": self.state,
            "base": self.base,
            "risk": self.risk,
            "base_from_class": self.base_from_class,
            "supporting": list(self.supporting),
            "reasons": _stored(self.reason_notes),
            "warnings": _stored(self.warning_notes),
            "would_change": _stored(self.change_notes),
            "arguments": [
                {"base": a.base, "for": a.is_for, **_stored((a.note,))[0]} for a in self.arguments
            ],
            "readings": [list(reading) for reading in self.readings],
            "months": list(self.months) if self.months else None,
            **self._since_2026_3(),
        }

    def _since_2026_3(self) -> dict[str, Any]:
        """Nothing for an older ruleset: what it freezes stays as it was."""
        if not self.lenses:
            return {}
        return {
            "holds": list(self.holds),
            "barred": list(self.barred),
            "conditions": list(self.conditions),
            "lenses": [
                {
                    "code": lens.code,
                    "title": list(lens.title),
                    "level": lens.level,
                    "facts": _stored(lens.facts),
                    "missing": _stored(lens.missing),
                }
                for lens in self.lenses
            ],
            "before": [list(each) for each in self.before],
        }

    @classmethod
    def from_dict(cls, stored: Mapping[str, Any]) -> "Proposal":
        """The proposal exactly as it was frozen, in the words it had on that day."""
        return cls(
            ruleset=stored["ruleset"],
            state=stored["state"],
            base=stored["base"],
            risk=stored["risk"],
            base_from_class=stored["base_from_class"],
            supporting=tuple(stored["supporting"]),
            reason_notes=_notes(stored["reasons"]),
            warning_notes=_notes(stored["warnings"]),
            change_notes=_notes(stored["would_change"]),
            arguments=tuple(_argument(row) for row in stored.get("arguments", ())),
            readings=tuple((name, risk) for name, risk in stored.get("readings", ())),
            months=_range(stored.get("months")),  # none of these before 2026.2
            holds=tuple(stored.get("holds", ())),  # nor of these before 2026.3
            barred=tuple(stored.get("barred", ())),
            conditions=tuple(stored.get("conditions", ())),
            lenses=tuple(_lens(row) for row in stored.get("lenses", ())),
            before=tuple(Unsettled(*row) for row in stored.get("before", ())),
        )


def _pairs(notes: tuple[Note, ...], language: str) -> Pairs:
    return tuple((note.code, note.text.in_language(language)) for note in notes)


def _stored(notes: tuple[Note, ...]) -> list[dict[str, str]]:
    return [
        {"code": note.code, "id": note.text.id, "en": note.text.en}
        | ({"lens": note.lens} if note.lens else {})
        for note in notes
    ]


def _notes(stored: list[dict[str, str]]) -> tuple[Note, ...]:
    return tuple(
        Note(note["code"], Text(note["id"], note["en"]), note.get("lens", "")) for note in stored
    )


def _lens(stored: Mapping[str, Any]) -> Lens:
    return Lens(
        stored["code"],
        Text(*stored["title"]),
        stored["level"],
        _notes(stored["facts"]),
        _notes(stored["missing"]),
    )


def _argument(stored: Mapping[str, Any]) -> Argument:
    return Argument(stored["base"], stored["for"], _notes([dict(stored)])[0])


def _range(stored: list[int] | None) -> tuple[int, int] | None:
    return (stored[0], stored[1]) if stored else None
