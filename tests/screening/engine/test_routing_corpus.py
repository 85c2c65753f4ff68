"""Every rule speaks in some case of a corpus made by chance, always the same; and worse is never lighter."""

from collections import Counter
from random import Random

import pytest
from hypothesis import given, strategies as st

from screening.engine import facts, red_flags, route, rulesets
from tests.screening.engine.cases import LOWERING, USABLE_FACTS, assist, rated
from tests.screening.engine.firing_2026_3 import audit
from tests.screening.engine.sheets import HEAVIEST, HIGH, LOW, MODERATE, SUBSTANCES


BASES = ("family", "institution", "balai")
CLASSES = ("low", "moderate", "high")
# Each fact from light to heavy; what is not known stands where it does no harm.
LIGHT_TO_HEAVY = {
    "home_safe": (True, None, False),
    "active_user_in_household": (False, None, True),
    "family_support": ("strong", "fair", "weak", "none", "refuses", "violent"),
    "relapses_after_treatment": range(6),
    "injecting_days_per_month": range(32),
    "srq20": range(21),
    "asi_severity": range(10),
    "dsm_count": range(12),
    "use_pattern": facts.PATTERNS,
}
OTHERS = {
    "age": (8, 15, 17, 18, 30, 60, 61, 80),
    "sex": facts.SEXES,
    "pregnant": (True, False),
    "court_order": BASES,
    "order_by": facts.ORDERED_BY,
    "order_months": (0, 1, 5, 6, 13, 14, 60),
    "other_open_case": (True, False),
    "possible_duplicate": (True, False),
    "guardian_consent": (True, False),
    "child_assent": (True, False),
    "legal_status": ("none", "police", "prison", "court_order"),
    "stage_of_change": facts.STAGES,
    "case_conference_agreed": (True, False),
    "assessed": (True, False),
    "works_or_studies": (True, False),
    "remote": (True, False),
    "opioid_maintenance": (True, False),
    **dict.fromkeys(facts.SINCE_2026_3, (True, False)),
    "days_since_exit": (3, 40),
    "disability": facts.DISABILITIES,
    "wants": BASES,
    "medical_results": ({},),
}
ANSWERS = (
    *(LOW, MODERATE, HIGH, HEAVIEST, "daily never never never never never"),
    *("never - - - earlier earlier", "weekly weekly weekly never earlier never"),
)
SMOKING = "daily daily never - never never"
AT_HOME = {"age": 15, "home_safe": True, "guardian_consent": True, "child_assent": True}
TO_VIOLENCE = {"court_order": "family", "family_support": "violent"}
WELL = {**LOWERING, "home_safe": True}
SCENES = (WELL, WELL, AT_HOME, TO_VIOLENCE, {**TO_VIOLENCE, "order_by": "tat"})
SIZE = 4000


def test_the_corpus_knows_every_fact():
    assert {*LIGHT_TO_HEAVY, *OTHERS, "red_flags"} == set(facts.KEYS)


@pytest.fixture(scope="module")
def fired():
    """How often each rule of the current ruleset spoke."""
    rng = Random(2026)
    results = [_results(rng) for _ in range(120)]
    spoke: Counter[str] = Counter()
    for _ in range(SIZE):
        spoke.update(route(rng.choice(results), _facts(rng)).codes)
    return spoke


def test_every_rule_speaks_in_some_case_of_the_corpus(fired):
    silent = [rule.code for rule in rulesets.get().rules if not fired[rule.code]]

    assert not silent


def test_no_rule_speaks_in_every_case(fired):
    assert not [code for code, times in fired.items() if times == SIZE]


def _results(rng):
    if rng.random() < 0.1:
        return rng.choice([{}, rated(dast10="moderate")])
    used = {name: rng.choice(ANSWERS) for name in rng.sample(SUBSTANCES[1:], rng.randint(0, 2))}
    if rng.random() < 0.2:
        used["tobacco"] = SMOKING
    found = assist(
        q8=rng.choice(["never", "earlier", "past_3_months"]) if used else "never", **used
    )
    found |= rated(dast10=rng.choice(CLASSES)) if rng.random() < 0.3 else {}
    return found | (audit(q6="2") if rng.random() < 0.1 else {})


def _facts(rng):
    """A few facts at random, now and then beside a scene in which rare rules speak."""
    values = {**LIGHT_TO_HEAVY, **OTHERS}
    names = rng.sample(sorted(values), rng.randint(0, 7))
    given_facts = {name: rng.choice(values[name]) for name in names}
    if rng.random() < 0.2:
        flag = rng.choice(red_flags.RED_FLAGS).code
        given_facts["red_flags"] = [flag]
        given_facts["medical_results"] = (
            {flag: rng.choice(facts.MEDICAL_RESULTS)} if rng.random() < 0.6 else {}
        )
    if rng.random() < 0.01:
        given_facts["home_safe"] = "unreadable"
    return given_facts | rng.choice([*SCENES, *[{}] * 20])


RESULTS = [{}, *({"assist": assist(**{name: words})["assist"]} for name, words in
                 (("cannabis", LOW), ("cannabis", MODERATE), ("amphetamine", HIGH)))]  # fmt: skip


def _is_not_lighter(before, after):
    """A base that was not there before (no result at all) is lighter than none."""
    places = [BASES.index(p.base) if p.base else -1 for p in (before, after)]
    return places[1] >= places[0]


@given(st.sampled_from(RESULTS), USABLE_FACTS, st.sampled_from(sorted(LIGHT_TO_HEAVY)), st.data())
def test_a_worse_fact_never_gives_a_lighter_base(results, others, name, data):
    scale = LIGHT_TO_HEAVY[name]
    light = data.draw(st.integers(0, len(scale) - 1))
    heavy = data.draw(st.integers(light, len(scale) - 1))
    before, after = (route(results, {**others, name: scale[place]}) for place in (light, heavy))

    assert _is_not_lighter(before, after)


@given(
    st.sampled_from(RESULTS),
    USABLE_FACTS,
    st.sampled_from(["dast10", "audit"]),
    st.sampled_from([("low", "moderate"), ("moderate", "high"), ("low", "high")]),
)
def test_a_higher_band_of_another_tool_never_gives_a_lighter_base(results, others, tool, bands):
    before, after = (route(results | rated(**{tool: band}), others) for band in bands)

    assert _is_not_lighter(before, after)


@given(st.sampled_from(RESULTS), USABLE_FACTS, st.sampled_from(["dast10", "audit"]))
def test_one_more_tool_never_gives_a_lighter_base(results, others, tool):
    before, after = route(results, others), route(results | rated(**{tool: "low"}), others)

    assert _is_not_lighter(before, after)
