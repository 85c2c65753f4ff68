"""What must hold of every proposal of the current rules, whoever the person is."""

import pytest
from hypothesis import given, settings, strategies as st

from screening.engine import facts as known, red_flags, route, score
from tests.screening.engine.cases import HARD_FACTS, NEW_FACTS, USABLE_FACTS, assist, rated
from tests.screening.engine.firing_2026_3 import srq20
from tests.screening.engine.sheets import HEAVIEST, HIGH, LOW, MODERATE, SUBSTANCES, valid_sheets


ANY = st.builds(
    lambda *parts: {name: value for part in parts for name, value in part.items()},
    USABLE_FACTS,
    HARD_FACTS,
    NEW_FACTS,
)
RESULTS = st.builds(
    lambda answers, others: {"assist": score("assist", answers)} | rated(**others),
    valid_sheets(),
    st.dictionaries(st.sampled_from(["dast10", "crafft"]), st.sampled_from(["low", "high"])),
)
QUICK = st.sampled_from(
    [
        assist(**{name: words})
        for name in ("cannabis", "opioids", "alcohol")
        for words in (LOW, MODERATE, HIGH, HEAVIEST)
    ]
)
ONCE = ("never - - - earlier earlier", "never - - - past_3_months past_3_months")
CLEAN = st.dictionaries(
    st.sampled_from([name for name in SUBSTANCES if name != "tobacco"]),
    st.sampled_from(ONCE),
    max_size=4,
).map(lambda used: assist(**used))
PROTECTION = st.sampled_from(
    [
        {"red_flags": ["violence_at_home"]},
        {"red_flags": {"child_harm": True}},
        {"family_support": "violent"},
        {"threat": True},
        {"protection_settled": False},
    ]
)
TO_FAMILY = {"court_order": "family"}
BASES = ("family", "institution", "balai")


def is_verdict(facts):
    return facts.get("court_order") is not None and facts.get("order_by") not in {
        "prosecutor",
        "tat",
    }


def weight(proposal):
    return BASES.index(proposal.base) if proposal.base else len(BASES)


@settings(max_examples=80)
@given(RESULTS, ANY, PROTECTION)
def test_nobody_unprotected_is_sent_to_the_family_but_by_a_verdict(results, facts, sign):
    facts = {**facts, "protection_settled": None, **sign}
    proposal = route(results, facts)

    if proposal.base == "family":
        assert is_verdict(facts)
        assert "A2_COURT" in proposal.codes
    assert "family" in proposal.barred or is_verdict(facts)


@settings(max_examples=80)
@given(RESULTS, ANY)
def test_an_unknown_home_is_never_taken_for_safe(results, facts):
    proposal = route(results, {**facts, "home_safe": None})

    if proposal.base == "family":
        assert "home_visit" in proposal.conditions
        assert facts.get("age", 18) >= 18 or is_verdict(facts)


@settings(max_examples=60)
@given(RESULTS, ANY, st.integers(5, 17))
def test_an_unknown_home_of_a_child_is_never_safer_than_an_unsafe_one(results, facts, age):
    facts = {**facts, "age": age}
    unknown, unsafe = (route(results, {**facts, "home_safe": safe}) for safe in (None, False))

    assert weight(unknown) >= weight(unsafe)


@settings(max_examples=60)
@given(QUICK, ANY)
def test_a_home_judged_unsafe_is_never_proposed_but_by_a_verdict(results, facts):
    facts = {**facts, "home_safe": False}

    assert route(results, facts).base != "family" or is_verdict(facts)


@settings(max_examples=80)
@given(CLEAN, ANY, st.sampled_from(["low", "moderate", "high"]))
def test_nobody_without_use_goes_to_a_balai_but_by_an_order(results, facts, dast):
    facts = {**facts, "injecting_days_per_month": None}
    proposal = route(results | rated(dast10=dast), facts)

    assert proposal.base != "balai" or facts.get("court_order") == "balai"


@settings(max_examples=60)
@given(QUICK, ANY, st.sampled_from(sorted(known.SAFETY - {"facts"})))
def test_a_safety_fact_that_cannot_be_read_gives_no_base(results, facts, name):
    assert route(results, {**facts, name: object()}).base is None


@settings(max_examples=60)
@given(QUICK, ANY, st.sampled_from(red_flags.RED_FLAGS))
def test_a_medical_flag_holds_exactly_until_its_result_is_recorded(results, facts, flag):
    facts = {**facts, "red_flags": [flag.code], "tb_tested": None, "tb_treatment": None}
    waiting = route(results, {**facts, "medical_results": {}})
    seen = route(results, {**facts, "medical_results": {flag.code: "cleared"}})

    assert (flag.code in waiting.holds) == (flag.kind == "medical")
    assert flag.code not in seen.holds


@settings(max_examples=50)
@given(QUICK, ANY)
def test_a_thought_of_ending_life_is_found_wherever_it_was_told(results, facts):
    without = {**facts, "medical_results": {}}

    assert "suicide_intent" in route(results | srq20(17), without).holds


@settings(max_examples=50)
@given(QUICK, ANY)
def test_a_child_away_from_home_has_a_unit_for_children(results, facts):
    proposal = route(results, {**facts, "age": 15})

    assert ("children" in proposal.conditions) == (proposal.base in {"institution", "balai"})


@settings(max_examples=50)
@given(ANY, st.sampled_from(["opioids", "alcohol", "sedatives", "cannabis"]))
def test_pregnancy_with_daily_use_waits_for_the_clinic(facts, substance):
    results = assist(**{substance: "daily daily never never never never"})
    facts = {**facts, "pregnant": True, "medical_results": {}}

    assert "pregnancy_use" in route(results, facts).holds


@pytest.mark.parametrize("order_by", ["tat", "prosecutor"])
@pytest.mark.parametrize("sign", [{"family_support": "violent"}, {"home_safe": False}])
def test_a_recommendation_is_not_followed_into_danger(order_by, sign):
    proposal = route(assist(cannabis=LOW), {**TO_FAMILY, "order_by": order_by, **sign})

    assert proposal.base == "institution"
    assert "B1_NOT_FOLLOWED" in proposal.codes
