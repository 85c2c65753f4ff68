import datetime as dt
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from accounts.models import User
from common.errors import DomainError
from upkeep.retention import end_retention, past_retention


class Command(BaseCommand):
    help = (
        "Erase whose file has been closed longer than RETENTION_YEARS; without --by only say who."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--by", help="e-mail of the data officer who has decided it")
        parser.add_argument(
            "--keep", nargs="*", default=[], help="numbers that stay another year (a dispute)"
        )
        parser.add_argument("--yes", action="store_true", help="do not ask how many again")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.RETENTION_YEARS:
            raise CommandError("RETENTION_YEARS is not set: nobody has decided how long.")
        at = timezone.now()
        ending = self._say(timezone.localdate(at), options["keep"])
        if options["by"]:
            self._end(ending, options, at)

    def _say(self, today: dt.date, keep: list[str]) -> int:
        past = past_retention(today).values_list("registration_number", "closed_on")
        for number, closed_on in past:
            kept = " stays" if number in keep else ""
            self.stdout.write(f"{number} closed on {closed_on:%Y-%m-%d}{kept}")
        return len([number for number, _closed in past if number not in keep])

    def _end(self, ending: int, options: dict[str, Any], at: dt.datetime) -> None:
        actor = User.objects.filter(email=options["by"]).first()
        if actor is None:
            raise CommandError(f"There is no account {options['by']}.")
        asked = f"Type {ending} to erase as many people for good: "
        if not options["yes"] and input(asked) != str(ending):
            raise CommandError("That is another number: nobody was erased.")
        try:
            done = end_retention(keep=options["keep"], actor=actor, at=at)
        except DomainError as error:
            raise CommandError(error.message) from error
        self.stdout.write(
            f"{len(done.erased)} erased, {len(done.kept)} kept for another year. "
            "Backups from before hold their keys until they expire."
        )
