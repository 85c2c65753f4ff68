"""The ruleset as data: complete, sourced, bilingual, and every rule of use."""

import pytest

from screening.engine import UnknownRuleset, route, rulesets
from tests.screening.engine.cases import FIRING, LOW_RESULT, all_codes


RULES = rulesets.get().rules


@pytest.mark.parametrize(("code", "results", "facts"), FIRING, ids=[case[0] for case in FIRING])
def test_a_rule_fires_in_its_case(code, results, facts):
    assert code in all_codes(route(results, facts))


def test_every_rule_has_a_case_in_which_it_fires():
    assert {rule.code for rule in RULES} == {code for code, _, _ in FIRING}


def test_every_code_is_used_once():
    assert len({rule.code for rule in RULES}) == len(RULES)


def test_the_rules_stand_in_the_order_of_the_steps():
    steps = [rule.code[0] for rule in RULES if rule.code[0] in "ABCD"]

    assert steps == sorted(steps)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_names_its_source_and_speaks_both_languages(rule):
    assert rule.source
    assert rule.text.id
    assert rule.text.en


@pytest.mark.parametrize(("code", "results", "facts"), FIRING, ids=[case[0] for case in FIRING])
def test_no_sentence_shows_an_unfilled_word(code, results, facts):
    proposal = route(results, facts)
    notes = (*proposal.reason_notes, *proposal.warning_notes, *proposal.change_notes)

    for text in (note.text for note in notes if note.code == code):
        for sentence in text:
            assert not any(word in sentence for word in ("None", "{", "}", "()", "  "))


def test_the_current_ruleset_is_2026_1():
    assert route({}, {}).ruleset == rulesets.get().version == "2026.1"


def test_a_named_ruleset_is_used():
    assert route(LOW_RESULT, {}, ruleset="2026.1") == route(LOW_RESULT, {})


def test_a_ruleset_never_published_is_refused():
    with pytest.raises(UnknownRuleset):
        route(LOW_RESULT, {}, ruleset="1999.1")


def test_published_rulesets_can_be_listed():
    assert [ruleset.version for ruleset in rulesets.published()] == ["2026.1"]
