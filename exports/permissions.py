"""Who may agree that many people leave the house at once."""

from django.db.models import Q, QuerySet

from accounts.enums import LEADS_PEOPLE, Role
from accounts.hands import is_another
from accounts.models import User
from exports.models import Export


def can_answer(user: User, export: Export) -> bool:
    """A data officer, or whoever leads where it was asked; never the asker or whom they let in."""
    is_leader = user.role in LEADS_PEOPLE and user.institution_id == export.institution_id
    return (user.role == Role.DATA_OFFICER or is_leader) and is_another(user, export.hands)


def who_may_answer(asker: User) -> QuerySet[User]:
    """To be told that something waits; each is asked `can_answer` before they do."""
    leads = Q(role__in=LEADS_PEOPLE, institution_id=asker.institution_id, institution__isnull=False)
    rows: QuerySet[User] = User.objects.filter(
        Q(role=Role.DATA_OFFICER) | leads, is_active=True, is_service=False
    )
    return rows.exclude(pk=asker.pk).order_by("pk")
