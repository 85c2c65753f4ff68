"""The rules of another level of care (domain facts, section 4), without a database."""

import pytest

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


def test_a_red_flag_goes_one_class_up():
    assert step(Seen("")) == (UP, (StepReason.RED_FLAG,), "high", "balai")


def test_a_home_no_longer_safe_goes_one_class_up():
    now = Seen("moderate", "institution", home_safe=False)

    assert step(now)[1] == (StepReason.SAFETY_LOSS,)
    assert step(now, last=Seen("moderate", home_safe=None)) is None


def test_all_reasons_are_named():
    now = Seen("high", "balai", uses_weekly=True, home_safe=False)

    assert set(step(now)[1]) == {
        StepReason.CLASS_ROSE,
        StepReason.WEEKLY_USE,
        StepReason.SAFETY_LOSS,
    }


def test_nothing_lies_above_a_balai_at_high_risk():
    assert step(Seen(""), risk="high", base="balai") is None


def test_high_risk_in_a_family_can_still_go_up():
    assert step(Seen(""), risk="high", base="family") == (
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


def test_the_first_interview_is_no_review():
    first = Seen("low", "family", is_review=False)

    assert step(Seen("low", "family"), last=first) is None


def test_a_lighter_base_than_the_class_asks_for_is_kept():
    moderate = Seen("moderate", "institution")

    assert step(moderate, last=moderate, risk="high", base="family")[3] == "family"


@pytest.mark.parametrize("risk", ["", "unknown"])
def test_a_case_without_a_class_has_no_step(risk):
    assert proposed_step(risk, "family", Seen("high", "balai"), None) is None
