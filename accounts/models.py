"""People who work with the system. Clients and families have no account."""

from datetime import timedelta
from ipaddress import ip_address, ip_network
from typing import Any, ClassVar, Self

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower, Now
from django.utils.translation import gettext_lazy as _

from accounts.enums import INSTITUTION_ROLES, KeyScope, Role, Theme
from atensi.common.names import given_name
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
    is_service = models.BooleanField(_("akun layanan (mesin)"), default=False)
    date_joined = models.DateTimeField(_("terdaftar pada"), db_default=Now())

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


LONGEST_KEY_LIFE = timedelta(days=365)


class ServiceKeyQuerySet(models.QuerySet["ServiceKey"]):
    def live(self) -> Self:
        """Neither run out nor revoked, by the database's clock, and its account is at work."""
        return self.filter(expires_at__gt=Now(), revoked_at=None, user__is_active=True)


class ServiceKey(models.Model):
    """Lets one machine in as one service account. Only the key's hash is kept: it is shown once."""

    name = models.CharField(_("nama sistem"), max_length=120)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("akun layanan"),
        on_delete=models.PROTECT,
        related_name="service_keys",
    )
    beginning = models.CharField(_("awal kunci"), max_length=12)
    hash = models.CharField(_("sidik jari SHA-256"), max_length=64, unique=True)
    scopes = ArrayField(
        models.CharField(max_length=30, choices=KeyScope), verbose_name=_("cakupan")
    )
    networks = ArrayField(models.CharField(max_length=43), verbose_name=_("jaringan"))
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("dibuat oleh"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    created_at = models.DateTimeField(_("dibuat pada"), db_default=Now())
    expires_at = models.DateTimeField(_("berlaku sampai"))
    last_used_at = models.DateTimeField(_("terakhir dipakai"), null=True, blank=True)
    revoked_at = models.DateTimeField(_("dicabut pada"), null=True, blank=True)

    objects = ServiceKeyQuerySet.as_manager()

    class Meta:
        verbose_name = _("kunci layanan")
        verbose_name_plural = _("kunci layanan")
        constraints = (
            models.CheckConstraint(
                condition=Q(expires_at__lte=F("created_at") + LONGEST_KEY_LIFE),
                name="service_key_lives_a_year_at_most",
            ),
            models.CheckConstraint(
                condition=Q(hash__regex=r"^[0-9a-f]{64}$"), name="service_key_has_hash"
            ),
        )

    def __str__(self) -> str:
        return f"{self.name} ({self.beginning}…)"

    def may_come_from(self, address: str) -> bool:
        try:
            found = ip_address(address)
        except ValueError:
            return False
        mapped = getattr(found, "ipv4_mapped", None)  # how a two-stack socket tells an IPv4 address
        return any((mapped or found) in ip_network(network) for network in self.networks)
