"""People who work with the system. Clients and families have no account."""

import datetime as dt
from typing import Any, ClassVar, Self

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower, Now
from django.utils.translation import gettext_lazy as _

from accounts.enums import INSTITUTION_ROLES, EventKind, Role, Theme
from atensi.common.names import given_name
from partners.models import Institution


# Whom the head or a supervisor of an institution may let in and out.
CARING_ROLES = (Role.SOCIAL_WORKER, Role.SUPERVISOR, Role.IPWL_STAFF)


class UserQuerySet(models.QuerySet["User"]):
    def colleagues_of(self, user: "User") -> Self:
        """Active people of the same institution; the only ones that work may be handed to."""
        return self.filter(
            is_active=True, institution_id=user.institution_id, institution__isnull=False
        )

    def managed_by(self, user: "User") -> Self:
        """Whose account this person answers for: everybody's, or those of the caring staff at home."""
        if user.role == Role.MINISTRY_ADMIN:
            return self.exclude(pk=user.pk)
        if user.role in (Role.BALAI_MANAGER, Role.SUPERVISOR):
            return self.filter(institution_id=user.institution_id, role__in=CARING_ROLES).exclude(
                pk=user.pk
            )
        return self.none()

    def who_carry_cases(self) -> Self:
        return self.filter(role__in=(Role.SOCIAL_WORKER, Role.SUPERVISOR, Role.IPWL_STAFF))


class UserManager(BaseUserManager.from_queryset(UserQuerySet)):  # type: ignore[misc]
    def create_user(self, email: str, password: str | None = None, **facts: Any) -> "User":
        user: User = self.model(email=self.normalize_email(email).lower(), **facts)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **facts: Any) -> "User":
        facts.setdefault("role", Role.MINISTRY_ADMIN)
        return self.create_user(email, password, is_staff=True, is_superuser=True, **facts)


class User(AbstractBaseUser, PermissionsMixin):
    email = models.EmailField(_("surel"), unique=True)
    name = models.CharField(_("nama"), max_length=120)
    role = models.CharField(_("peran"), max_length=20, choices=Role)
    institution = models.ForeignKey(
        Institution,
        verbose_name=_("lembaga"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="staff",
    )
    theme = models.CharField(_("tampilan"), max_length=10, choices=Theme, default=Theme.SYSTEM)
    language = models.CharField(_("bahasa"), max_length=2, default="id")
    is_active = models.BooleanField(_("aktif"), default=True)
    is_staff = models.BooleanField(_("boleh membuka data acuan"), default=False)
    date_joined = models.DateTimeField(_("terdaftar pada"), db_default=Now())

    has_second_factor: bool  # of the signed-in person only: accounts.backends asks for it

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    objects = UserManager()

    class Meta:
        verbose_name = _("pengguna")
        verbose_name_plural = _("pengguna")
        constraints = (
            models.UniqueConstraint(Lower("email"), name="user_unique_email_any_case"),
            models.CheckConstraint(condition=Q(role__in=Role.values), name="user_role_known"),
            models.CheckConstraint(
                condition=Q(role__in=INSTITUTION_ROLES, institution__isnull=False)
                | (~Q(role__in=INSTITUTION_ROLES) & Q(institution__isnull=True)),
                name="user_institution_fits_role",
                violation_error_message=_("Peran ini tidak cocok dengan lembaganya."),
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def first_name(self) -> str:
        return given_name(self.name)

    def get_full_name(self) -> str:
        return self.name

    def get_short_name(self) -> str:
        return self.first_name


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def open(self) -> Self:
        return self.filter(used_at=None, revoked_at=None)

    def managed_by(self, user: User) -> Self:
        if user.role == Role.MINISTRY_ADMIN:
            return self
        if user.role in (Role.BALAI_MANAGER, Role.SUPERVISOR):
            return self.filter(institution_id=user.institution_id, role__in=CARING_ROLES)
        return self.none()


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


class AccountEvent(models.Model):
    """The security log of an account: who came in, and who changed what. No secrets."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="account_events")
    kind = models.CharField(max_length=20, choices=EventKind)
    at = models.DateTimeField(db_default=Now())
    actor = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    ip = models.GenericIPAddressField(null=True)
    detail = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = (models.Index(fields=["user", "-at"], name="account_event_of_user"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(kind__in=EventKind.values), name="account_event_kind_known"
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.user_id}"
