"""Who may hold the interview and decide on its proposal (architecture section 4)."""

from accounts.enums import Role
from accounts.models import User
from clients.models import Case


OF_THE_OWNER = (Role.SUPERVISOR, Role.BALAI_MANAGER, Role.IPWL_STAFF)


def can_screen(user: User, case: Case) -> bool:
    """The social worker who carries the case, and those who answer for it at its own institution."""
    if user.role == Role.SOCIAL_WORKER:
        return case.lead_worker_id == user.pk or case.supporters.filter(pk=user.pk).exists()
    return user.role in OF_THE_OWNER and user.institution_id == case.institution_id


def can_decide(user: User, case: Case) -> bool:
    return can_screen(user, case)
