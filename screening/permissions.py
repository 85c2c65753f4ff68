"""Who may hold the interview and decide on its proposal, of the cases they can see (`visible_to`)."""

from accounts.enums import LEADS_PEOPLE, Role
from accounts.hands import is_another
from accounts.models import User
from clients.field_rules import Field
from clients.models import Case
from clients.permissions import can_write
from clients.showing import may_write
from partners.enums import InstitutionKind
from partners.models import Institution
from screening.models import Assessment, RoutingDecision, Screening
from screening.proposals import Proposed


OF_THE_OWNER = (Role.SUPERVISOR, Role.BALAI_MANAGER, Role.IPWL_STAFF)


def can_screen(user: User, case: Case) -> bool:
    """A social worker sees no case but those they carry; the others answer for their own institution."""
    if not can_write(user, case.client_id):
        return False
    if user.role == Role.SOCIAL_WORKER:
        return True
    return user.role in OF_THE_OWNER and user.institution_id == case.institution_id


def can_decide(user: User, case: Case) -> bool:
    return can_screen(user, case)


def can_correct(user: User, screening: Screening) -> bool:
    """Whoever may hold the interview may also mend it; the old one stays readable."""
    return can_screen(user, screening.case)


def can_assess(user: User, case: Case) -> bool:
    """Whoever works on the file and may write what an assessment holds: answers, and words in confidence."""
    fields = (Field.ANSWERS, Field.COUNSELLING)
    return can_write(user, case.client_id) and all(
        may_write(user, case.client, field) for field in fields
    )


def can_sign(user: User, assessment: Assessment) -> bool:
    """A leader of the case's institution who has had no hand in it."""
    case = assessment.case
    if user.institution_id != case.institution_id or not is_another(user, assessment.hands):
        return False
    if not can_write(user, case.client_id):
        return False
    return user.role in signers_of(case.institution)


def signers_of(institution: Institution) -> tuple[Role, ...]:
    """An IPWL has no role that leads: there another colleague signs."""
    if institution.kind == InstitutionKind.IPWL:
        return (*LEADS_PEOPLE, Role.IPWL_STAFF)
    return LEADS_PEOPLE


def can_give_second(user: User, proposed: Proposed) -> bool:
    return can_screen(user, proposed.case) and is_another(user, proposed.interviewers)


def can_answer_override(user: User, decision: RoutingDecision) -> bool:
    """Another person who answers for the institution of the case."""
    case = decision.screening.case
    if user.institution_id != case.institution_id or not is_another(user, decision.hands):
        return False
    return answers_for_others(user) and can_write(user, case.client_id)


def answers_for_others(user: User) -> bool:
    """An IPWL has no role for a leader: where nobody leads, a colleague answers (decision 0018)."""
    if user.role in LEADS_PEOPLE:
        return True
    leaders = User.objects.colleagues_of(user).filter(role__in=LEADS_PEOPLE)
    return user.role == Role.IPWL_STAFF and not leaders.exists()
