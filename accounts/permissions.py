from accounts.enums import Role
from accounts.models import CARING_ROLES, ServiceKey, User


# These let others in and out.
KEEP_ACCOUNTS = frozenset({Role.MINISTRY_ADMIN, Role.BALAI_MANAGER, Role.SUPERVISOR})
ASK_FOR_SERVICE_KEYS = frozenset({Role.MINISTRY_ADMIN, Role.BALAI_MANAGER})
SEE_SERVICE_KEYS = ASK_FOR_SERVICE_KEYS | {Role.DATA_OFFICER}


def can_keep_reference_data(user: User) -> bool:
    """The Django admin: reference data only, and only for those who run the installation."""
    return user.is_active and user.is_superuser


def can_manage_accounts(user: User) -> bool:
    return user.is_active and user.role in KEEP_ACCOUNTS


def roles_to_give(user: User) -> tuple[Role, ...]:
    """The ministry gives every role; an institution lets its own caring staff in."""
    if not can_manage_accounts(user):
        return ()
    return tuple(Role) if user.role == Role.MINISTRY_ADMIN else CARING_ROLES


def chooses_institution(user: User) -> bool:
    return user.role == Role.MINISTRY_ADMIN


def can_see_service_keys(user: User) -> bool:
    return user.is_active and user.role in SEE_SERVICE_KEYS


def can_ask_for_service_keys(user: User) -> bool:
    return user.is_active and user.role in ASK_FOR_SERVICE_KEYS


def can_grant_service_keys(user: User) -> bool:
    return user.is_active and user.role == Role.DATA_OFFICER


def can_fetch(user: User, key: ServiceKey) -> bool:
    """The key itself is told to whoever asked for it, and to nobody else."""
    return can_ask_for_service_keys(user) and key.created_by_id == user.pk
