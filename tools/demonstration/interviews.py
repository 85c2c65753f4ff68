"""How an interview is answered for each level of risk, through the same sections that a worker fills in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from accounts.models import User
from screening.interview.asks import Ask
from screening.interview.drafts import Draft
from screening.interview.sections import SECTIONS
from screening.models import Screening
from screening.services.drafts import Entry, save_section


# Question by question, q2 to q7, from light to heavy.
OFTEN = ("q2", "q3", "q4", "q5", "q6", "q7")
DAILY = dict(
    zip(
        OFTEN, ("daily", "daily", "weekly", "weekly", "past_3_months", "past_3_months"), strict=True
    )
)
WEEKLY = dict(zip(OFTEN, ("weekly", "weekly", "never", "never", "earlier", "never"), strict=True))
RARELY = dict(zip(OFTEN, ("once_twice", "never", "never", "never", "never", "never"), strict=True))


@dataclass(frozen=True)
class Sheet:
    """`used` maps a substance to its answers; whatever is not said is answered lightly."""

    used: Mapping[str, Mapping[str, str]]
    facts: Mapping[str, str] = field(default_factory=dict)
    q8: str = "never"
    flags: frozenset[str] = frozenset()

    def word(self, ask: Ask) -> str:
        part, *way = ask.path
        if part == "red_flags":
            return "yes" if way[0] in self.flags else "no"
        if part == "facts":
            return self.facts.get(way[0], "0" if ask.is_number else "unknown")
        if part == "substances":
            return self._told(*way)
        if way[0] == "q8":
            return self.q8
        question, substance = way
        if question == "q1":
            return "yes" if substance in self.used else "no"
        return self.used[substance][question]

    def _told(self, question: str, substance: str = "") -> str:
        """The substance named first is the main one."""
        first = next((code for code in self.used if code != "tobacco"), "")
        if question == "role":
            return "main" if substance == first else "beside"
        days = {"daily": "26", "weekly": "8"}.get(self.used.get(substance, {}).get("q2", ""), "1")
        route = "inject" if self.q8 != "never" and substance == first else "smoke"
        return USE.get(question, "") or {"days": days, "route": route}[question]


USE = {
    "age": "16",
    "injected_at": "19",
    "sharing": "never",
    "treated": "once",
    "other_name": "Kratom",
}
HOME = {"home_safe": "yes", "active_user_in_household": "no", "court_order": "none", "remote": "no"}
SHEETS = {
    "high": Sheet(
        {"amphetamine": DAILY, "tobacco": WEEKLY},
        HOME | {"home_safe": "no", "family_support": "weak", "relapses_after_treatment": "1"},
    ),
    "injecting": Sheet(
        {"opioids": DAILY, "sedatives": WEEKLY},
        HOME | {"family_support": "fair", "injecting_days_per_month": "12"},
        q8="past_3_months",
    ),
    "moderate": Sheet(
        {"cannabis": WEEKLY, "tobacco": WEEKLY},
        HOME | {"family_support": "fair", "works_or_studies": "yes"},
    ),
    "low": Sheet(
        {"alcohol": RARELY, "tobacco": WEEKLY},
        HOME | {"family_support": "strong", "works_or_studies": "yes"},
    ),
    "danger": Sheet({}, flags=frozenset({"withdrawal"})),
}


def answer(
    screening: Screening, sheet: Sheet, *, actor: User, at: datetime, sections: int = len(SECTIONS)
) -> Screening:
    """Fill in the first sections, all of them unless told."""
    for section in SECTIONS[:sections]:
        asks = section.asks(Draft.of(screening))
        if asks:
            words = dict(_words(asks, sheet))
            entry = Entry(section=section, words=words, revision=screening.revision)
            screening = save_section(screening=screening, entry=entry, actor=actor, at=at).screening
    return screening


def _words(asks: tuple[Ask, ...], sheet: Sheet) -> Iterator[tuple[str, str]]:
    for ask in asks:
        yield ask.field, sheet.word(ask)
