"""Which answers of an interview do not go together."""

from screening import engine
from screening.interview.drafts import Draft
from screening.interview.sections import Section


def contradictions_in(section: Section, draft: Draft) -> tuple[engine.Note, ...]:
    """Those that are told on the page of a section."""
    return engine.contradictions_at(draft.code, section.code, draft.answers)
