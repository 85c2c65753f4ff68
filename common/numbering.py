"""Numbers that people quote: given out once, in order, inside the caller's transaction."""

from common.models import Counter


def next_number(series: str) -> int:
    """Return the next number of `series`. Call inside a transaction: the row stays locked until its end."""
    Counter.objects.get_or_create(name=series)
    counter = Counter.objects.select_for_update().get(name=series)
    counter.last += 1
    counter.save(update_fields=["last"])
    return counter.last
