"""What must never be forgotten in a real installation, and only the database can tell."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import Error, Tags, register
from django.db import connections

from common.scope import LOGIN


@register(Tags.database, deploy=True)
def the_site_is_nobody_by_itself(databases: Sequence[str] | None, **_options: Any) -> list[Error]:
    """`manage.py check --deploy --database default`: row-level security holds for no owner and no superuser."""
    found = []
    for alias in databases or ():
        with connections[alias].cursor() as cursor:
            cursor.execute("SELECT current_user")
            (account,) = cursor.fetchone()
        if account != LOGIN:
            found.append(
                Error(
                    f"The site signs in to the database as {account}, who sees every person's row.",
                    hint=f"Let DATABASE_URL name {LOGIN}, and DATABASE_OWNER_URL the owner (docs/operations.md).",
                    id="fence.E001",
                )
            )
    return found
