from typing import Any

from django.core.management.base import BaseCommand
from django.db import connection, transaction

from common import roles


class Command(BaseCommand):
    help = (
        "Make the database roles and let the site's account in; may be repeated. Where the owner of the tables may "
        "not make roles, an administrator runs it once before the first migrate, which gives the roles their rights."
    )

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--login-password", default="", help="the password of app_login")

    def handle(self, *args: Any, **options: Any) -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            roles.make_roles(cursor)
            roles.let_in(cursor, options["login_password"])
