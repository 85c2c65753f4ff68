"""What is left of an interview when an earlier answer has changed."""

from dataclasses import replace

from screening import engine
from screening.interview.drafts import Draft
from screening.interview.facts import asks_of_situation


def pruned(draft: Draft) -> Draft:
    """Without answers to what is no longer asked."""
    slimmer = replace(draft, answers=engine.prune(draft.answers, draft.code, draft.version))
    asked = {ask.path[-1] for ask in asks_of_situation(slimmer)}
    facts = {key: value for key, value in draft.facts.items() if key in asked}
    return replace(slimmer, facts=facts)
