"""What models and `<app>/sql/` declare and no migration holds: triggers, functions, views, policies, rights.

`manage.py migrate` takes down what stands on tables that will change, lets Django change them, and puts everything
up again in one transaction. Until then the site's roles meet tables without a policy: they see no row.
"""

from django.db import transaction
from django.db.backends.utils import CursorWrapper

from common import fence, guests, keeper, roles, sqlfiles, trail


ANEW = "DROP SCHEMA IF EXISTS app CASCADE; CREATE SCHEMA app"


def take_down(cursor: CursorWrapper) -> None:
    cursor.execute(f"DROP SCHEMA IF EXISTS app CASCADE; {fence.DOWN}")


@transaction.atomic
def put_up(cursor: CursorWrapper) -> None:
    """May be done at any time, and doing it twice changes nothing."""
    cursor.execute(fence.DOWN)
    cursor.execute(ANEW)
    keeper.give_rights(cursor)
    sqlfiles.run(cursor)
    cursor.execute(";\n".join(fence.policies()))
    guests.guard_writing(cursor)
    trail.install_triggers(cursor)
    keeper.take_over(cursor)
    roles.give_rights(cursor)
