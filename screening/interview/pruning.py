"""What is left of an interview when an earlier answer has changed."""

from dataclasses import replace
from typing import Any

from screening import engine
from screening.interview.asks import Ask
from screening.interview.drafts import Draft
from screening.interview.facts import asks_of_situation
from screening.interview.health import asks_of_health
from screening.interview.substances import asks_of_main, asks_of_use


def pruned(draft: Draft) -> Draft:
    """Without answers to what is no longer asked."""
    slimmer = replace(draft, answers=engine.prune(draft.answers, draft.code, draft.version))
    asks = (*asks_of_health(slimmer), *asks_of_situation(slimmer))
    asked = {ask.path[-1] for ask in asks}
    facts = {key: value for key, value in draft.facts.items() if key in asked}
    slimmer = replace(slimmer, facts=facts)
    return replace(slimmer, substances=_substances_asked(slimmer))


def _substances_asked(draft: Draft) -> dict[str, Any]:
    """Which substances the details are about hangs on the roles that are left."""
    roles = _answers_to(draft, asks_of_main(draft))
    narrowed = replace(draft, substances={**draft.substances, "role": roles.get("role", {})})
    return {**roles, **_answers_to(narrowed, asks_of_use(narrowed))}


def _answers_to(draft: Draft, asks: tuple[Ask, ...]) -> dict[str, Any]:
    words = {ask.field: word for ask in asks if (word := draft.word(ask))}
    return replace(draft, substances={}).with_words(asks, words).substances
