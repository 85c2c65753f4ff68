"""What ruleset 2026.2 adds: the terms of an order, minors, other readings, lengths, both sides of a base."""

import pytest

from screening.engine import Proposal
from tests.screening.engine.cases import (
    HIGH_RESULT,
    LOW_RESULT,
    MODERATE_RESULT,
    base,
    codes,
    route_2026_2 as route,
)
from tests.screening.engine.firing import AGREED, ORDER, TWO_APART


@pytest.mark.parametrize(
    ("count", "proposed"),
    [(0, "family"), (3, "family"), (4, "institution"), (5, "institution"), (6, "balai")],
)
def test_the_number_of_dsm_criteria_makes_a_class(count, proposed):
    assert base({}, dsm_count=count) == proposed


@pytest.mark.parametrize(
    ("pattern", "proposed"),
    [
        ("experimental", "family"),
        ("recreational", "family"),
        ("situational", "institution"),
        ("habitual", "institution"),
        ("compulsive", "balai"),
    ],
)
def test_the_pattern_of_use_makes_a_class(pattern, proposed):
    assert base({}, use_pattern=pattern) == proposed


def test_tools_one_class_apart_take_the_higher_and_show_both():
    proposal = route(MODERATE_RESULT, {"use_pattern": "compulsive"})

    assert proposal.base == "balai"
    assert dict(proposal.readings) == {"assist": "moderate", "pattern": "high"}
    assert "C_SECOND_ASSESSOR" not in proposal.codes


def test_tools_two_classes_apart_ask_for_a_second_assessor():
    assert "C_SECOND_ASSESSOR" in route(TWO_APART).codes


@pytest.mark.parametrize(("severity", "proposed"), [(5, "family"), (6, "institution")])
def test_asi_severity_raises_from_six(severity, proposed):
    assert base(LOW_RESULT, asi_severity=severity) == proposed


@pytest.mark.parametrize(("months", "warned"), [(13, False), (14, True)])
def test_an_order_longer_than_sema_is_warned_of(months, warned):
    found = codes(route(HIGH_RESULT, {**ORDER, "order_months": months}).warnings)

    assert ("B1_TERM_LONG" in found) is warned


@pytest.mark.parametrize(
    ("results", "months", "warned"),
    [
        (HIGH_RESULT, 5, True),
        (HIGH_RESULT, 6, False),
        (LOW_RESULT, 2, True),
        (LOW_RESULT, 3, False),
    ],
)
def test_an_order_shorter_than_usual_for_its_class_is_warned_of(results, months, warned):
    found = codes(route(results, {**ORDER, "order_months": months}).warnings)

    assert ("B1_TERM_SHORT" in found) is warned


def test_an_order_sets_the_length_of_the_programme():
    assert route(LOW_RESULT, {**ORDER, "order_months": 9}).months == (9, 9)


@pytest.mark.parametrize(
    ("results", "months"), [(LOW_RESULT, (1, 3)), (MODERATE_RESULT, (3, 6)), (HIGH_RESULT, (4, 12))]
)
def test_each_base_has_its_length(results, months):
    assert route(results).months == months


def test_no_base_no_length_and_nothing_to_weigh():
    proposal = route(LOW_RESULT, {"red_flags": ["overdose"], "works_or_studies": True})

    assert proposal.months is None
    assert proposal.arguments == ()


def test_an_order_without_its_length_asks_for_it():
    assert "X_ORDER_TERM" in codes(route(LOW_RESULT, {"court_order": "balai"}).would_change)


def test_a_child_whose_guardian_and_self_agree_needs_no_reminder():
    proposal = route(LOW_RESULT, AGREED)

    assert "B2_AGREED" in codes(proposal.reasons)
    assert not {"B2_GUARDIAN_OPEN", "B2_ASSENT_OPEN"} & set(codes(proposal.warnings))


def test_an_adult_is_not_asked_for_a_guardian():
    assert not {"B2_GUARDIAN_OPEN", "B2_ASSENT_OPEN"} & set(route(LOW_RESULT, {"age": 18}).codes)


def test_a_high_class_is_supported_by_institution_and_family_for_the_way_back():
    assert route(HIGH_RESULT).supporting == ("family", "institution")


@pytest.mark.parametrize("support", ["refuses", "violent"])
def test_a_family_that_cannot_receive_does_not_support_the_way_back(support):
    assert route(HIGH_RESULT, {"family_support": support}).supporting == ("institution",)


def test_the_proposed_base_has_an_argument_for_it_and_the_others_one_against():
    proposal = route(MODERATE_RESULT)

    assert [a.base for a in proposal.arguments if a.is_for] == ["institution"]
    assert {a.base for a in proposal.arguments if not a.is_for} == {"family", "balai"}


def test_a_proposal_of_an_older_ruleset_is_read_as_it_was_frozen():
    stored = route(LOW_RESULT, ruleset="2026.1").to_dict()
    for name in ("arguments", "readings", "months"):
        del stored[name]

    proposal = Proposal.from_dict(stored)

    assert (proposal.base, proposal.arguments, proposal.months) == ("family", (), None)


def test_ruleset_2026_1_says_what_it_always_said():
    proposal = route(LOW_RESULT, {"age": 17, "dsm_count": 9}, ruleset="2026.1")

    assert proposal.base == "family"
    assert codes(proposal.warnings) == ["B2_GUARDIAN", "B2_CHILD_UNIT", "B2_ASSIST_UNDER_18"]
