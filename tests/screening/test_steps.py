"""The rules of another level of care (domain facts, section 4), without a database."""

import pytest
from hypothesis import given, settings, strategies as st

from screening.engine.levels import BASES, RISKS
from screening.engine.red_flags import RED_FLAGS
from screening.enums import StepDirection, StepReason
from screening.steps import Seen, proposed_step


UP, DOWN = StepDirection.UP, StepDirection.DOWN
CALM = Seen("moderate", "institution", home_safe=True)


def step(now, last=CALM, risk="moderate", base="institution"):
    found = proposed_step(risk, base, now, last)
    return found and (found.direction, found.reasons, found.risk, found.base)


def test_the_same_class_proposes_nothing():
    assert step(Seen("moderate", "institution")) is None


def test_a_higher_class_goes_to_the_base_proposed():
    assert step(Seen("high", "balai")) == (UP, (StepReason.CLASS_ROSE,), "high", "balai")


def test_weekly_use_after_none_goes_one_class_up():
    now = Seen("moderate", "institution", uses_weekly=True)

    assert step(now) == (UP, (StepReason.WEEKLY_USE,), "high", "balai")


def test_weekly_use_that_never_stopped_is_no_relapse():
    still = Seen("moderate", "institution", uses_weekly=True)

    assert step(still, last=still) is None


def test_a_relapse_named_by_the_worker_counts_with_weekly_use():
    still = Seen("moderate", "institution", uses_weekly=True)
    told = Seen("moderate", "institution", uses_weekly=True, is_relapse=True)

    assert step(told, last=still)[1] == (StepReason.WEEKLY_USE,)


def test_a_relapse_below_weekly_use_proposes_nothing():
    assert step(Seen("moderate", "institution", is_relapse=True)) is None


@pytest.mark.parametrize("sign", ["overdose", "suicide_intent", "suicide_attempt", "psychiatric"])
def test_a_life_in_danger_goes_one_class_up_once_a_clinician_has_looked(sign):
    now = Seen("moderate", "institution", home_safe=True, signs=(sign,))

    assert step(now) == (UP, (StepReason.RED_FLAG,), "high", "balai")


@pytest.mark.parametrize(
    "sign", ["tuberculosis", "injury", "infection", "sudden_stop", "pregnancy"]
)
def test_a_medical_sign_is_a_referral_and_no_step(sign):
    assert step(Seen("moderate", "institution", home_safe=True, signs=(sign,))) is None


def test_a_screening_that_waits_for_a_clinician_proposes_nothing():
    assert step(Seen("")) is None
    assert step(Seen(""), risk="low", base="family") is None


@pytest.mark.parametrize("sign", ["violence_at_home", "child_harm"])
def test_whoever_is_not_protected_at_home_goes_to_an_institution_in_the_same_class(sign):
    now = Seen("low", "institution", home_safe=True, signs=(sign,))

    assert step(now, risk="low", base="family") == (
        UP,
        (StepReason.SAFETY_LOSS,),
        "low",
        "institution",
    )


def test_protection_moves_nobody_who_lives_away_from_home():
    assert step(Seen("moderate", "balai", home_safe=True, signs=("child_harm",))) is None


def test_a_home_no_longer_safe_goes_one_class_up():
    now = Seen("moderate", "institution", home_safe=False)

    assert step(now)[1] == (StepReason.SAFETY_LOSS,)


def test_a_home_that_nobody_had_judged_is_lost_as_well():
    now = Seen("moderate", "institution", home_safe=False)

    assert step(now, last=Seen("moderate", home_safe=None))[1] == (StepReason.SAFETY_LOSS,)
    assert step(now, last=Seen("moderate", home_safe=False)) is None


@pytest.mark.parametrize("base", ["institution", "balai"])
def test_a_step_up_never_goes_below_the_present_base(base):
    relapse = Seen("low", "family", uses_weekly=True, is_relapse=True, home_safe=True)

    assert step(relapse, risk="low", base=base) == (
        UP,
        (StepReason.WEEKLY_USE,),
        "moderate",
        base,
    )


def test_a_class_that_rises_keeps_a_base_that_was_ordered():
    assert step(Seen("moderate", "institution"), risk="low", base="balai")[3] == "balai"


def test_all_reasons_are_named():
    now = Seen("high", "balai", uses_weekly=True, home_safe=False)

    assert set(step(now)[1]) == {
        StepReason.CLASS_ROSE,
        StepReason.WEEKLY_USE,
        StepReason.SAFETY_LOSS,
    }


IN_DANGER = Seen("high", "balai", home_safe=True, signs=("overdose",))


def test_nothing_lies_above_a_balai_at_high_risk():
    assert step(IN_DANGER, risk="high", base="balai") is None


def test_high_risk_in_a_family_can_still_go_up():
    assert step(IN_DANGER, risk="high", base="family") == (
        UP,
        (StepReason.RED_FLAG,),
        "high",
        "balai",
    )


def test_one_lower_class_is_not_enough():
    assert step(Seen("low", "family"), last=CALM) is None


def test_two_lower_classes_running_go_down_to_the_heavier_of_both():
    low, moderate = Seen("low", "family"), Seen("moderate", "institution")

    assert step(low, last=low) == (DOWN, (StepReason.CLASS_FELL,), "low", "family")
    assert step(low, last=moderate, risk="high", base="balai") == (
        DOWN,
        (StepReason.CLASS_FELL,),
        "moderate",
        "institution",
    )


def test_a_low_class_does_not_lead_down_into_a_family_that_the_rules_bar():
    barred = Seen("low", "institution")

    assert step(barred, last=Seen("low", "family"), risk="high", base="balai") == (
        DOWN,
        (StepReason.CLASS_FELL,),
        "low",
        "institution",
    )


def test_the_first_interview_is_no_review():
    first = Seen("low", "family", is_review=False)

    assert step(Seen("low", "family"), last=first) is None


def test_a_lighter_base_than_the_class_asks_for_is_kept():
    moderate = Seen("moderate", "institution")

    assert step(moderate, last=moderate, risk="high", base="family")[3] == "family"


@pytest.mark.parametrize("risk", ["", "unknown"])
def test_a_case_without_a_class_has_no_step(risk):
    assert proposed_step(risk, "family", Seen("high", "balai"), None) is None


SEEN = st.builds(
    Seen,
    risk=st.sampled_from(["", *RISKS]),
    base=st.sampled_from(["", *BASES]),
    uses_weekly=st.booleans(),
    home_safe=st.sampled_from([True, False, None]),
    is_relapse=st.booleans(),
    is_review=st.booleans(),
    signs=st.lists(st.sampled_from([flag.code for flag in RED_FLAGS]), max_size=2).map(tuple),
)


@settings(deadline=None, max_examples=300)
@given(st.sampled_from(RISKS), st.sampled_from(BASES), SEEN, SEEN)
def test_a_step_goes_the_way_it_says(risk, base, now, last):
    found = proposed_step(risk, base, now, last)

    if found is None:
        return
    ways = (
        RISKS.index(found.risk) - RISKS.index(risk),
        BASES.index(found.base) - BASES.index(base),
    )
    assert all(way >= 0 for way in ways) if found.direction == UP else all(way <= 0 for way in ways)
    assert any(ways)
