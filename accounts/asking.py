"""A person as the one who asks a prepared question: role and kind of institution form its SQL, who they are fills it."""

from collections.abc import Sequence
from typing import Any

from accounts.models import User
from common.prepared import Argument, argument
from partners.models import Institution


@argument.register(User)
def _who(user: User) -> Argument:
    kind = user.institution.kind if user.institution else None

    def like(values: Sequence[Any]) -> User:
        """Knows nothing else: a question that hangs on more of a person finds nobody, and fails."""
        pk, *institution = values
        # In the order of the model's fields, as `from_db` wants them.
        known = {"id": pk, "role": user.role, "institution_id": None, "is_active": user.is_active}
        person = User.from_db(None, list(known), list(known.values()))
        if institution:
            person.institution = Institution.from_db(None, ["id", "kind"], [*institution, kind])
        return person

    at = (user.institution_id,) if kind else ()
    return Argument((user.role, user.is_active, kind), (user.pk, *at), like)
