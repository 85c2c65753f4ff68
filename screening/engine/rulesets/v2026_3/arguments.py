"""Steps F and G: those of 2026.2, where violence, an unknown home and a few days of injecting say otherwise."""

from dataclasses import replace

from screening.engine.cases import Case
from screening.engine.rules import Effect, Rule
from screening.engine.rulesets.v2026_1.law import is_minor
from screening.engine.rulesets.v2026_1.risk_class import injects_often
from screening.engine.rulesets.v2026_2 import arguments as before
from screening.engine.rulesets.v2026_3 import signs
from screening.engine.texts import Text


def _safe(case: Case) -> bool:
    return signs.home_judged_safe(case) and not signs.unprotected(case)


def _weak(case: Case) -> bool:
    return case.facts.family_support in {"weak", "refuses"} or signs.no_family(case)


_SAID = {rule.code: rule for rule in before.RULES}
_ANEW = {
    "F_SAFE_HOME": _safe,
    "F_CHILD_AT_HOME": lambda case: is_minor(case) and not signs.unprotected(case),
    "G_UNSAFE_HOME": signs.home_unsafe,
    "G_WEAK_FAMILY": _weak,
    "G_VIOLENT_FAMILY": signs.violence,
    "F_NO_HOME": signs.home_unsafe,
    "F_RELAPSES": lambda case: signs.uses_now(case) and _SAID["F_RELAPSES"].when(case),
    "F_INJECTING": injects_often,
}
RULES = (
    *(replace(rule, when=_ANEW.get(rule.code, rule.when)) for rule in before.RULES),
    Rule(
        "G_HOME_UNKNOWN",
        Effect.AGAINST,
        signs.home_unknown,
        Text("Keamanan rumah belum dinilai.", "The safety of the home is not judged yet."),
        "decision 0044 (unknown is not safe)",
        base="family",
    ),
    Rule(
        "G_NOT_PROTECTED",
        Effect.AGAINST,
        lambda case: signs.unprotected(case) and not signs.violence(case),
        Text(
            "Perlindungan klien atau anak belum selesai.",
            "The client, or a child, is not protected yet.",
        ),
        "domain.md 3.3",
        base="family",
    ),
)
