"""Who may do what with a client they can already see (`visible_to` decided that)."""

from accounts.enums import INSTITUTION_ROLES, Role
from accounts.models import User
from clients.models import Case, Client


LEADS_PEOPLE = (Role.SUPERVISOR, Role.BALAI_MANAGER)


def can_list_clients(user: User) -> bool:
    """The ministry works with figures; single files are not its business."""
    return user.role in INSTITUTION_ROLES or user.role == Role.AUDITOR


def can_register_clients(user: User) -> bool:
    return user.role in INSTITUTION_ROLES


def can_write(user: User) -> bool:
    """Everyone of an institution that sees the file works on it; an auditor only reads."""
    return user.role in INSTITUTION_ROLES


def can_add_note(user: User, case: Case) -> bool:
    return can_write(user) and case.is_open


def can_edit_client(user: User, client: Client) -> bool:
    """Identity is kept by the institution that registered the person, not by its guests."""
    return can_write(user) and client.institution_id == user.institution_id


def can_edit_family(user: User) -> bool:
    return can_write(user)


def can_reassign(user: User, case: Case) -> bool:
    return user.role in LEADS_PEOPLE and case.institution_id == user.institution_id


def can_close(user: User, case: Case) -> bool:
    return can_write(user) and case.institution_id == user.institution_id


def can_reopen(user: User, client: Client) -> bool:
    return can_register_clients(user) and client.institution_id == user.institution_id


def can_reveal_nik(user: User) -> bool:
    return can_list_clients(user)


def can_see_access_log(user: User, case: Case) -> bool:
    if user.role == Role.AUDITOR or case.lead_worker_id == user.pk:
        return True
    return user.role in LEADS_PEOPLE and case.institution_id == user.institution_id
