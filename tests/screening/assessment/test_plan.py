"""Which sections a person needs: pure."""

import pytest

from screening.assessment.plan import PlanFacts, plan_for


def codes(**facts):
    return [planned.section.code for planned in plan_for(PlanFacts(**facts))]


def required(**facts):
    return {p.section.code for p in plan_for(PlanFacts(**facts)) if p.is_required}


def test_everybody_gets_the_seven_sections_and_the_conclusion_last():
    found = codes()

    assert found[:7] == [
        "health", "psychological", "social", "spiritual", "family", "network", "strengths",
    ]  # fmt: skip
    assert found[-1] == "summary"


@pytest.mark.parametrize(
    ("fact", "instrument"), [("uses_drugs", "dast10"), ("uses_alcohol", "audit")]
)
def test_an_instrument_about_a_substance_is_asked_of_those_who_used_it(fact, instrument):
    assert instrument in required(**{fact: True})
    assert instrument not in codes()


def test_the_family_is_asked_where_one_is_known():
    assert {"apgar", "social_func_family"} <= set(codes(has_family=True))
    assert not {"apgar", "social_func_family"} & set(codes())


def test_of_somebody_without_family_nothing_about_a_family_is_demanded():
    assert not {"family", "apgar", "social_func_family"} & required(no_family=True)
    assert "family" in codes(no_family=True)
    assert "family" in required()


def test_an_adult_answers_about_mental_health_and_quality_of_life():
    assert {"srq20", "whoqol_bref"} <= required(age=18)


def test_of_a_minor_they_are_not_demanded():
    assert not {"srq20", "whoqol_bref"} & required(age=17)


def test_of_a_minor_the_instruments_of_adults_may_be_filled_in_and_need_not():
    facts = {"age": 15, "uses_drugs": True, "uses_alcohol": True, "has_family": True}

    assert {"dast10", "audit", "apgar", "srq20"} <= set(codes(**facts))
    assert not {"dast10", "audit", "apgar", "srq20", "whoqol_bref"} & required(**facts)


def test_a_minor_answers_what_was_made_for_children():
    assert {"crafft", "child_child"} <= required(age=12)
    assert "child_carer" in codes(age=12)
    assert not {"crafft", "child_child", "child_carer"} & set(codes(age=18))


def test_below_twelve_crafft_is_no_demand():
    assert "crafft" in codes(age=11)
    assert "crafft" not in required(age=11)
    assert "child_child" in required(age=11)


def test_quality_of_life_is_measured_at_the_start_and_the_end_and_may_be_in_between():
    assert "whoqol_bref" in required(kind="exit")
    assert "whoqol_bref" in codes(kind="review")
    assert "whoqol_bref" not in required(kind="review")


def test_social_functioning_is_seen_by_worker_and_client_each_on_a_sheet_of_their_own():
    assert {"social_func_worker", "social_func_client"} <= required()


def test_every_code_fits_its_column_and_every_slug_is_its_own():
    plan = plan_for(PlanFacts(has_family=True, uses_alcohol=True, uses_drugs=True))

    assert max(len(planned.section.code) for planned in plan) <= 20
    assert len({planned.section.slug for planned in plan}) == len(plan)


def test_every_section_says_who_answers_and_why_it_is_there():
    plan = plan_for(PlanFacts(has_family=True, uses_alcohol=True, uses_drugs=True))

    assert all(planned.why and planned.section.filler for planned in plan)


@pytest.mark.parametrize(("age", "is_required"), [(9, False), (10, True), (17, True), (18, False)])
def test_every_adolescent_is_asked_about_suicide(age, is_required):
    assert "asq" in codes(age=age)
    assert ("asq" in required(age=age)) is is_required


def test_further_questions_about_the_mind_may_be_asked_of_an_adult_and_need_not():
    assert "srq29" in codes(age=18)
    assert "srq29" not in required(age=18)
    assert "srq29" not in codes(age=17)
