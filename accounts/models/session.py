"""Whose session it is stands beside it, so that a request asks once for both."""

from importlib import import_module
from typing import Any, ClassVar, Self

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.sessions.base_session import AbstractBaseSession, BaseSessionManager
from django.db import models
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from accounts.models.user import User
from common.trail import untracked


def has_second_factor(user: str) -> Exists:
    """Of the person whose id stands in the column `user`."""
    kinds = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
    return Exists(Authenticator.objects.filter(user=OuterRef(user), type__in=kinds))


class SessionQuerySet(models.QuerySet["Session"]):
    def with_person(self) -> Self:
        """With what every page needs of whom it is for."""
        rows = self.select_related("user__institution")
        return rows.annotate(has_second_factor=has_second_factor("user"))


@untracked("comes and goes with a browser; signing in and out are events")
class Session(AbstractBaseSession):
    """Django's, with the person who is signed in; nobody until then."""

    user = models.ForeignKey(
        User, verbose_name=_("pengguna"), null=True, on_delete=models.CASCADE, related_name="+"
    )

    has_second_factor: bool  # the query brings it along

    objects: ClassVar[Any] = BaseSessionManager.from_queryset(SessionQuerySet)()

    class Meta:
        verbose_name = _("sesi")
        verbose_name_plural = _("sesi")

    @property
    def person(self) -> User | None:
        if self.user is not None:
            self.user.has_second_factor = self.has_second_factor
        return self.user

    @classmethod
    def get_session_store_class(cls) -> Any:
        """Whichever engine the settings name; it saves these rows."""
        return import_module(settings.SESSION_ENGINE).SessionStore
