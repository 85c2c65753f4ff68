"""Words that are looked for in plain columns."""

from functools import reduce
from operator import and_, or_

from django.db.models import Q


def each_word(text: str, *columns: str) -> Q:
    """Every word stands somewhere in one of the columns, in any order."""
    words = [
        reduce(or_, (Q(**{f"{column}__icontains": word}) for column in columns))
        for word in text.split()
    ]
    return reduce(and_, words, Q())
