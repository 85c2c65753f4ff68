"""Step C under 2026.2: the class, the scores that led to it, and instruments that disagree."""

import pytest

from tests.screening.engine.cases import (
    HIGH_RESULT,
    INJECTING_RESULT,
    LOW_RESULT,
    MODERATE_RESULT,
    assist,
    base,
    codes,
    rated,
    route_2026_2 as route,
)
from tests.screening.engine.sheets import LOW, MODERATE


@pytest.mark.parametrize(
    ("results", "code", "expected"),
    [
        (LOW_RESULT, "C_LOW", "family"),
        (MODERATE_RESULT, "C_MODERATE", "institution"),
        (HIGH_RESULT, "C_HIGH", "balai"),
    ],
)
def test_the_class_leads_to_its_base(results, code, expected):
    proposal = route(results, {})

    assert (proposal.base, proposal.base_from_class) == (expected, expected)
    assert proposal.reasons[0][0] == code


def test_the_reason_names_the_substance_and_its_score():
    assert "kanabis 9" in route(MODERATE_RESULT, {}).reasons[0][1]


def test_the_reason_can_be_read_in_english():
    assert "cannabis 9" in route(MODERATE_RESULT, {}).reasons_in("en")[0][1]


def test_only_the_substances_of_the_class_are_named():
    sentence = route(assist(cannabis=MODERATE, opioids=LOW), {}).reasons[0][1]

    assert "opioid" not in sentence


def test_a_client_without_any_score_is_told_so():
    assert "tidak ada skor di luar tembakau" in route(assist(), {}).reasons[0][1]


def test_tobacco_alone_leads_to_family_based_care():
    proposal = route(assist(tobacco="daily daily daily - past_3_months past_3_months"), {})

    assert (proposal.base, codes(proposal.warnings)) == ("family", ["C_TOBACCO"])


@pytest.mark.parametrize("nothing", [None, {}, {"assist": None}])
def test_without_a_result_nothing_is_proposed(nothing):
    proposal = route(nothing, {"srq20": 12, "injecting_days_per_month": 9})

    assert (proposal.base, proposal.risk, proposal.state) == (None, None, "no_result")
    assert codes(proposal.reasons) == ["C_NO_RESULT"]


def test_an_unknown_instrument_counts_by_its_risk():
    proposal = route(rated(dast10="high"), {})

    assert proposal.base == "balai"
    assert "DAST-10 tinggi" in proposal.reasons[0][1]


def test_instruments_one_class_apart_use_the_higher_and_show_both():
    proposal = route(LOW_RESULT | rated(audit="moderate"), {})

    assert proposal.base == "institution"
    assert "ASSIST rendah" in dict(proposal.reasons)["C_TOOLS_DIFFER"]
    assert "AUDIT sedang" in dict(proposal.reasons)["C_TOOLS_DIFFER"]
    assert "C_SECOND_ASSESSOR" not in codes(proposal.warnings)


def test_instruments_two_classes_apart_ask_for_a_second_assessor():
    proposal = route(LOW_RESULT | rated(dast10="high"), {})

    assert proposal.base == "balai"
    assert "C_SECOND_ASSESSOR" in codes(proposal.warnings)


def test_instruments_that_agree_need_no_word():
    assert codes(route(LOW_RESULT | rated(audit="low"), {}).reasons) == ["C_LOW"]


@pytest.mark.parametrize("risk", [None, "severe", 3, ["high"], ""])
def test_a_result_without_a_usable_class_is_named_and_left_out(risk):
    proposal = route(LOW_RESULT | rated(urica=risk), {})

    assert proposal.base == "family"
    assert proposal.warnings[0][0] == "unusable_result"
    assert "urica" in proposal.warnings[0][1]


@pytest.mark.parametrize("results", [LOW_RESULT["assist"], "high", 3, ["assist"]])
def test_results_that_are_no_mapping_are_named_and_left_out(results):
    proposal = route(results, {})

    assert (proposal.base, codes(proposal.warnings)) == (None, ["unusable_result"])


@pytest.mark.parametrize(("days", "expected"), [(4, "institution"), (5, "balai")])
def test_injecting_more_than_four_days_a_month_leads_straight_to_a_centre(days, expected):
    results = assist(q8="past_3_months", opioids=LOW)

    assert base(results, injecting_days_per_month=days) == expected


def test_a_class_that_is_high_by_injecting_is_not_said_to_be_raised():
    results = assist(q8="past_3_months", opioids=LOW)
    reasons = codes(route(results, {"injecting_days_per_month": 5}).reasons)

    assert reasons[:3] == ["C_LOW", "C_INJECTING_OFTEN", "D_INJECTING"]
    assert "D_RAISED" not in reasons


def test_the_pattern_of_injecting_is_asked_when_it_could_matter():
    assert "X_INJECTING_PATTERN" not in codes(route(INJECTING_RESULT, {}).would_change)
    assert "X_INJECTING_PATTERN" in codes(
        route(assist(q8="past_3_months", opioids=LOW), {}).would_change
    )


def test_a_result_filed_under_another_name_is_still_read_as_assist():
    proposal = route({"skrining": MODERATE_RESULT["assist"]}, {})

    assert "kanabis 9" in proposal.reasons[0][1]
