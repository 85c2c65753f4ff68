"""Who a session belongs to."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from allauth.mfa.models import Authenticator
from django.db.models import Exists, OuterRef

from accounts.models import User


class WithInstitution(AuthenticationBackend):
    """Every page names the person's institution and asks for a second factor: one query for all three."""

    def get_user(self, user_id: Any) -> User | None:
        factors = Authenticator.objects.filter(
            user=OuterRef("pk"), type__in=(Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
        )
        people = User.objects.select_related("institution")
        user = people.annotate(has_second_factor=Exists(factors)).filter(pk=user_id).first()
        return user if user and self.user_can_authenticate(user) else None

    def user_can_authenticate(self, user: Any) -> bool:
        """A machine has a key; no password and no session ever lets it in."""
        return bool(super().user_can_authenticate(user)) and not user.is_service
