"""What must never be forgotten in a real installation."""

from typing import Any

from django.conf import settings
from django.core.checks import Error, Tags, register


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
