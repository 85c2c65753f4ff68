"""The six views of a person: always six, each with a level, what it rests on and what is missing."""

import json

import pytest
from hypothesis import given, settings

from screening.engine import Proposal, route
from tests.screening.engine.cases import HIGH_RESULT, LOW_RESULT, NEW_FACTS, USABLE_FACTS, assist
from tests.screening.engine.firing_2026_3 import DAILY, ONCE, audit, srq20


CODES = ["withdrawal", "body", "mind", "use", "home", "will"]
ALL_DENIED = {
    "red_flags": dict.fromkeys(
        (
            *("overdose", "withdrawal", "sudden_stop", "stimulant_crisis", "injury", "methanol"),
            *("infection", "tuberculosis", "suicide_intent", "suicide_attempt", "psychiatric"),
            *("child_harm", "violence_at_home"),
        ),
        False,
    )
}
ALL_ASKED = {
    **ALL_DENIED,
    "age": 30,
    "sex": "male",
    "home_safe": True,
    "home_visited": True,
    "assessed": True,
    "family_support": "strong",
    "active_user_in_household": False,
    "srq20": 3,
    "relapses_after_treatment": 0,
    "stage_of_change": "action",
    "wants": "family",
}
LEVELS = [
    ("withdrawal", 3, {}, {"red_flags": ["overdose"]}),
    ("withdrawal", 3, assist(alcohol=DAILY), {}),
    ("withdrawal", 3, assist(opioids=DAILY), {}),
    ("withdrawal", 3, LOW_RESULT | audit(q1="4", q6="2"), {}),
    ("withdrawal", 3, assist(q8="past_3_months", opioids=DAILY), {"injecting_days_per_month": 10}),
    ("withdrawal", 1, assist(opioids=ONCE), {}),
    ("withdrawal", 2, assist(opioids=ONCE), {"days_since_exit": 10}),
    ("withdrawal", 1, LOW_RESULT, {"opioid_maintenance": True}),
    ("withdrawal", 0, LOW_RESULT, ALL_DENIED),
    ("body", 3, LOW_RESULT, {"red_flags": ["infection"]}),
    ("body", 3, LOW_RESULT, {"red_flags": ["injury"], "medical_results": {"injury": "admitted"}}),
    ("body", 2, LOW_RESULT, {"red_flags": ["tuberculosis"]}),
    ("body", 2, LOW_RESULT, {"pregnant": True}),
    ("body", 1, LOW_RESULT, {"red_flags": ["injury"], "medical_results": {"injury": "cleared"}}),
    ("body", 1, LOW_RESULT, {"hiv_art": True}),
    ("body", 0, LOW_RESULT, ALL_DENIED),
    ("mind", 3, LOW_RESULT | srq20(17), {}),
    ("mind", 2, LOW_RESULT, {"srq20": 9}),
    ("mind", 1, LOW_RESULT, {"severe_loss": True}),
    ("mind", 0, LOW_RESULT, {"srq20": 3}),
    ("use", 3, HIGH_RESULT, {}),
    ("use", 3, HIGH_RESULT, {"red_flags": ["overdose"]}),
    ("use", 1, LOW_RESULT, {}),
    ("use", 2, LOW_RESULT, {"relapses_after_treatment": 2}),
    ("use", 0, assist(cannabis=ONCE), {}),
    ("home", 3, LOW_RESULT, {"family_support": "violent"}),
    ("home", 3, LOW_RESULT, {"red_flags": ["child_harm"]}),
    ("home", 3, LOW_RESULT, {"homeless": True}),
    ("home", 2, LOW_RESULT, {"home_safe": False}),
    ("home", 1, LOW_RESULT, {"family_support": "weak"}),
    ("home", 1, LOW_RESULT, {"family_support": "violent", "protection_settled": True}),
    ("home", 0, LOW_RESULT, {"home_safe": True}),
    ("will", 3, LOW_RESULT, {"consent_refused": True}),
    ("will", 2, LOW_RESULT, {"stage_of_change": "precontemplation"}),
    ("will", 1, LOW_RESULT, {"wants": "balai"}),
    ("will", 0, LOW_RESULT, {"stage_of_change": "action", "wants": "family"}),
]


def lens(proposal, code):
    return next(found for found in proposal.lenses if found.code == code)


def said(notes):
    return [note.text.id for note in notes]


@pytest.mark.parametrize(("code", "level", "results", "facts"), LEVELS)
def test_a_lens_has_the_level_of_the_heaviest_thing_known(code, level, results, facts):
    assert lens(route(results, facts), code).level == level


def test_the_facts_of_a_lens_come_heaviest_first():
    found = lens(route(HIGH_RESULT, {"relapses_after_treatment": 2}), "use")

    assert said(found.facts) == [
        "amfetamin dan sejenisnya 31: kelas tinggi",
        "Kambuh 2 kali sesudah layanan",
    ]


def test_what_nobody_has_found_out_is_named():
    found = lens(route(LOW_RESULT, {}), "home")

    assert (found.level, said(found.missing)) == (
        0,
        [
            "Kekerasan dan keselamatan anak",
            "Penilaian keamanan rumah",
            "Dukungan keluarga",
            "Pemakai di rumah",
        ],
    )


def test_nothing_is_missing_once_everything_was_asked():
    proposal = route(LOW_RESULT, ALL_ASKED)

    assert [found.missing for found in proposal.lenses] == [()] * 6
    assert [found.level for found in proposal.lenses] == [0, 0, 0, 1, 0, 0]


def test_a_home_said_to_be_safe_reassures_nobody_beside_violence():
    found = lens(route(LOW_RESULT, {"home_safe": True, "family_support": "violent"}), "home")

    assert said(found.facts) == ["Kekerasan di rumah"]


@pytest.mark.parametrize("ruleset", ["2026.1", "2026.2"])
def test_older_rulesets_have_no_lenses(ruleset):
    proposal = route(LOW_RESULT, {}, ruleset)

    assert (proposal.lenses, "lenses" in proposal.to_dict()) == ((), False)
    assert Proposal.from_dict(proposal.to_dict()) == proposal


@settings(max_examples=60)
@given(USABLE_FACTS, NEW_FACTS)
def test_there_are_always_six_in_their_order_in_both_languages(facts, more):
    proposal = route(LOW_RESULT, {**facts, **more})

    assert [found.code for found in proposal.lenses] == CODES
    for found in proposal.lenses:
        assert found.level in range(4)
        for note in (*found.facts, *found.missing):
            assert not any(
                word in sentence for sentence in note.text for word in ("None", "{", "}")
            )
    assert Proposal.from_dict(json.loads(json.dumps(proposal.to_dict()))) == proposal
