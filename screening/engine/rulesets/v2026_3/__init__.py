"""Ruleset 2026.3: safe decisions (decision 0044).

A medical flag holds until its result is recorded, a protection flag bars the family base until a leader signs.
Unknown is not safe. The class is of the present: what was once taken does not lead to a dormitory. Pregnancy,
opioids, detoxification and children have rules of their own, a place must offer what the person needs, and six
views say why.
"""

from screening.engine.facts import CHECKS, SAFETY
from screening.engine.red_flags import ALL
from screening.engine.rules import Rule, Ruleset
from screening.engine.rulesets import v2026_1 as first, v2026_2 as before
from screening.engine.rulesets.v2026_3 import (
    adjusters,
    arguments,
    bodies,
    changes,
    conditions,
    law,
    leaving,
    lenses,
    opening,
    people,
    protection,
    support,
)
from screening.engine.rulesets.v2026_3.lenses.reasons import LENS_OF
from screening.engine.texts import Text


def _kept(rules: tuple[Rule, ...], *codes: str) -> tuple[Rule, ...]:
    return tuple(rule for rule in rules if rule.code in codes)


RULESET_2026_3 = Ruleset(
    version="2026.3",
    title=Text("Aturan usulan layanan 2026.3", "Routing rules 2026.3"),
    rules=(
        *protection.RULES,
        *law.ORDERS,
        *_kept(first.law.RULES, "B1_UNSCREENED", "B1_WAITS"),
        *_kept(before.law.RULES, "B1_TERMS", "B1_TERM_LONG", "B1_TERM_SHORT", "B1_HOSPITAL"),
        *law.CONSENT,
        *law.CHILDREN,
        *_kept(first.law.RULES, "B2_CHILD_UNIT", "B2_ASSIST_UNDER_18", "B2_ASSIST_OVER_60"),
        *_kept(before.law.RULES, "B2_AGREED", "B2_GUARDIAN_OPEN", "B2_ASSENT_OPEN"),
        *_kept(before.law.RULES, "B2_ASSENT_REFUSED", "B2_BAPAS"),
        *_kept(before.law.RULES, "B4_OTHER_CASE", "B4_DUPLICATE"),
        *first.risk_class.RULES,
        *adjusters.CLASS,
        *adjusters.RAISING,
        *before.care.RAISING,
        *adjusters.OUTCOME,
        *support.RULES,
        *_kept(first.care.RULES, "S_REMOTE_FAMILY"),
        *_kept(before.care.SUPPORTING, "S_REENTRY_INSTITUTION"),
        *bodies.RULES,
        *_kept(first.care.RULES, "W_INJECTING", "W_MAINTENANCE"),
        *people.RULES,
        *_kept(first.changes.RULES, "X_RETRIAGE", "X_SCREEN"),
        *changes.RULES,
        *law.CHANGES,
        *before.law.CHANGES,
        *arguments.RULES,
    ),
    programme=before.RULESET_2026_2.programme,
    read=before.classes.read,
    checks=CHECKS,
    safety=SAFETY,
    flags=ALL,
    rate=opening.rate,
    open=opening.open_case,
    conditions=conditions.CONDITIONS,
    lenses=lenses.LENSES,
    lens_of=LENS_OF,
    before=leaving.KIND_OF,
)
