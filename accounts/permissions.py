from accounts.enums import Role
from accounts.models import User


def can_keep_reference_data(user: User) -> bool:
    """The Django admin: reference data only, and only for those who run the house."""
    return user.is_active and user.is_superuser


def can_keep_service_keys(user: User) -> bool:
    return user.role == Role.MINISTRY_ADMIN
