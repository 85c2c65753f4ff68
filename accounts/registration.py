"""What accounts bring to those below: the links behind one's own name."""

from accounts.permissions import KEEP_ACCOUNTS
from common.menu import LINKS, Link


def register() -> None:
    LINKS.add("preferences", Link("accounts:preferences"))
    LINKS.add("security", Link("accounts:security"))
    LINKS.add("users", Link("accounts:users", KEEP_ACCOUNTS))
    LINKS.add("lock", Link("accounts:lock"))
