"""Step D under 2026.2: one class up or down at most; and the supporting bases of a combined plan."""

import pytest

from tests.screening.engine.cases import (
    HIGH_RESULT,
    LOW_RESULT,
    LOWERING,
    MODERATE_RESULT,
    RESULTS,
    SAFE_CHILD,
    assist,
    base,
    codes,
    route_2026_2 as route,
)
from tests.screening.engine.sheets import LOW, MODERATE, STOPPED


RAISING = [
    ("D_RELAPSES", {"relapses_after_treatment": 2}),
    ("D_SRQ20", {"srq20": 6}),
    ("D_HOME", {"home_safe": False}),
    ("D_USER_AT_HOME", {"active_user_in_household": True}),
    ("D_FAMILY_REFUSES", {"family_support": "refuses"}),
    ("D_FAMILY_VIOLENT", {"family_support": "violent"}),
    ("D_INJECTING", {"injecting_days_per_month": 1}),
]
NEARLY_RAISING = [
    {"relapses_after_treatment": 1},
    {"srq20": 5},
    {"home_safe": True},
    {"active_user_in_household": False},
    {"family_support": "weak"},
    {"injecting_days_per_month": 0},
]
ONE_UP = {"low": "institution", "moderate": "balai", "high": "balai"}


@pytest.mark.parametrize(("code", "facts"), RAISING)
@pytest.mark.parametrize("risk", ["low", "moderate", "high"])
def test_a_circumstance_raises_the_class_by_one_up_to_high(code, facts, risk):
    proposal = route(RESULTS[risk], facts)

    assert proposal.base == ONE_UP[risk]
    assert code in codes(proposal.reasons)


@pytest.mark.parametrize("facts", NEARLY_RAISING)
def test_a_circumstance_below_its_line_raises_nothing(facts):
    assert base(LOW_RESULT, **facts) == "family"


def test_several_circumstances_raise_by_one_class_and_are_all_named():
    proposal = route(LOW_RESULT, {"srq20": 9, "home_safe": False, "relapses_after_treatment": 3})

    assert proposal.base == "institution"
    assert codes(proposal.reasons) == ["C_LOW", "D_RELAPSES", "D_SRQ20", "D_HOME", "D_RAISED"]


def test_at_the_highest_class_circumstances_are_named_without_a_raise():
    reasons = codes(route(HIGH_RESULT, {"srq20": 9}).reasons)

    assert reasons == ["C_HIGH", "D_SRQ20", "S_REENTRY_INSTITUTION", "S_REENTRY_FAMILY"]


def test_injecting_in_the_last_three_months_raises():
    assert base(assist(q8="past_3_months", opioids=LOW)) == "institution"


def test_injecting_longer_ago_raises_nothing():
    assert base(assist(q8="earlier", opioids=LOW)) == "family"


def test_two_substances_at_moderate_raise():
    assert base(assist(cannabis=MODERATE, other=MODERATE)) == "balai"


def test_tobacco_is_no_second_substance():
    results = assist(cannabis=MODERATE, tobacco="daily daily daily - never never")

    assert base(results) == "institution"


@pytest.mark.parametrize(
    ("results", "expected"),
    [(LOW_RESULT, "family"), (MODERATE_RESULT, "family"), (HIGH_RESULT, "institution")],
)
def test_all_conditions_together_lower_the_class_by_one(results, expected):
    assert base(results, **LOWERING) == expected


@pytest.mark.parametrize("condition", LOWERING)
def test_one_missing_condition_keeps_the_class(condition):
    facts = {name: value for name, value in LOWERING.items() if name != condition}

    assert base(MODERATE_RESULT, **facts) == "institution"


@pytest.mark.parametrize("stage", ["preparation", "maintenance"])
def test_only_the_action_stage_lowers(stage):
    assert base(MODERATE_RESULT, **(LOWERING | {"stage_of_change": stage})) == "institution"


def test_nothing_lowers_beside_a_raising_circumstance():
    assert base(MODERATE_RESULT, **LOWERING, srq20=6) == "balai"


def test_a_raising_circumstance_at_high_still_keeps_the_class_from_falling():
    assert base(HIGH_RESULT, **LOWERING, srq20=6) == "balai"


def test_lowering_at_the_lowest_class_is_not_claimed():
    assert codes(route(LOW_RESULT, LOWERING).reasons) == ["C_LOW"]


def test_lowering_from_high_asks_for_a_supervisor():
    assert "D_LOWERED_FROM_HIGH" in codes(route(HIGH_RESULT, LOWERING).warnings)
    assert "D_LOWERED_FROM_HIGH" not in codes(route(MODERATE_RESULT, LOWERING).warnings)


def test_the_open_conditions_for_a_lower_class_are_listed():
    facts = LOWERING | {"assessed": False, "works_or_studies": None}
    would_change = dict(route(MODERATE_RESULT, facts).would_change)

    assert would_change["X_LOWER"].endswith(
        "asesmen lengkap, pekerjaan atau sekolah yang perlu dijaga."
    )


@pytest.mark.parametrize(
    ("results", "facts", "expected"),
    [
        (LOW_RESULT, {}, []),
        (MODERATE_RESULT, {}, ["X_LOWER"]),
        (HIGH_RESULT, {}, ["X_LOWER"]),
        (MODERATE_RESULT, LOWERING, []),
        (LOW_RESULT, {"srq20": 6}, ["X_RAISED"]),
        (HIGH_RESULT, {"srq20": 6}, []),
        (MODERATE_RESULT, {"court_order": "institution", "order_months": 6}, []),
        (MODERATE_RESULT, SAFE_CHILD, []),
        (MODERATE_RESULT, {"age": 15}, ["X_LOWER", "X_CHILD_HOME"]),
        (MODERATE_RESULT, {"age": 15, "home_safe": False}, ["X_RAISED"]),
        (LOW_RESULT, {"red_flags": ["injury"]}, ["X_RETRIAGE"]),
        ({}, {"red_flags": ["injury"]}, ["X_RETRIAGE"]),
        ({}, {}, ["X_SCREEN"]),
    ],
)
def test_only_what_would_change_the_proposal_is_listed(results, facts, expected):
    assert codes(route(results, facts).would_change) == expected


def test_a_raised_class_shows_the_way_back():
    proposal = route(LOW_RESULT, {"home_safe": False})

    assert "layanan berbasis keluarga" in dict(proposal.would_change)["X_RAISED"]


def test_a_weak_family_gets_a_balai_as_mentor_beside_the_institution():
    proposal = route(MODERATE_RESULT, {"family_support": "weak"})

    assert (proposal.base, proposal.supporting) == ("institution", ("balai",))


def test_a_remote_family_gets_an_institution_beside_it():
    proposal = route(LOW_RESULT, {"remote": True})

    assert (proposal.base, proposal.supporting) == ("family", ("institution",))


def test_a_child_of_the_moderate_class_at_home_gets_an_institution_beside_the_family():
    assert route(MODERATE_RESULT, SAFE_CHILD).supporting == ("institution",)


def test_a_plain_case_needs_no_supporting_base_up_to_moderate():
    assert [route(RESULTS[risk], {}).supporting for risk in ("low", "moderate")] == [(), ()]


@pytest.mark.parametrize("substance", ["alcohol", "sedatives"])
def test_daily_use_warns_of_stopping_at_once(substance):
    results = assist(**{substance: "daily never never never never never"})

    assert f"W_DETOX_{substance.upper()}" in codes(route(results, {}).warnings)


def test_past_use_does_not_warn_of_stopping():
    assert route(assist(alcohol=STOPPED), {}).warnings == ()
