"""Who may do what with placements and after-care.

Sending side: people of the institution that keeps the case. Receiving side: people of the one that gives
the care. A social worker acts on the cases they lead or support, everyone else on all of their institution.
Auditors and the ministry read only.
"""

from accounts.enums import INSTITUTION_ROLES, Role
from accounts.hands import is_another
from accounts.models import User
from care.models import AftercareHandover, CareGroup, FollowUp, Placement, SupportingBase, Transfer
from clients.models import Case
from clients.permissions import can_write, only_reads


ANSWERERS = (Role.BALAI_MANAGER, Role.SUPERVISOR, Role.IPWL_STAFF)
WORKERS = (Role.SOCIAL_WORKER, *ANSWERERS)


def can_request(user: User, case: Case) -> bool:
    """Ask for a place, or take the request back: the sending side."""
    return user.institution_id == case.institution_id and _works_on(user, case)


def can_withdraw(user: User, placement: Placement) -> bool:
    return can_request(user, placement.case)


def can_answer(user: User, placement: Placement) -> bool:
    """Accept or decline: those who answer for the receiving institution's places."""
    return (
        user.role in ANSWERERS
        and not only_reads(user, placement.client_id)
        and placement.institution_id is not None
        and user.institution_id == placement.institution_id
    )


def can_serve(user: User, case: Case) -> bool:
    """Start, review and end care, and call on people afterwards: both sides."""
    sides = {case.institution_id, case.care_institution_id}
    return user.institution_id in sides and _works_on(user, case)


def can_open_drafts(user: User, case: Case) -> bool:
    """Of interviews about outcomes: those who go on with them; what a closed case left behind is read by all."""
    return not case.is_open or can_serve(user, case)


def can_follow_up(user: User, follow_up: FollowUp) -> bool:
    return can_serve(user, follow_up.case)


def can_open_groups(user: User) -> bool:
    return user.role in INSTITUTION_ROLES


def can_see_groups(user: User) -> bool:
    return user.role in INSTITUTION_ROLES or user.role == Role.AUDITOR


def can_lead(user: User, group: CareGroup) -> bool:
    """Admit, move and call the roll: whoever facilitates it, and those who answer for the whole institution."""
    if user.role not in INSTITUTION_ROLES or user.institution_id != group.institution_id:
        return False
    return user.role != Role.SOCIAL_WORKER or group.facilitator_id == user.pk


def can_plan(user: User, case: Case) -> bool:
    """Write the one shared plan: whoever works on the file, the supporting institutions too."""
    return can_write(user, case.client_id)


def can_approve(user: User, case: Case) -> bool:
    """Check a plan, agree to the end of care: who answers for others, on the side that keeps or gives care."""
    sides = {case.institution_id, case.care_institution_id}
    return user.role in ANSWERERS and user.institution_id in sides and can_plan(user, case)


def _works_on(user: User, case: Case) -> bool:
    if user.institution_id is None or user.role not in WORKERS:
        return False
    if only_reads(user, case.client_id):
        return False
    if user.role != Role.SOCIAL_WORKER:
        return True
    return case.lead_worker_id == user.pk or case.supporters.filter(pk=user.pk).exists()


def can_answer_transfer(user: User, transfer: Transfer) -> bool:
    """Accept or decline: those who answer for the receiving institution's places."""
    answers = _answers_for(user, transfer.institution_id, transfer.case)
    return answers and is_another(user, transfer.hands)


def can_receive(user: User, transfer: Transfer) -> bool:
    """Confirm arrival: whoever receives; for a family, those who work on the case."""
    if transfer.institution_id is None:
        return can_serve(user, transfer.case)
    return user.institution_id == transfer.institution_id and _works_on(user, transfer.case)


def can_report_missing(user: User, transfer: Transfer) -> bool:
    return can_receive(user, transfer) or can_request(user, transfer.case)


def can_answer_support(user: User, support: SupportingBase) -> bool:
    return _answers_for(user, support.institution_id, support.case)


def can_end_support(user: User, support: SupportingBase) -> bool:
    return can_request(user, support.case) or can_answer_support(user, support)


def can_answer_handover(user: User, handover: AftercareHandover) -> bool:
    answers = _answers_for(user, handover.institution_id, handover.case)
    return answers and is_another(user, {handover.asked_by_id})


def _answers_for(user: User, institution_id: int | None, case: Case) -> bool:
    return (
        user.role in ANSWERERS
        and institution_id is not None
        and user.institution_id == institution_id
        and not only_reads(user, case.client_id)
    )
