"""What accounts bring to those below: the links behind one's own name, and second factors under the key file."""

from accounts.holding import active_accounts
from accounts.mfa import hide_factors_again
from accounts.permissions import KEEP_ACCOUNTS, SEE_SERVICE_KEYS
from accounts.views.exported import USERS
from common.listings import LISTINGS
from common.menu import LINKS, Link
from common.sealed.keyring import HIDDEN
from partners.holding import HELD


def register() -> None:
    LISTINGS.add("users", USERS)
    LINKS.add("preferences", Link("accounts:preferences"))
    LINKS.add("security", Link("accounts:security"))
    LINKS.add("users", Link("accounts:users", KEEP_ACCOUNTS))
    LINKS.add("service_keys", Link("accounts:service_keys", SEE_SERVICE_KEYS))
    LINKS.add("lock", Link("accounts:lock"))
    HELD.add("accounts", active_accounts)
    HIDDEN.add("second factors", hide_factors_again)
