"""Who may have a report made, and who sends and answers submissions. Who may read is said by `visible_to`."""

from accounts.enums import LEADS_PEOPLE, Role
from accounts.models import User
from partners.enums import InstitutionKind
from partners.models import Institution
from reports.models import Submission


SUBMITTING_KINDS = (InstitutionKind.IPWL, InstitutionKind.LKS)
FOR_THEIR_OWN = (Role.BALAI_MANAGER, Role.IPWL_STAFF)


def can_make_reports(user: User) -> bool:
    return user.role == Role.MINISTRY_ADMIN or user.role in FOR_THEIR_OWN


def can_report_on(user: User, institution: Institution | None) -> bool:
    """The ministry on the nation and on everyone, the others on their own institution."""
    if user.role == Role.MINISTRY_ADMIN:
        return True
    is_own = institution is not None and institution.pk == user.institution_id
    return user.role in FOR_THEIR_OWN and is_own


def reads_exactly(user: User, institution_id: int | None) -> bool:
    """Small cells too: of whom they may open the files anyway. Everybody else, and a machine that reads the nation,
    is told no fewer than five.
    """
    is_own = institution_id is not None and institution_id == user.institution_id
    return is_own or (user.role == Role.AUDITOR and not user.is_service)


def can_submit(user: User) -> bool:
    """The staff of an IPWL, and the heads of IPWL and LKS."""
    institution = user.institution
    sends = institution is not None and institution.kind in SUBMITTING_KINDS
    return user.role in FOR_THEIR_OWN and sends


def can_write_submission(user: User, submission: Submission) -> bool:
    return can_submit(user) and submission.institution_id == user.institution_id


def can_answer_submissions(user: User) -> bool:
    return user.role == Role.MINISTRY_ADMIN


def can_see_overrides(user: User) -> bool:
    """The nation for the ministry and for auditors, their own institution for those who answer for it."""
    watching = (Role.MINISTRY_ADMIN, Role.AUDITOR)
    return user.role in (*watching, *LEADS_PEOPLE, Role.IPWL_STAFF)


def can_see_outcomes(user: User) -> bool:
    """Whoever reads how decisions went reads what came of care."""
    return can_see_overrides(user)
