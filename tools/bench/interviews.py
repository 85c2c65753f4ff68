"""One finished interview for each class of risk, as `screening.engine` itself scores and routes it."""

import json
from dataclasses import dataclass
from functools import cache

from clients.enums import Risk
from screening import engine
from screening.engine.instruments import get
from screening.engine.red_flags import RED_FLAGS


QUESTIONS = ("q2", "q3", "q4", "q5", "q6", "q7")
USE = {
    Risk.LOW: "once_twice never never never never never",
    Risk.MODERATE: "weekly weekly never never never never",
    Risk.HIGH: "daily daily daily weekly past_3_months past_3_months",
}
FACTS = {"home_safe": True, "family_support": "fair", "relapses_after_treatment": 0}
SAFE = json.dumps({flag.code: False for flag in RED_FLAGS if flag.group != "pregnancy"})
VERSION = get("assist").version


@dataclass(frozen=True, slots=True)
class Interview:
    risk: str
    base: str
    answers: str
    facts: str
    result: str
    proposal: str


@cache
def interview(risk: str) -> Interview:
    answers = _sheet(USE[Risk(risk)])
    result = engine.score("assist", answers)
    proposal = engine.route({"assist": result}, {**FACTS, "age": 25, "sex": "male"})
    return Interview(
        risk=str(proposal.risk),
        base=str(proposal.base),
        answers=json.dumps(answers),
        facts=json.dumps(FACTS),
        result=json.dumps(result.to_dict()),
        proposal=json.dumps(proposal.to_dict()),
    )


def _sheet(words: str) -> dict[str, object]:
    codes = [substance.code for substance in get("assist").substances]
    pairs = zip(QUESTIONS, words.split(), strict=True)
    used = {question: {"amphetamine": answer} for question, answer in pairs}
    return {"q1": {code: code == "amphetamine" for code in codes}, **used, "q8": "never"}
