"""What must never be forgotten in a real installation, and only the database can tell."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.core.checks import Error, Tags, register
from django.db import connections

from common.scope import LOGIN


ASK = "SELECT current_user, has_database_privilege(current_database(), 'TEMPORARY')"


@register(Tags.database, deploy=True)
def the_site_is_nobody_by_itself(databases: Sequence[str] | None, **_options: Any) -> list[Error]:
    """`manage.py check --deploy --database default`: row-level security holds for no owner and no superuser."""
    return [error for alias in databases or () for error in _wrong_with(alias)]


def _wrong_with(alias: str) -> Iterator[Error]:
    with connections[alias].cursor() as cursor:
        cursor.execute(ASK)
        account, makes_its_own = cursor.fetchone()
    if account != LOGIN:
        yield Error(
            f"The site signs in to the database as {account}, who sees every person's row.",
            hint=f"Let DATABASE_URL name {LOGIN}, and DATABASE_OWNER_URL the owner (docs/operations.md).",
            id="fence.E001",
        )
    elif makes_its_own:
        yield Error(
            "The site's account may make temporary tables and functions of its own.",
            hint="A restored or copied database has lost this right: run `prepare database` again.",
            id="fence.E002",
        )
