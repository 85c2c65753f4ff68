"""Whoever answers for a piece of work is another person: the one rule for all that takes two."""

from collections.abc import Collection

from django.utils.translation import gettext as _

from accounts.models import User
from common.errors import DomainError


def is_another(user: User, hands: Collection[int | None]) -> bool:
    """No hand in it, and not let in by anybody who had one: an account that somebody made is their own hand."""
    return user.pk not in hands and (user.invited_by_id is None or user.invited_by_id not in hands)


def demand_another(user: User, hands: Collection[int | None]) -> None:
    if not is_another(user, hands):
        raise DomainError(
            _(
                "Harus orang lain: bukan yang menulis, mengajukan, atau mengecualikan sesuatu di dalamnya,"
                " dan bukan yang diundang oleh mereka."
            ),
            code="not_another",
        )
