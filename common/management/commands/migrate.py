from typing import Any

from django.conf import settings
from django.core.management.base import CommandError
from django.core.management.commands import migrate
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from common import declared, roles
from common.tables import TablesOnly, is_ours


class Command(migrate.Command):
    """Tables as Django makes them, and then all that models and `sql/` declare. Nobody is at work meanwhile."""

    autodetector = TablesOnly

    def handle(self, *args: Any, **options: Any) -> None:
        if options["plan"] or options["check_unapplied"]:
            super().handle(*args, **options)
            return
        _refuse_strangers()
        with connection.cursor() as cursor:
            roles.make_roles(cursor)
            if options["app_label"] or _is_behind():
                declared.take_down(cursor)
        super().handle(*args, **options)
        if _is_behind():
            self.stderr.write(
                "Some migrations are not applied: until they are, the site sees nothing."
            )
        else:
            _put_up()


def _is_behind() -> bool:
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def _put_up() -> None:
    try:
        with connection.cursor() as cursor:
            declared.put_up(cursor)
    except roles.FenceHasHoles as holes:
        raise CommandError(
            f"These tables hang on people and stand outside the fence: {holes}. "
            "Say @fenced on their models, or why not in common.fence.UNFENCED."
        ) from holes


def _refuse_strangers() -> None:
    """A database that knows migrations which are not ours would be half-made into something else."""
    loader = MigrationExecutor(connection).loader
    known = {*loader.disk_migrations}.union(
        *(one.replaces for one in loader.disk_migrations.values())
    )
    strange = sorted(
        f"{app}.{name}"
        for app, name in loader.applied_migrations.keys() - known
        if app in loader.migrated_apps and is_ours(app)
    )
    if strange:
        raise CommandError(
            f"This database was made by another version of ATENSI (it knows {strange[0]}, which this one does not): "
            f"delete {settings.VAR_DIR} (or empty the database that DATABASE_URL names) to start over, "
            "or go on with the version that made it."
        )
