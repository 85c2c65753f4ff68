"""Draws docs/routing.md from the current ruleset: `manage.py draw_routing`."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from screening.engine import rulesets
from screening.engine.conditions import Condition
from screening.engine.facts import SAFETY
from screening.engine.lenses import LensRules
from screening.engine.levels import BASE_LABELS
from screening.engine.red_flags import HOTLINES
from screening.engine.rules import Effect, Rule, Ruleset
from screening.engine.texts import Text


HEAD = """# How care is proposed

Drawn from ruleset {version} by `manage.py draw_routing`; a test holds rules and page equal. The rules advise; a
person decides together with the client and writes down why (UU 27/2022 art. 10). The people in situations that
they were tried on stand in [situations.toml](../tests/screening/engine/situations.toml), the reasons for what is
new in [decision 0044](decisions/0044-ruleset-2026-3.md). "Own rule" and "decision 0044" name no published source:
those are this system's own and need a clinician's eye most of all.

Order: safety, then the law, then the class of the present, then what raises or lowers it by one, then the base.
A class of low leads to the family, moderate to LKS/IPWL, high to a balai; nothing moves it by more than one.
"""
STEPS = {
    "A": "Safety: what holds placement, what bars a base",
    "B": "Law, consent, children, women",
    "C": "The class",
    "D": "What raises the class, lowers it or keeps it",
    "S": "Who supports the lead base",
    "W": "What body, mind and person need",
    "X": "What would change the proposal",
    "F": "What speaks for a base",
    "G": "What speaks against a base",
}
EFFECTS = {
    Effect.REASON: "explains",
    Effect.TOP: "sets the class high",
    Effect.RAISE: "raises by one",
    Effect.LOWER: "lowers by one",
    Effect.CAP: "moderate at most",
    Effect.HOLD: "holds: no base",
    Effect.PLACE: "sets the base",
    Effect.BAR: "bars the base",
    Effect.SUPPORT: "supports",
    Effect.WARNING: "warns",
    Effect.CHANGE: "tells what would change",
    Effect.FOR: "for",
    Effect.AGAINST: "against",
}
SIGNATURE = """
## To be signed by a clinician

I have read these rules, the red flags and the situations, and tried them on people whom I know. What I would
change stands below. Until this page is signed the rules count as not reviewed.

| | |
|---|---|
| Ruleset | {version} |
| Name | |
| Profession, number of registration (STR) | |
| Institution | |
| Place and date | |
| Agreed without change / agreed with the remarks below / not agreed | |
| Signature | |

| code | remark |
|---|---|
| | |
| | |
| | |
"""


class Command(BaseCommand):
    help = "Draw the current routing rules into docs/routing.md."

    def handle(self, *args: Any, **options: Any) -> None:
        (Path(settings.BASE_DIR) / "docs" / "routing.md").write_text(drawn())


def drawn() -> str:
    ruleset = rulesets.get()
    parts = (
        HEAD.format(version=ruleset.version),
        _flags(ruleset),
        *_steps(ruleset),
        _conditions(ruleset),
        _before(ruleset),
        _lengths(ruleset),
        _lenses(ruleset.lenses),
        f"\n## Facts that hold everything when they cannot be read\n\n{', '.join(sorted(SAFETY))}.\n",
        SIGNATURE.format(version=ruleset.version),
    )
    return "".join(parts)


def _flags(ruleset: Ruleset) -> str:
    rows = (
        (flag.code, flag.kind, f"{flag.within_hours} h", _both(flag.ask), _both(flag.do_now))
        for flag in ruleset.flags
    )
    numbers = "; ".join(f"{line.number} {line.label.en}" for line in HOTLINES)
    return _chapter(
        "Red flags",
        "A medical flag holds placement until its result is recorded, a protection flag bars the family base"
        f" until a leader signs, a notice warns. Numbers: {numbers}.",
        _table(("code", "kind", "within", "question", "first step"), rows),
    )


def _steps(ruleset: Ruleset) -> Iterator[str]:
    order = list(STEPS)
    views = _views(ruleset)
    rules = sorted(ruleset.rules, key=lambda rule: order.index(rule.code[0]))
    for step, group in groupby(rules, key=lambda rule: rule.code[0]):
        rows = (
            (rule.code, _does(rule), views[rule.code], _both(rule.text), _source(rule.source))
            for rule in group
        )
        table = _table(("code", "does", "view", "says", "source"), rows)
        yield _chapter(f"{step}. {STEPS[step]}", "", table)


def _views(ruleset: Ruleset) -> dict[str, str]:
    titles = {lens.code: lens.title.en for lens in ruleset.lenses}
    codes = (rule.code for rule in ruleset.rules)
    return {code: titles.get(ruleset.lens_of.get(code, ""), "") for code in codes}


def _before(ruleset: Ruleset) -> str:
    return _chapter(
        "Before the client leaves",
        "Warnings that are settled before the client leaves for the place, or before care at home begins.",
        _table(("kind", "code"), ((kind, code) for code, kind in ruleset.before.items())),
    )


def _conditions(ruleset: Ruleset) -> str:
    rows = (
        (need.code, _both(need.text), _counts(need), _source(need.source))
        for need in ruleset.conditions
    )
    return _chapter(
        "What a place must offer",
        "Conditions, not ranks: a place without them is not offered.",
        _table(("code", "condition", "counts", "source"), rows),
    )


def _lengths(ruleset: Ruleset) -> str:
    rows = (
        (BASE_LABELS[base].en, f"{low} to {high}")
        for base, (low, high) in ruleset.programme.items()
    )
    return _chapter("Length", "", _table(("base", "months"), rows))


def _lenses(lenses: Iterable[LensRules]) -> str:
    rows = []
    for lens in lenses:
        rows += [(lens.title.en, str(sign.level), _both(sign.text)) for sign in lens.signs]
        rows += [(lens.title.en, "missing", _both(gap.text)) for gap in lens.gaps]
    return _chapter(
        "Six views of a person",
        "Each stands at the level of the heaviest thing known: 0 nothing to worry about, 1 mild, 2 moderate,"
        " 3 severe. They are never summed up.",
        _table(("view", "level", "what is known, or missing"), rows),
    )


def _does(rule: Rule) -> str:
    base = f" ({BASE_LABELS[rule.base].en})" if rule.base else ""
    return EFFECTS[rule.effect] + base


def _counts(need: Condition) -> str:
    return "where they sleep there" if need.living_in else "always"


def _source(whole: str) -> str:
    """Our own papers are no source that a clinician could look up."""
    parts = (part.strip() for part in whole.split(";"))
    own = ("domain.md", "product rule")
    return "; ".join(part for part in parts if not part.startswith(own)) or "own rule"


def _both(text: Text) -> str:
    return f"{text.id}<br>{text.en}"


def _chapter(title: str, words: str, table: str) -> str:
    said = f"{words}\n\n" if words else ""
    return f"\n## {title}\n\n{said}{table}"


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "".join(f"| {' | '.join(cell.replace('|', '/') for cell in line)} |\n" for line in lines)
