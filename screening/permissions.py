"""Who may hold the interview and decide on its proposal, of the cases they can see (`visible_to`)."""

from accounts.enums import LEADS_PEOPLE, Role
from accounts.models import User
from clients.models import Case
from clients.permissions import is_guest_by_emergency
from screening.models import RoutingDecision
from screening.proposed import Proposed


OF_THE_OWNER = (Role.SUPERVISOR, Role.BALAI_MANAGER, Role.IPWL_STAFF)


def can_screen(user: User, case: Case) -> bool:
    """A social worker sees no case but those they carry; the others answer for their own institution."""
    if is_guest_by_emergency(user, case.client_id):
        return False
    if user.role == Role.SOCIAL_WORKER:
        return True
    return user.role in OF_THE_OWNER and user.institution_id == case.institution_id


def can_decide(user: User, case: Case) -> bool:
    return can_screen(user, case)


def can_give_second(user: User, proposed: Proposed) -> bool:
    return can_screen(user, proposed.case) and user.pk not in proposed.interviewers


def can_answer_override(user: User, decision: RoutingDecision) -> bool:
    """Another person who answers for the institution of the case."""
    case = decision.screening.case
    if user.institution_id != case.institution_id or user.pk == decision.decided_by_id:
        return False
    return answers_for_others(user) and not is_guest_by_emergency(user, case.client_id)


def answers_for_others(user: User) -> bool:
    """An IPWL has no role for a leader: where nobody leads, a colleague answers (decision 0018)."""
    if user.role in LEADS_PEOPLE:
        return True
    leaders = User.objects.colleagues_of(user).filter(role__in=LEADS_PEOPLE)
    return user.role == Role.IPWL_STAFF and not leaders.exists()
