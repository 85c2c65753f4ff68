"""Who may hold the interview and decide on its proposal, of the cases they can see (`visible_to`)."""

from accounts.enums import Role
from accounts.models import User
from clients.models import Case
from clients.permissions import only_reads


OF_THE_OWNER = (Role.SUPERVISOR, Role.BALAI_MANAGER, Role.IPWL_STAFF)


def can_screen(user: User, case: Case) -> bool:
    """A social worker sees no case but those they carry; the others answer for their own institution."""
    if only_reads(user, case.client_id):
        return False
    if user.role == Role.SOCIAL_WORKER:
        return True
    return user.role in OF_THE_OWNER and user.institution_id == case.institution_id


def can_decide(user: User, case: Case) -> bool:
    return can_screen(user, case)
