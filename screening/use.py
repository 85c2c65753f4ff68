"""What a person told of their substances, in the words of their reader."""

from dataclasses import dataclass
from itertools import groupby

from screening.interview.drafts import Draft
from screening.interview.substances import asks_of_use, names_of, problems_of
from screening.models import Screening


@dataclass(frozen=True, slots=True)
class Told:
    """One substance, or what is asked once, with each question and its answer."""

    title: str
    is_main: bool
    rows: tuple[tuple[str, str], ...]


def told_of_use(screening: Screening) -> tuple[Told, ...]:
    """Nothing of an interview held before these were asked."""
    draft = Draft.of(screening)
    if not draft.substances:
        return ()
    main = names_of(draft).get(problems_of(draft).main, "")
    asks = [ask for ask in asks_of_use(draft) if draft.word(ask)]
    return tuple(
        Told(title, title == main, tuple((a.label, a.label_of(draft.word(a))) for a in rows))
        for title, rows in groupby(asks, key=lambda ask: ask.group)
    )


def days_of_main(screening: Screening) -> tuple[str, str, int] | None:
    """Code and name of the main substance, and on how many of the last 30 days it was taken."""
    draft = Draft.of(screening)
    main = problems_of(draft).main
    days = draft.substances.get("days", {}).get(main)
    return (main, names_of(draft)[main], days) if isinstance(days, int) else None
