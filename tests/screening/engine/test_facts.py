"""Facts that are unknown or cannot be read are named, never guessed and never a crash."""

import math

import pytest
from hypothesis import given, strategies as st

from screening.engine import facts, route
from tests.screening.engine.cases import HIGH_RESULT, LOW_RESULT, codes
from tests.screening.engine.sheets import ANYTHING


SAFE_HOME = {"home_safe": True}
UNUSABLE = [
    ("age", "17"),
    ("age", 17.0),
    ("age", True),
    ("age", -1),
    ("age", 131),
    ("age", math.nan),
    ("sex", "f"),
    ("sex", []),
    ("pregnant", 1),
    ("pregnant", "yes"),
    ("court_order", "prison"),
    ("court_order", True),
    ("court_order", ["balai"]),
    ("order_by", "police"),
    ("order_months", 61),
    ("other_open_case", 1),
    ("possible_duplicate", "no"),
    ("guardian_consent", "yes"),
    ("child_assent", 0),
    ("legal_status", 3),
    ("home_safe", "no"),
    ("active_user_in_household", 0),
    ("family_support", "medium"),
    ("family_support", {}),
    ("relapses_after_treatment", -2),
    ("relapses_after_treatment", "2"),
    ("injecting_days_per_month", 32),
    ("injecting_days_per_month", 4.5),
    ("srq20", 21),
    ("srq20", None.__class__),
    ("asi_severity", 10),
    ("dsm_count", 12),
    ("use_pattern", "kompulsif"),
    ("stage_of_change", "aksi"),
    ("case_conference_agreed", "true"),
    ("assessed", object()),
    ("works_or_studies", 1),
    ("remote", "remote"),
    ("opioid_maintenance", "metadon"),
    ("medical_results", ["overdose"]),
    ("medical_results", {"overdose": "fine"}),
    ("medical_results", {3: "cleared"}),
    ("days_since_exit", -1),
    ("disability", "wheelchair"),
    ("wants", "home"),
    *((name, "yes") for name in facts.SINCE_2026_3),
    ("red_flags", 5),
    ("red_flags", True),
    ("red_flags", [3]),
    ("red_flags", {3: True}),
    ("red_flags", {"overdose": "no"}),
]


@pytest.mark.parametrize(("name", "value"), UNUSABLE)
def test_an_ill_typed_fact_is_named_and_not_used(name, value):
    proposal = route(LOW_RESULT, {**SAFE_HOME, name: value})

    assert name in dict(proposal.warnings)["unusable_fact"]
    assert (proposal.base is None) == (name in facts.SAFETY)


@pytest.mark.parametrize("name", sorted(facts.SAFETY - {"facts"}))
def test_a_safety_fact_that_cannot_be_read_is_never_taken_as_harmless(name):
    for results in (LOW_RESULT, HIGH_RESULT, {}):
        proposal = route(results, {name: object()})

        assert (proposal.state, proposal.base, proposal.risk) == ("unclear", None, None)
        assert name in dict(proposal.reasons)["A1_UNREADABLE"]


def test_every_fact_has_an_unusable_case_above():
    assert {name for name, _ in UNUSABLE} == set(facts.KEYS)


def test_every_fact_is_told_of_in_the_table():
    assert all(f"| {name} |" in facts.__doc__ for name in facts.KEYS)


def test_the_value_of_an_unusable_fact_is_not_repeated():
    assert "rahasia" not in str(route(LOW_RESULT, {"sex": "rahasia"}).to_dict())


def test_a_readable_flag_counts_beside_an_unreadable_one():
    proposal = route(LOW_RESULT, {"red_flags": ["overdose", 3]})

    assert (proposal.state, codes(proposal.warnings)) == ("medical_first", ["unusable_fact"])


@pytest.mark.parametrize("name", facts.KEYS)
def test_none_counts_as_missing(name):
    assert route(LOW_RESULT, {name: None}) == route(LOW_RESULT, {})


@pytest.mark.parametrize("key", ["umur", 3, None, ("age",)])
def test_an_unknown_fact_is_named_and_not_used(key):
    proposal = route(LOW_RESULT, {**SAFE_HOME, key: True})

    assert (proposal.base, codes(proposal.warnings)) == ("family", ["unknown_fact"])
    assert str(key) in proposal.warnings[0][1]


@pytest.mark.parametrize("given_facts", [[], "age", 3, object()])
def test_facts_that_are_no_mapping_hold_the_proposal(given_facts):
    proposal = route(LOW_RESULT, given_facts)

    assert (proposal.state, codes(proposal.warnings)) == ("unclear", ["unusable_fact"])


def test_facts_may_be_left_out():
    assert route(LOW_RESULT) == route(LOW_RESULT, None) == route(LOW_RESULT, {})


@given(
    st.dictionaries(st.sampled_from(facts.KEYS) | st.integers() | st.none(), ANYTHING) | ANYTHING
)
def test_no_facts_crash_the_routing(anything):
    proposal = route(LOW_RESULT, anything)

    assert proposal.base in {"family", "institution", "balai", None}


@given(st.dictionaries(st.sampled_from(["assist", "dast10"]), ANYTHING) | ANYTHING)
def test_no_results_crash_the_routing(anything):
    assert route(anything, {}).base is None
