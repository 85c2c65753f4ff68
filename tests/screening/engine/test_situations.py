"""People in situations that clinicians know, and what the current rules have to say of each."""

import tomllib
from pathlib import Path

import pytest

from screening.engine import route, rulesets
from tests.screening.engine.cases import assist, rated
from tests.screening.engine.firing_2026_3 import audit, srq20
from tests.screening.engine.sheets import HIGH, LOW, MODERATE


WORDS = {
    "low": LOW,
    "barely": "weekly never never never never never",
    "moderate": MODERATE,
    "strong": "weekly weekly weekly never earlier never",
    "high": HIGH,
    "daily": "daily never never never never never",
    "once": "never - - - earlier earlier",
    "tried": "never - - - never never",
}
FILE = Path(__file__).parent / "situations.toml"
SITUATIONS = tomllib.loads(FILE.read_text())["situation"]
COMPLAINTS = {"unknown_fact", "unusable_fact", "unknown_flag", "unusable_result"}
KEYS = {
    *("id", "words", "use", "injecting", "audit", "srq20", "dast10", "crafft", "facts"),
    *("base", "state", "risk", "has", "hasnt", "conditions", "supporting"),
}


def results_of(situation):
    results = {}
    if "use" in situation:
        used = {name: WORDS.get(words, words) for name, words in situation["use"].items()}
        results |= assist(q8=situation.get("injecting", "never"), **used)
    if "audit" in situation:
        results |= audit(**situation["audit"])
    if "srq20" in situation:
        results |= srq20(*situation["srq20"])
    short = {name: situation[name] for name in ("dast10", "crafft") if name in situation}
    return results | rated(**short)


@pytest.mark.parametrize("situation", SITUATIONS, ids=lambda situation: situation["id"])
def test_a_situation_gets_its_proposal(situation):
    proposal = route(results_of(situation), situation.get("facts", {}))

    assert (proposal.base or "none") == situation["base"]
    assert proposal.state == situation.get("state", proposal.state)
    assert proposal.risk == situation.get("risk", proposal.risk)
    assert set(situation.get("has", ())) - set(proposal.codes) == set()
    assert set(situation.get("hasnt", ())) & set(proposal.codes) == set()
    assert set(situation.get("conditions", ())) - set(proposal.conditions) == set()
    if "supporting" in situation:
        assert list(proposal.supporting) == situation["supporting"]


def test_there_are_situations_enough_and_each_is_named_once():
    names = [situation["id"] for situation in SITUATIONS]

    assert len(names) == len(set(names)) >= 120


def test_a_situation_says_nothing_that_the_test_does_not_read():
    assert all(set(situation) <= KEYS for situation in SITUATIONS)
    assert all(situation["words"] for situation in SITUATIONS)


def test_the_situations_name_only_rules_and_conditions_that_exist():
    ruleset = rulesets.get()
    codes = {rule.code for rule in ruleset.rules} | COMPLAINTS
    codes |= {f"A1_{flag.code.upper()}" for flag in ruleset.flags}
    named = {c for row in SITUATIONS for c in (*row.get("has", ()), *row.get("hasnt", ()))}
    asked = {code for row in SITUATIONS for code in row.get("conditions", ())}

    assert named - codes == {"A1_VIOLENCE_AT_HOME"} - codes
    assert asked == {condition.code for condition in ruleset.conditions}
