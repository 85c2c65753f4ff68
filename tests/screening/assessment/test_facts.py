"""What routing learns from an assessment."""

from screening import engine
from screening.assessment.answers import Answers
from screening.assessment.facts import facts_for_routing
from screening.engine.facts import KEYS


def test_what_the_assessment_knows_stands_before_what_the_screening_found():
    answers = {
        "family": Answers({"family_support": "weak", "active_user_in_household": True}),
        "social": Answers({"home_safe": False, "occupation": "none"}),
        "readiness": Answers({"stage": "preparation"}),
    }
    screening = {"family_support": "strong", "home_safe": True, "remote": True}
    srq20 = engine.score_scale("srq20", {f"q{n}": "yes" for n in range(1, 21)})

    assert facts_for_routing(screening, answers, {"srq20": srq20}) == {
        "family_support": "weak",
        "active_user_in_household": True,
        "home_safe": False,
        "works_or_studies": False,
        "stage_of_change": "preparation",
        "srq20": 20,
        "remote": True,
        "assessed": True,
    }


def test_what_it_does_not_know_stays_as_the_screening_found_it():
    answers = {"family": Answers({"family_support": "unknown"})}

    facts = facts_for_routing({"family_support": "strong"}, answers, {})

    assert facts == {"family_support": "strong", "assessed": True}


def test_casual_work_is_work_to_protect():
    facts = facts_for_routing({}, {"social": Answers({"occupation": "casual"})}, {})

    assert facts["works_or_studies"] is True


def test_the_street_is_no_home():
    facts = facts_for_routing({}, {"social": Answers({"housing": "street"})}, {})

    assert facts["homeless"] is True


def test_an_illness_counts_where_medicine_must_not_be_interrupted():
    health = {"conditions": ["hiv", "heart"], "medicine": "regular", "disability": "physical"}

    facts = facts_for_routing({}, {"health": Answers(health)}, {})

    assert (facts["hiv_art"], facts["chronic_disease"]) == (True, True)
    assert facts["disability"] == "physical"


def test_an_illness_that_passes_is_no_lasting_one():
    health = {"conditions": ["infection"], "medicine": "regular"}

    assert "chronic_disease" not in facts_for_routing({}, {"health": Answers(health)}, {})


def test_the_engine_knows_every_fact_of_an_assessment():
    answers = {
        "family": Answers({"family_support": "weak", "active_user_in_household": True}),
        "social": Answers({"home_safe": False, "occupation": "none", "housing": "rented"}),
        "health": Answers({"conditions": ["hiv"], "medicine": "regular", "disability": "none"}),
    }

    assert set(facts_for_routing({}, answers, {})) <= set(KEYS)
