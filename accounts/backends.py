"""Who a session belongs to."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend

from accounts.models import User


class WithInstitution(AuthenticationBackend):
    """Every page names the person's institution, so it comes along in the same query."""

    def get_user(self, user_id: Any) -> User | None:
        user = User.objects.select_related("institution").filter(pk=user_id).first()
        return user if user and self.user_can_authenticate(user) else None

    def user_can_authenticate(self, user: Any) -> bool:
        """A machine has a key; no password and no session ever lets it in."""
        return bool(super().user_can_authenticate(user)) and not user.is_service
