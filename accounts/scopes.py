"""In whose name the database answers a signed-in person (docs/decisions/0014-fence.md)."""

from accounts.enums import Role
from accounts.models import User
from common.scope import READ, WEB, Scope, nation


def scope_of(user: User) -> Scope:
    """Memberships are read with the user at each request, so a change holds from the next click."""
    if user.role == Role.AUDITOR:
        return Scope(READ, user_id=user.pk)
    own = (user.institution_id,) if user.institution_id else ()
    return Scope(WEB, own, user_id=user.pk, watches=user.role == Role.DATA_OFFICER)


def watching(user: User) -> Scope:
    """For the lists of those who watch: whose numbers and institutions stand in them is the whole nation's."""
    if user.role in {Role.DATA_OFFICER, Role.AUDITOR}:
        return nation()
    return scope_of(user)
