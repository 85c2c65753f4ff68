from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from accounts.models import User
from clients.models import Client
from clients.services.erasing import erase_client
from common.errors import DomainError


class Command(BaseCommand):
    help = "Erase a person whose cases are closed: their data can be read by nobody again."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("number", help="the client's number, like KPN-26-00012")
        parser.add_argument("--reason", required=True, help="why; names nobody, for it stays")
        parser.add_argument("--by", required=True, help="e-mail of the person who answers for it")
        parser.add_argument("--yes", action="store_true", help="do not ask for the number again")

    def handle(self, *args: Any, **options: Any) -> None:
        number = options["number"]
        client = Client.objects.filter(registration_number=number).first()
        actor = User.objects.filter(email=options["by"]).first()
        if client is None:
            raise CommandError(f"There is no client {number}.")
        if actor is None:
            raise CommandError(f"There is no account {options['by']}.")
        if not options["yes"] and input(f"Type {number} again to erase it for good: ") != number:
            raise CommandError("That is another number: nothing was erased.")
        try:
            erase_client(client=client, reason=options["reason"], actor=actor, at=timezone.now())
        except DomainError as error:
            raise CommandError(error.message) from error
        self.stdout.write(
            f"{number} is erased. Backups from before hold the key until they expire."
        )
