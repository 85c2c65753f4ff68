"""What accounts bring to those below: the links behind one's own name."""

from accounts.permissions import KEEP_ACCOUNTS, KEEP_SERVICE_KEYS
from common.menu import LINKS, Link


def register() -> None:
    LINKS.add("preferences", Link("accounts:preferences"))
    LINKS.add("security", Link("accounts:security"))
    LINKS.add("users", Link("accounts:users", KEEP_ACCOUNTS))
    LINKS.add("service_keys", Link("accounts:service_keys", KEEP_SERVICE_KEYS))
    LINKS.add("lock", Link("accounts:lock"))
