"""A person as the one who asks a prepared question: role and kind of institution form its SQL, who they are fills it."""

from collections.abc import Sequence
from typing import Any

from accounts.models import User
from common.prepared import Argument, argument
from partners.models import Institution


@argument.register(User)
def _who(user: User) -> Argument:
    at = user.institution
    hands = {"institution_id": at and at.pk, "invited_by_id": user.invited_by_id}
    known = {name: pk for name, pk in hands.items() if pk}
    form = (user.role, user.is_active, at and at.kind, *known)

    def like(values: Sequence[Any]) -> User:
        """Knows nothing else: a question that hangs on more of a person finds nobody, and fails."""
        return _somebody(user, dict(zip(("id", *known), values, strict=True)))

    return Argument(form, (user.pk, *known.values()), like)


def _somebody(user: User, ids: dict[str, int]) -> User:
    facts = {"role": user.role, "is_active": user.is_active, "institution_id": None}
    facts |= {"invited_by_id": None, **ids}
    fields = [each.attname for each in User._meta.concrete_fields if each.attname in facts]  # noqa: SLF001
    person = User.from_db(None, fields, [facts[name] for name in fields])
    if user.institution:
        known = [ids["institution_id"], user.institution.kind]
        person.institution = Institution.from_db(None, ["id", "kind"], known)
    return person
