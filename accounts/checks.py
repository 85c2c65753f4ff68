"""What must never be forgotten in a real installation."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning as Warned, register

from accounts.breached import NotALine, is_listed


@register(Tags.security, deploy=True)
def second_factor_is_required(**_kwargs: Any) -> list[Error]:
    if settings.SECOND_FACTOR_REQUIRED:
        return []
    return [
        Error(
            "SECOND_FACTOR_REQUIRED is off: a stolen password alone would open people's files.",
            hint="Only the demonstration (atensi.settings.dev) goes without a second factor.",
            id="accounts.E001",
        )
    ]


@register(Tags.security, deploy=True)
def stolen_passwords_are_known(**_kwargs: Any) -> list[CheckMessage]:
    if not settings.BREACHED_PASSWORDS:
        return [
            Warned(
                "BREACHED_PASSWORDS names no list: a password that was stolen elsewhere is taken.",
                hint="docs/operations.md, “Stolen passwords”, says where one comes from.",
                id="accounts.W001",
            )
        ]
    try:
        is_listed(settings.BREACHED_PASSWORDS, "")
    except (OSError, NotALine) as problem:
        return [
            Error(
                f"The list of BREACHED_PASSWORDS cannot be used: {problem}",
                hint="One SHA-1 a line, in order: docs/operations.md, “Stolen passwords”.",
                id="accounts.E002",
            )
        ]
    return []
