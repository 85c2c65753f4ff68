"""Everyone signed in reads the partners; the ministry keeps them."""

from typing import Protocol


# A word, not an import: accounts stand above partners (a test holds it equal to accounts.enums.Role).
KEEPER = "ministry_admin"


class SignedIn(Protocol):
    role: str


def can_keep_partners(user: SignedIn) -> bool:
    """Record and change institutions and agreements, and end agreements."""
    return user.role == KEEPER
