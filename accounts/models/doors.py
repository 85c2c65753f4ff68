"""How people come in, lose their second factor, and what their account went through."""

import datetime as dt
from typing import Self

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower, Now
from django.utils.translation import gettext_lazy as _

from accounts.enums import GIVES, EventKind, Role
from accounts.models.user import User
from common.trail import append_only, tracked, untracked
from partners.models import Institution


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def open(self) -> Self:
        return self.filter(used_at=None, revoked_at=None)

    def managed_by(self, user: User) -> Self:
        rows = self.filter(role__in=GIVES.get(user.role, ()))
        return rows.filter(institution_id=user.institution_id) if user.institution_id else rows


@tracked(exclude=("token_hash",))
class Invitation(models.Model):
    """The only way in. The link's token is known to its reader alone; we keep its digest."""

    email = models.EmailField(_("surel"))
    name = models.CharField(_("nama"), max_length=120)
    role = models.CharField(_("peran"), max_length=20, choices=Role)
    institution = models.ForeignKey(
        Institution, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    token_hash = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    sent_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                Lower("email"),
                name="invitation_one_open_for_an_address",
                condition=Q(used_at=None, revoked_at=None),
            ),
            models.CheckConstraint(
                condition=Q(used_at=None) | Q(revoked_at=None),
                name="invitation_used_or_revoked",
            ),
        )

    def __str__(self) -> str:
        return self.email

    def is_valid(self, at: dt.datetime) -> bool:
        return self.used_at is None and self.revoked_at is None and at < self.expires_at


@tracked()
class FactorReset(models.Model):
    """A lost telephone takes two people: one asks, another confirms."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="factor_resets")
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    confirmed_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["user"], name="factor_reset_one_open", condition=Q(closed_at=None)
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by=None) | ~Q(confirmed_by=models.F("asked_by")),
                name="factor_reset_by_two",
            ),
            models.CheckConstraint(
                condition=~Q(asked_by=models.F("user")), name="factor_reset_by_others"
            ),
        )

    def __str__(self) -> str:
        return f"{self.user_id} {self.asked_at:%Y-%m-%d}"

    @property
    def hands(self) -> set[int | None]:
        """Who asked, and whose factor it is."""
        return {self.asked_by_id, self.user_id}


@untracked("append-only and sealed itself")
class AccountEvent(models.Model):
    """The security log of an account: who came in, and who changed what. No secrets."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="account_events")
    kind = models.CharField(max_length=20, choices=EventKind)
    at = models.DateTimeField(db_default=Now())
    actor = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    ip = models.GenericIPAddressField(null=True)
    detail = models.CharField(max_length=200, blank=True)

    class Meta:
        triggers = (append_only(),)
        indexes = (models.Index(fields=["user", "-at"], name="account_event_of_user"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(kind__in=EventKind.values), name="account_event_kind_known"
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.user_id}"
