import getpass
import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from accounts.enums import Role
from accounts.services.people import Person, add_user
from common.errors import DomainError
from partners.models import Institution


class Command(BaseCommand):
    help = "Give somebody an account. The password is asked for twice, or read from standard input."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--email", required=True)
        parser.add_argument("--name", required=True)
        parser.add_argument("--role", required=True, choices=Role.values)
        parser.add_argument(
            "--institution", type=int, help="the institution's number in its address"
        )
        parser.add_argument("--password-stdin", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        person = Person(
            email=options["email"].strip(),
            name=" ".join(options["name"].split()),
            role=options["role"],
            institution=_institution(options["institution"]),
        )
        password = _from_stdin() if options["password_stdin"] else _asked()
        try:
            user = add_user(person=person, password=password)
        except DomainError as error:
            raise CommandError(error.message) from error
        self.stdout.write(f"{user.email}: {user.get_role_display()}")


def _institution(pk: int | None) -> Institution | None:
    if pk is None:
        return None
    found = Institution.objects.filter(pk=pk).first()
    if found is None:
        raise CommandError(f"There is no institution {pk}.")
    return found


def _from_stdin() -> str:
    return sys.stdin.readline().rstrip("\n")


def _asked() -> str:
    password = getpass.getpass("Password: ")
    if password != getpass.getpass("Password, once more: "):
        raise CommandError("The two passwords differ.")
    return password
