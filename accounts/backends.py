"""Who a session belongs to."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth import SESSION_KEY

from accounts.models import User
from accounts.models.session import has_second_factor


_at_hand: ContextVar[User | None] = ContextVar("at hand", default=None)


@contextmanager
def person_at_hand(session: Any) -> Iterator[None]:
    """While this lasts, the person whom `session` has brought along need not be asked for again."""
    session.get(SESSION_KEY)  # looked up now, if it was not
    token = _at_hand.set(session.person)
    try:
        yield
    finally:
        _at_hand.reset(token)


class WithInstitution(AuthenticationBackend):
    """Every page names the person's institution and asks for a second factor: one query for all three."""

    def get_user(self, user_id: Any) -> User | None:
        user = _at_hand.get()
        if user is None or str(user.pk) != str(user_id):
            people = User.objects.select_related("institution")
            asked = people.annotate(has_second_factor=has_second_factor("pk"))
            user = asked.filter(pk=user_id).first()
        return user if user and self.user_can_authenticate(user) else None

    def user_can_authenticate(self, user: Any) -> bool:
        """A machine has a key; no password and no session ever lets it in."""
        return bool(super().user_can_authenticate(user)) and not user.is_service
