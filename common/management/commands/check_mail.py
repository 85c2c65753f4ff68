from smtplib import SMTPException
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.management.base import BaseCommand, CommandError, CommandParser


class Command(BaseCommand):
    help = "Send one real letter with the settings of this installation; says which they are, and what the post office answered."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("address", help="where the letter goes to")

    def handle(self, *args: Any, **options: Any) -> None:
        way = way_out()
        letter = EmailMessage(
            f"{settings.PRODUCT_NAME}: uji surel",
            f"Surel dari {settings.SITE_URL} sampai.\n\nMail from {settings.SITE_URL} arrives.",
            to=[options["address"]],
        )
        try:
            letter.send()
        except (OSError, SMTPException) as problem:
            raise CommandError(
                f"Not sent ({way}): {type(problem).__name__}: {problem}"
            ) from problem
        self.stdout.write(f"Sent to {options['address']} ({way})")


def way_out() -> str:
    """Everything that the letter goes by, but for the password."""
    tls = "TLS" if settings.EMAIL_USE_SSL else "STARTTLS" if settings.EMAIL_USE_TLS else "no TLS"
    user = settings.EMAIL_HOST_USER or "nobody"
    return (
        f"{settings.EMAIL_HOST}:{settings.EMAIL_PORT}, {tls}, signed in as {user}, "
        f"from {settings.DEFAULT_FROM_EMAIL}"
    )
