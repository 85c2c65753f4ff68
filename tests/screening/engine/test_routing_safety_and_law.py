"""Steps A and B under 2026.2: danger first, then the law, then the special care for children and women."""

import pytest

from screening.engine.rulesets import v2026_1
from tests.screening.engine.cases import (
    HIGH_RESULT,
    INJECTING_RESULT,
    LOW_RESULT,
    LOWERING,
    MODERATE_RESULT,
    RESULTS,
    SAFE_CHILD,
    base,
    codes,
    route_2026_2 as route,
)


@pytest.mark.parametrize("flag", v2026_1.flags.FLAGS, ids=lambda flag: flag.code)
def test_every_red_flag_stops_the_routing_and_is_named_first(flag):
    proposal = route(HIGH_RESULT, {"red_flags": [flag.code]})

    assert (proposal.base, proposal.risk, proposal.state) == (None, None, "medical_first")
    assert proposal.reasons[0][0] == f"A1_{flag.code.upper()}"
    assert flag.sign.id in proposal.reasons[0][1]
    assert "rujukan medis dahulu" in proposal.reasons[0][1].lower()


def test_every_flag_raised_is_named_before_the_closing_reason():
    proposal = route(LOW_RESULT, {"red_flags": {"suicide_intent", "overdose"}})

    assert codes(proposal.reasons) == ["A1_OVERDOSE", "A1_SUICIDE_INTENT", "A1_MEDICAL_FIRST"]


def test_a_red_flag_comes_before_a_court_order():
    assert base(LOW_RESULT, red_flags=["overdose"], court_order="balai") is None


def test_a_red_flag_needs_no_screening_result():
    assert route({}, {"red_flags": ["overdose"]}).state == "medical_first"


def test_a_flag_that_is_not_listed_still_stops_the_routing():
    proposal = route(LOW_RESULT, {"red_flags": ["snakebite"]})

    assert proposal.base is None
    assert "snakebite" in proposal.reasons[0][1]
    assert codes(proposal.warnings) == ["unknown_flag"]


@pytest.mark.parametrize("given", ["overdose", ("overdose",), {"overdose": True, "injury": False}])
def test_flags_may_come_as_word_list_or_answers(given):
    assert codes(route(LOW_RESULT, {"red_flags": given}).reasons)[0] == "A1_OVERDOSE"


@pytest.mark.parametrize("given", [[], (), {}, None, "", {"overdose": False}])
def test_no_flag_raised_means_routing_goes_on(given):
    assert base(LOW_RESULT, red_flags=given) == "family"


@pytest.mark.parametrize("order", ["family", "institution", "balai"])
@pytest.mark.parametrize("risk", ["low", "moderate", "high"])
def test_a_court_order_sets_the_base_whatever_the_class(order, risk):
    proposal = route(RESULTS[risk], {"court_order": order})

    assert (proposal.base, proposal.state) == (order, "ordered")
    assert proposal.reasons[0][0] == "B1_COURT_ORDER"


def test_an_order_unlike_the_class_is_shown_as_a_warning():
    proposal = route(LOW_RESULT, {"court_order": "balai"})

    assert "B1_DIFFERS" in codes(proposal.warnings)
    assert (proposal.risk, proposal.base_from_class) == ("low", "family")


def test_an_order_like_the_class_needs_no_warning():
    assert "B1_DIFFERS" not in codes(route(HIGH_RESULT, {"court_order": "balai"}).warnings)


def test_an_order_stands_without_a_screening_result():
    proposal = route({}, {"court_order": "institution"})

    assert (proposal.base, proposal.risk) == ("institution", None)
    assert "B1_UNSCREENED" in codes(proposal.warnings)


def test_an_order_goes_before_family_based_care_of_a_child():
    assert base(MODERATE_RESULT, court_order="institution", **SAFE_CHILD) == "institution"


def test_nothing_lowers_the_class_under_a_court_order():
    assert route(HIGH_RESULT, LOWERING | {"court_order": "balai"}).risk == "high"


@pytest.mark.parametrize("status", ["none", ""])
def test_no_legal_process_brings_no_warning(status):
    assert route(LOW_RESULT, {"legal_status": status}).warnings == ()


def test_the_stage_of_a_legal_process_is_told_in_plain_words():
    warning = route(LOW_RESULT, {"legal_status": "police"}).warnings[0]

    assert "penyidikan kepolisian" in warning[1]


@pytest.mark.parametrize("results", [LOW_RESULT, MODERATE_RESULT])
def test_a_child_in_a_safe_home_is_proposed_family_based_care(results):
    assert base(results, **SAFE_CHILD) == "family"


def test_a_child_in_the_high_class_is_proposed_a_centre():
    assert base(HIGH_RESULT, **SAFE_CHILD) == "balai"


@pytest.mark.parametrize(
    "unsafe",
    [
        {"home_safe": None},
        {"home_safe": False},
        {"active_user_in_household": True},
        {"family_support": "violent"},
        {"family_support": "refuses"},
    ],
)
def test_the_safety_of_a_child_at_home_is_never_assumed(unsafe):
    assert base(MODERATE_RESULT, **(SAFE_CHILD | unsafe)) != "family"


@pytest.mark.parametrize(
    "unsafe", [{"active_user_in_household": True}, {"family_support": "refuses"}]
)
def test_a_child_raised_from_low_by_its_household_does_not_stay_there(unsafe):
    assert base(LOW_RESULT, **(SAFE_CHILD | unsafe)) == "institution"


def test_a_household_known_to_be_free_of_use_is_safe_for_a_child():
    assert base(MODERATE_RESULT, **SAFE_CHILD, active_user_in_household=False) == "family"


def test_a_child_brings_its_warnings():
    warnings = codes(route(LOW_RESULT, {"age": 17}).warnings)

    assert warnings == [
        "B2_CHILD_UNIT",
        "B2_ASSIST_UNDER_18",
        "B2_GUARDIAN_OPEN",
        "B2_ASSENT_OPEN",
    ]


@pytest.mark.parametrize("age", [18, 60])
def test_a_client_of_the_validated_ages_brings_no_warning(age):
    assert route(LOW_RESULT, {"age": age}).warnings == ()


@pytest.mark.parametrize(
    ("facts", "offered"), [({"sex": "female"}, True), ({"sex": "male"}, False)]
)
def test_a_women_unit_is_offered_to_women_bound_for_a_centre(facts, offered):
    assert ("B3_WOMEN_UNIT" in codes(route(HIGH_RESULT, facts).warnings)) is offered


def test_a_women_unit_is_offered_to_a_pregnant_client_whose_sex_is_not_noted():
    assert "B3_WOMEN_UNIT" in codes(route(HIGH_RESULT, {"pregnant": True}).warnings)


def test_a_women_unit_is_offered_only_for_a_centre():
    assert route(LOW_RESULT, {"sex": "female"}).warnings == ()


def test_pregnancy_alone_warns_but_stops_nothing():
    proposal = route(LOW_RESULT, {"pregnant": True})

    assert (proposal.base, codes(proposal.warnings)) == ("family", ["W_PREGNANCY"])


def test_warnings_about_the_person_stay_beside_a_red_flag():
    warnings = codes(route(INJECTING_RESULT, {"red_flags": ["injury"], "age": 16}).warnings)

    assert {"B2_GUARDIAN_OPEN", "W_INJECTING"} <= set(warnings)
