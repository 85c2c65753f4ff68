"""What an assessment knows that routing may use (screening/engine/facts.py); the screening's facts fill the rest."""

from collections.abc import Mapping
from typing import Any

from screening.assessment.answers import Answers
from screening.engine import ScaleResult


OCCUPIED = {"works", "casual", "studies"}
UNKNOWN, STREET = "unknown", "street"
TAKES_MEDICINE = {"regular", "irregular"}
PASSING = {"none", "tuberculosis", "infection"}
"""Of the illnesses asked about, those that are not lasting."""


def facts_for_routing(
    screening: Mapping[str, Any],
    answers: Mapping[str, Answers],
    results: Mapping[str, ScaleResult],
) -> dict[str, Any]:
    """What the assessment does not know stays as the screening found it."""
    found = {**_of_home(answers), **_of_body(answers), **_of_scales(answers, results)}
    known = {name: value for name, value in found.items() if value not in (None, UNKNOWN)}
    return {**screening, **known, "assessed": True}


def _of_home(answers: Mapping[str, Answers]) -> dict[str, Any]:
    family, social = (answers.get(code, Answers()).coded for code in ("family", "social"))
    occupation, housing = social.get("occupation"), social.get("housing")
    return {
        "family_support": family.get("family_support"),
        "active_user_in_household": family.get("active_user_in_household"),
        "home_safe": social.get("home_safe"),
        "homeless": None if housing is None else housing == STREET,
        "works_or_studies": None if occupation is None else occupation in OCCUPIED,
    }


def _of_body(answers: Mapping[str, Answers]) -> dict[str, Any]:
    """An illness counts by its medicine: that is what a place must not interrupt."""
    health = answers.get("health", Answers()).coded
    illnesses = set(health.get("conditions") or ())
    on_medicine = health.get("medicine") in TAKES_MEDICINE
    return {
        "disability": health.get("disability"),
        "hiv_art": True if on_medicine and "hiv" in illnesses else None,
        "chronic_disease": True if on_medicine and illnesses - PASSING - {"hiv"} else None,
    }


def _of_scales(
    answers: Mapping[str, Answers], results: Mapping[str, ScaleResult]
) -> dict[str, Any]:
    srq20 = results.get("srq20")
    return {
        "srq20": srq20.total if srq20 else None,
        "stage_of_change": answers.get("readiness", Answers()).coded.get("stage"),
    }
