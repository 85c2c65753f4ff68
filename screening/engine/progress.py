"""Which scores of a scale tell how a person goes on."""

from collections.abc import Iterator

from screening.engine import questionnaires
from screening.engine.scale_results import Number, ScaleResult


def progress_of(result: ScaleResult) -> Iterator[tuple[str, Number | None]]:
    """The total, its code empty, and every domain; or only those that the newest version names for it."""
    followed = questionnaires.get(result.instrument).followed_by
    if followed:
        yield from ((code, result.domains[code]) for code in followed)
        return
    if result.total is not None:
        yield "", result.total
    yield from result.all_domains
