"""The ruleset as data: complete, sourced, bilingual, and every rule of use."""

import pytest

from screening.engine import UnknownRuleset, route, rulesets
from tests.screening.engine.cases import FIRING, LOW_RESULT
from tests.screening.engine.firing import FIRING_2026_2
from tests.screening.engine.firing_2026_3 import FIRING_2026_3


BY_VERSION = {"2026.1": FIRING, "2026.2": FIRING_2026_2, "2026.3": FIRING_2026_3}
CASES = [(version, *case) for version, cases in BY_VERSION.items() for case in cases]
NAMES = [f"{version} {code}" for version, code, _, _ in CASES]
PUBLISHED = rulesets.published()
RULES = [rule for ruleset in PUBLISHED for rule in ruleset.rules]


@pytest.mark.parametrize(("version", "code", "results", "facts"), CASES, ids=NAMES)
def test_a_rule_fires_in_its_case(version, code, results, facts):
    assert code in route(results, facts, ruleset=version).codes


@pytest.mark.parametrize("ruleset", PUBLISHED, ids=lambda ruleset: ruleset.version)
def test_every_rule_has_a_case_in_which_it_fires(ruleset):
    fired = {code for code, _, _ in BY_VERSION[ruleset.version]}

    assert {rule.code for rule in ruleset.rules} == fired


@pytest.mark.parametrize("ruleset", PUBLISHED, ids=lambda ruleset: ruleset.version)
def test_every_code_is_used_once(ruleset):
    assert len({rule.code for rule in ruleset.rules}) == len(ruleset.rules)


@pytest.mark.parametrize("ruleset", PUBLISHED, ids=lambda ruleset: ruleset.version)
def test_the_rules_stand_in_the_order_of_the_steps(ruleset):
    steps = [rule.code[0] for rule in ruleset.rules if rule.code[0] in "ABCD"]

    assert steps == sorted(steps)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_names_its_source_and_speaks_both_languages(rule):
    assert rule.source
    assert rule.text.id
    assert rule.text.en


@pytest.mark.parametrize(("version", "code", "results", "facts"), CASES, ids=NAMES)
def test_no_sentence_shows_an_unfilled_word(version, code, results, facts):
    proposal = route(results, facts, ruleset=version)
    notes = (*proposal.reason_notes, *proposal.warning_notes, *proposal.change_notes)
    notes += tuple(argument.note for argument in proposal.arguments)

    for text in (note.text for note in notes if note.code == code):
        for sentence in text:
            assert not any(word in sentence for word in ("None", "{", "}", "()", "  "))


def test_the_current_ruleset_is_the_newest_published():
    assert route({}, {}).ruleset == rulesets.get().version == "2026.3"


def test_a_named_ruleset_is_used():
    assert route(LOW_RESULT, {}, ruleset="2026.1").ruleset == "2026.1"


def test_a_ruleset_never_published_is_refused():
    with pytest.raises(UnknownRuleset):
        route(LOW_RESULT, {}, ruleset="1999.1")


def test_published_rulesets_can_be_listed():
    assert [ruleset.version for ruleset in PUBLISHED] == ["2026.1", "2026.2", "2026.3"]


def test_the_source_of_a_rule_is_found_by_its_code():
    assert "UU 27/2022" in rulesets.get().source_of("B2_GUARDIAN_OPEN")
    assert rulesets.get().source_of("A1_OVERDOSE") == ""
