"""Numbers that people quote: given out once, in order, inside the caller's transaction."""

from django.db import connection


NEXT = """
    INSERT INTO common_counter (name, last) VALUES (%s, 1)
    ON CONFLICT (name) DO UPDATE SET last = common_counter.last + 1 RETURNING last
"""


def next_number(series: str) -> int:
    """Return the next number of `series`. Call inside a transaction: the row stays locked until its end."""
    with connection.cursor() as cursor:
        cursor.execute(NEXT, [series])
        return int(cursor.fetchone()[0])
