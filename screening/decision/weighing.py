"""A proposal as the deciding person reads it: each base with what speaks for it and what against."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from partners.enums import CareBase
from screening.engine import Proposal, rulesets
from screening.engine.errors import UnknownRuleset
from screening.engine.wording import name_of
from screening.interview.asks import say
from screening.proposals import Proposed, months_of


@dataclass(frozen=True, slots=True)
class Side:
    """One of the three bases."""

    base: str
    is_proposed: bool
    speaking_for: tuple[str, ...]
    speaking_against: tuple[str, ...]

    @property
    def label(self) -> str:
        return str(CareBase(self.base).label)


@dataclass(frozen=True, slots=True)
class Reading:
    tool: str
    risk: str


@dataclass(frozen=True, slots=True)
class RuleView:
    code: str
    sentence: str
    source: str


@dataclass(frozen=True, slots=True)
class Weighing:
    sides: tuple[Side, ...]
    readings: tuple[Reading, ...]
    """What each instrument says, where they do not all say the same."""
    months: str
    rules: tuple[RuleView, ...]


def weighing(proposed: Proposed) -> Weighing:
    proposal = proposed.proposal
    return Weighing(
        sides=_sides(proposal) if proposal.arguments else (),
        readings=_differing(proposal),
        months=months_of(proposal),
        rules=_rules(proposal),
    )


def _sides(proposal: Proposal) -> tuple[Side, ...]:
    return tuple(
        Side(
            base=base,
            is_proposed=base == proposal.base,
            speaking_for=_said(proposal, base, is_for=True),
            speaking_against=_said(proposal, base, is_for=False),
        )
        for base in CareBase.values
    )


def _said(proposal: Proposal, base: str, *, is_for: bool) -> tuple[str, ...]:
    found = [a for a in proposal.arguments if a.base == base and a.is_for == is_for]
    return tuple(say(argument.note.text) for argument in found)


def _differing(proposal: Proposal) -> tuple[Reading, ...]:
    if len({risk for _tool, risk in proposal.readings}) < 2:
        return ()
    return tuple(Reading(say(name_of(tool)), risk) for tool, risk in proposal.readings)


def _rules(proposal: Proposal) -> tuple[RuleView, ...]:
    notes = (*proposal.reason_notes, *proposal.warning_notes, *proposal.change_notes)
    return tuple(
        RuleView(note.code, say(note.text), _source(proposal.ruleset, note.code)) for note in notes
    )


def _source(version: str, code: str) -> str:
    """Where a rule comes from; this product's own rules say so instead of naming our papers."""
    try:
        whole = rulesets.get(version).source_of(code)
    except UnknownRuleset:
        return ""
    parts = (part.strip() for part in whole.split(";"))
    named = [part for part in parts if not part.startswith(("domain.md", "product rule"))]
    return "; ".join(named) or _("Aturan sistem ini")
