from accounts.enums import Role
from accounts.models import User


# Who answers for the installation; there is no role for operators alone, who read the metrics and the alarms.
WATCH_OVER = frozenset({Role.MINISTRY_ADMIN})


def can_watch_over(user: User) -> bool:
    return user.is_active and (user.role in WATCH_OVER or user.is_superuser)
