"""Who may agree that many people leave the house at once."""

from accounts.enums import LEADS_PEOPLE, Role
from accounts.hands import is_another
from accounts.models import User
from exports.models import Export


def can_answer(user: User, export: Export) -> bool:
    """A data officer, or whoever leads where it was asked; never the asker or whom they let in."""
    is_leader = user.role in LEADS_PEOPLE and user.institution_id == export.institution_id
    return (user.role == Role.DATA_OFFICER or is_leader) and is_another(user, export.hands)
