"""What holds for every proposal, whatever the answers and facts."""

import json

from hypothesis import given, strategies as st

from screening.engine import ADVICE, Proposal, route, score
from tests.screening.engine.cases import HARD_FACTS, LOW_RESULT, NEW_FACTS, USABLE_FACTS, rated
from tests.screening.engine.sheets import valid_sheets, worse_pairs


BASES = ("family", "institution", "balai")
FACTS = st.builds(lambda *parts: {k: v for part in parts for k, v in part.items()},
                  USABLE_FACTS, HARD_FACTS, NEW_FACTS)  # fmt: skip
EXPLAIN_ANOTHER_BASE = {
    *("B1_COURT_ORDER", "B1_RECOMMENDED", "B2_FAMILY_FIRST"),
    *("A2_NO_FAMILY", "A2_NO_SAFE_HOME", "A2_CHILD_HOME_UNJUDGED"),
}
OTHERS = st.dictionaries(
    st.sampled_from(["dast10", "audit"]), st.sampled_from(["low", "moderate", "high"])
)


@st.composite
def routed(draw):
    results = {"assist": score("assist", draw(valid_sheets()))} | rated(**draw(OTHERS))
    return results, draw(FACTS)


@given(routed())
def test_a_proposal_always_has_a_reason(given_case):
    proposal = route(*given_case)

    assert proposal.reasons
    assert all(code and text for code, text in proposal.reasons + proposal.warnings)


@given(routed())
def test_there_is_a_base_unless_something_holds_it(given_case):
    proposal = route(*given_case)

    assert (proposal.base is None) == (proposal.state in {"medical_first", "unclear"})
    assert bool(proposal.holds) == (proposal.state == "medical_first")


@given(routed())
def test_the_same_facts_give_the_same_proposal_in_any_order(given_case):
    results, facts = given_case
    first = route(results, facts)
    second = route(
        dict(reversed(results.items())),
        dict(reversed(facts.items())) | {"red_flags": list(facts.get("red_flags", ()))},
    )

    assert first == second
    assert hash(first) == hash(second)


@given(routed())
def test_usable_facts_bring_no_complaint(given_case):
    codes = {code for code, _ in route(*given_case).warnings}

    assert not codes & {"unknown_fact", "unusable_fact", "unusable_result", "unknown_flag"}


@given(routed())
def test_a_proposal_survives_a_json_column(given_case):
    proposal = route(*given_case)

    assert Proposal.from_dict(json.loads(json.dumps(proposal.to_dict()))) == proposal


@given(routed())
def test_the_lead_base_never_supports_itself(given_case):
    proposal = route(*given_case)

    assert proposal.base not in proposal.supporting


@given(routed())
def test_a_base_unlike_its_class_is_always_explained(given_case):
    proposal = route(*given_case)
    codes = {code for code, _ in proposal.reasons}

    if proposal.base and proposal.base != proposal.base_from_class:
        assert codes & EXPLAIN_ANOTHER_BASE


@given(routed())
def test_the_class_moves_by_one_at_most_and_never_to_high_for_what_was_once(given_case):
    results, facts = given_case
    proposal = route(results, facts)
    risks = ("low", "moderate", "high")
    start = max(risks.index(risk) for _tool, risk in proposal.readings)

    if proposal.risk and facts.get("injecting_days_per_month", 0) <= 4:
        assert abs(risks.index(proposal.risk) - start) <= 1
    if "D_NOT_IN_USE" in proposal.codes:
        assert proposal.risk in {"low", "moderate"}


def _weight(proposal):
    """Held for a health worker is the heaviest of all."""
    return BASES.index(proposal.base) if proposal.base else len(BASES)


@given(worse_pairs(), USABLE_FACTS, OTHERS)
def test_a_worse_answer_never_gives_a_lighter_base(pair, facts, others):
    before, after = (
        route({"assist": score("assist", answers)} | rated(**others), facts) for answers in pair
    )

    assert _weight(after) >= _weight(before)


@given(routed())
def test_every_sentence_is_written_in_both_languages(given_case):
    proposal = route(*given_case)

    assert [code for code, _ in proposal.reasons] == [code for code, _ in proposal.reasons_in("en")]
    for note in proposal.reason_notes + proposal.warning_notes + proposal.change_notes:
        assert note.text.id != note.text.en


def test_the_proposal_says_that_a_person_decides():
    assert "pasal 10" in ADVICE.id
    assert route(LOW_RESULT, {"home_safe": True}).warnings == ()
