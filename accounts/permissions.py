from accounts.enums import CHANGES, GIVES, WATCHERS, Role
from accounts.hands import is_another
from accounts.models import Appointment, ServiceKey, User


# These let others in and out.
KEEP_ACCOUNTS = frozenset(GIVES)
ASK_FOR_SERVICE_KEYS = frozenset({Role.MINISTRY_ADMIN, Role.BALAI_MANAGER})
SEE_SERVICE_KEYS = ASK_FOR_SERVICE_KEYS | {Role.DATA_OFFICER}


def can_keep_reference_data(user: User) -> bool:
    """The Django admin: reference data only, and only for those who run the installation."""
    return user.is_active and user.is_superuser


def can_manage_accounts(user: User) -> bool:
    return user.is_active and user.role in KEEP_ACCOUNTS


def can_change(user: User, person: User) -> bool:
    """Their role, whether they are let in, their sessions: nobody's who watches over oneself."""
    return can_manage_accounts(user) and person.role in CHANGES[user.role]


def roles_to_give(user: User) -> tuple[Role, ...]:
    """The ministry gives every role, an institution lets its own caring staff in, data officers those who watch."""
    return GIVES[user.role] if can_manage_accounts(user) else ()


def can_answer_appointment(user: User, appointment: Appointment) -> bool:
    """Another person, of a role that may; a watcher is never appointed by the ministry alone."""
    if not user.is_active or not is_another(user, appointment.hands):
        return False
    if appointment.role == Role.SUPERVISOR and user.role == Role.BALAI_MANAGER:
        return user.institution_id == appointment.institution_id
    if user.role not in (Role.MINISTRY_ADMIN, Role.DATA_OFFICER):
        return False
    if appointment.role in WATCHERS:
        return _watchers_have_a_say(user, appointment)
    return user.role == Role.MINISTRY_ADMIN or appointment.role != Role.SUPERVISOR


def _watchers_have_a_say(user: User, appointment: Appointment) -> bool:
    """One of the two is a data officer, from the day on which there is one."""
    if Role.DATA_OFFICER in (user.role, appointment.asked_by.role):
        return True
    return not User.objects.filter(role=Role.DATA_OFFICER, is_active=True).exists()


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
