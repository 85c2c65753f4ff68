"""Who may have a report made. Who may read one is `Report.objects.visible_to`."""

from accounts.enums import Role
from accounts.models import User
from partners.models import Institution


FOR_THEIR_OWN = (Role.BALAI_MANAGER, Role.IPWL_STAFF)


def can_make_reports(user: User) -> bool:
    return user.role == Role.MINISTRY_ADMIN or user.role in FOR_THEIR_OWN


def can_report_on(user: User, institution: Institution | None) -> bool:
    """The ministry on the nation and on everyone, the others on their own institution."""
    if user.role == Role.MINISTRY_ADMIN:
        return True
    is_own = institution is not None and institution.pk == user.institution_id
    return user.role in FOR_THEIR_OWN and is_own
