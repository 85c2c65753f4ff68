"""A reason names the lens it looks through; what is settled before leaving is named apart."""

import json

import pytest
from hypothesis import given, settings

from screening.engine import Proposal, route, rulesets
from screening.engine.rules import EXPLAINING
from tests.screening.engine.cases import HIGH_RESULT, LOW_RESULT, NEW_FACTS, USABLE_FACTS, assist
from tests.screening.engine.firing_2026_3 import DAILY


RULES = rulesets.get()
LENSES = {lens.code for lens in RULES.lenses}
CODES = {rule.code for rule in RULES.rules}
FLAGS = {f"A1_{flag.code.upper()}" for flag in RULES.flags}
NOT_HOLDING = {"A1_SEVERE_LOSS"}


def lenses_of(notes):
    return {note.code: note.lens for note in notes}


def before(results, facts):
    return {tuple(each) for each in route(results, facts).before}


@pytest.mark.parametrize("rule", [rule for rule in RULES.rules if rule.effect in EXPLAINING])
def test_every_rule_that_explains_looks_through_a_lens(rule):
    assert RULES.lens_of.get(rule.code) in LENSES


def test_every_red_flag_that_holds_looks_through_a_lens():
    assert set(RULES.lens_of) >= FLAGS - NOT_HOLDING


def test_only_rules_and_lenses_that_there_are_are_named():
    assert set(RULES.lens_of) <= CODES | FLAGS | {"A1_UNLISTED"}
    assert set(RULES.lens_of.values()) == LENSES
    assert set(RULES.before) <= CODES


def test_a_proposal_says_through_which_lens_each_reason_looks():
    facts = {"relapses_after_treatment": 2, "family_support": "refuses", "srq20": 9}
    said = lenses_of(route(LOW_RESULT | assist(cannabis=DAILY), facts).reason_notes)

    assert said["D_RELAPSES"] == "use"
    assert said["D_FAMILY_REFUSES"] == "home"


def test_a_red_flag_looks_through_its_own():
    said = lenses_of(route(LOW_RESULT, {"red_flags": ["suicide_intent"]}).reason_notes)

    assert said["A1_SUICIDE_INTENT"] == "mind"


@pytest.mark.parametrize("ruleset", ["2026.1", "2026.2"])
def test_a_reason_of_an_older_ruleset_looks_through_none(ruleset):
    proposal = route(HIGH_RESULT, {"age": 15}, ruleset)

    assert {note.lens for note in (*proposal.reason_notes, *proposal.warning_notes)} == {""}
    assert (proposal.before, "before" in proposal.to_dict()) == ((), False)


@pytest.mark.parametrize(
    ("kind", "code", "results", "facts"),
    [
        ("health", "W_DETOX_ALCOHOL", assist(alcohol=DAILY), {}),
        ("health", "W_TB", HIGH_RESULT, {"tb_treatment": True}),
        ("health", "W_PREGNANCY", LOW_RESULT, {"pregnant": True, "sex": "female"}),
        ("consent", "B2_ASSENT_OPEN", HIGH_RESULT, {"age": 15}),
        ("guardian", "B2_GUARDIAN_OPEN", HIGH_RESULT, {"age": 15}),
        ("papers", "B1_LEGAL_PROCESS", HIGH_RESULT, {"legal_status": "police"}),
        ("medicine", "W_HIV", HIGH_RESULT, {"hiv_art": True}),
        ("home", "A3_VISIT_HOME", LOW_RESULT, {}),
    ],
)
def test_what_cannot_wait_until_arrival_is_named_with_its_kind(kind, code, results, facts):
    assert (kind, code) in before(results, facts)


def test_nothing_is_named_where_nothing_is_open():
    assert before(HIGH_RESULT, {"age": 30, "home_safe": True}) == set()


def test_nobody_leaves_while_a_red_flag_holds():
    assert before(HIGH_RESULT, {"red_flags": ["overdose"], "hiv_art": True}) == set()


@settings(max_examples=60)
@given(USABLE_FACTS, NEW_FACTS)
def test_what_is_named_is_a_warning_of_the_proposal_and_is_kept_with_it(facts, more):
    proposal = route(HIGH_RESULT, {**facts, **more})

    assert {each.code for each in proposal.before} <= {n.code for n in proposal.warning_notes}
    assert all(note.lens in LENSES for note in proposal.reason_notes)
    assert Proposal.from_dict(json.loads(json.dumps(proposal.to_dict()))) == proposal
