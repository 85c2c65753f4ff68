"""Who may do what about a danger to somebody whose file they can see."""

from accounts.enums import LEADS_PEOPLE, Role
from accounts.hands import is_another
from accounts.models import User
from clients.models import Case
from clients.permissions import can_write
from safety.models import Concern, MedicalReferral


def can_act(user: User, case: Case) -> bool:
    """Whoever works on the file: a danger waits for nobody's rank."""
    return can_write(user, case.client_id)


def can_tell_result(user: User, referral: MedicalReferral) -> bool:
    return can_act(user, referral.case) and referral.case.is_open


def can_settle(user: User, concern: Concern) -> bool:
    """A leader of the institution that keeps the case, with no hand in it."""
    case = concern.case
    if user.institution_id != case.institution_id or not can_write(user, case.client_id):
        return False
    return leads(user) and is_another(user, concern.hands)


def leads(user: User) -> bool:
    """An IPWL has no role that leads: where nobody does, a colleague answers."""
    if user.role in LEADS_PEOPLE:
        return True
    leaders = User.objects.colleagues_of(user).filter(role__in=LEADS_PEOPLE)
    return user.role == Role.IPWL_STAFF and not leaders.exists()
