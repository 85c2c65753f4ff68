from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from accounts.models import User
from tools.demonstration.staff import ACCOUNTS, PASSWORD, Account


class Command(BaseCommand):
    help = "Print the accounts of the demonstration, one for each role, if this is one."

    def handle(self, *args: Any, **options: Any) -> None:
        here = set(User.objects.filter(is_active=True).values_list("email", flat=True))
        known = [account for account in ACCOUNTS if account.email in here]
        if not (settings.DEMONSTRATION and known):
            return
        self.stdout.write(f"Accounts (password of each: {PASSWORD})")
        for account in known:
            self.stdout.write(_line(account))


def _line(account: Account) -> str:
    return f"  {account.role.value:<16}{account.email:<26}{account.name}"
