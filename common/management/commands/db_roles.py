from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction

from common import roles


class Command(BaseCommand):
    help = (
        "Make the database roles and give them their rights. Needs the owner's account; may be repeated. "
        "On a server where the owner may not make roles, an administrator runs it once before the first migrate."
    )

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--login-password", default="", help="the password of app_login")

    def handle(self, *args: Any, **options: Any) -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            roles.make_roles(cursor)
            roles.let_in(cursor, options["login_password"])
            if "common_job" in connection.introspection.table_names(cursor):
                self._give(cursor)

    def _give(self, cursor: Any) -> None:
        try:
            roles.give_rights(cursor)
        except roles.FenceHasHoles as holes:
            raise CommandError(
                f"These tables hang on people and stand outside the fence: {holes}. "
                "Fence them in a migration, or say why not in common.fence.UNFENCED."
            ) from holes
