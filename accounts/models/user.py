"""People who work with the system. Clients and families have no account."""

from typing import Any, ClassVar, Self

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower, Now
from django.utils.translation import gettext_lazy as _

from accounts.enums import CARING_ROLES, GIVES, INSTITUTION_ROLES, Role, Theme
from common.names import given_name
from common.trail import tracked
from partners.models import Institution


class UserQuerySet(models.QuerySet["User"]):
    def colleagues_of(self, user: "User") -> Self:
        """Active people of the same institution; the only ones that work may be handed to."""
        return self.filter(
            is_active=True,
            is_service=False,
            institution_id=user.institution_id,
            institution__isnull=False,
        )

    def managed_by(self, user: "User") -> Self:
        """Whose account this person answers for: those of the roles that they give, in an institution its own."""
        others = self.filter(is_service=False).exclude(pk=user.pk)
        rows = others.filter(role__in=GIVES.get(user.role, ()))
        return rows.filter(institution_id=user.institution_id) if user.institution_id else rows

    def who_carry_cases(self) -> Self:
        return self.filter(role__in=CARING_ROLES)


class UserManager(BaseUserManager.from_queryset(UserQuerySet)):  # type: ignore[misc]
    def create_user(self, email: str, password: str | None = None, **facts: Any) -> "User":
        user: User = self.model(email=self.normalize_email(email).lower(), **facts)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **facts: Any) -> "User":
        facts.setdefault("role", Role.MINISTRY_ADMIN)
        return self.create_user(email, password, is_staff=True, is_superuser=True, **facts)


@tracked(exclude=("password", "last_login"))
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
    invited_by = models.ForeignKey(
        "self",
        verbose_name=_("diundang oleh"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    theme = models.CharField(_("tampilan"), max_length=10, choices=Theme, default=Theme.SYSTEM)
    language = models.CharField(_("bahasa"), max_length=2, default="id")
    is_active = models.BooleanField(_("aktif"), default=True)
    is_staff = models.BooleanField(_("boleh membuka data acuan"), default=False)
    is_service = models.BooleanField(_("akun layanan (mesin)"), default=False)
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
    def carries_cases(self) -> bool:
        """A colleague whom work may be handed to, as `colleagues_of` and `who_carry_cases` say it in SQL."""
        return self.role in CARING_ROLES and self.is_active and not self.is_service

    @property
    def first_name(self) -> str:
        return given_name(self.name)

    def get_full_name(self) -> str:
        return self.name

    def get_short_name(self) -> str:
        return self.first_name


@tracked(by="user")
class UserGroup(User.groups.through):  # type: ignore[name-defined,misc]
    class Meta:
        proxy = True
        verbose_name = _("kelompok pengguna")


@tracked(by="user")
class UserPermission(User.user_permissions.through):  # type: ignore[name-defined,misc]
    class Meta:
        proxy = True
        verbose_name = _("izin pengguna")
