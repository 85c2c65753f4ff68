"""Keys of other systems: each opens the door for one service account."""

from datetime import timedelta
from ipaddress import ip_address, ip_network
from typing import Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from accounts.enums import KeyScope, Role
from accounts.models.user import User
from common.trail import tracked


LONGEST_KEY_LIFE = timedelta(days=365)


class ServiceKeyQuerySet(models.QuerySet["ServiceKey"]):
    def live(self) -> Self:
        """Granted, neither run out nor revoked, by the database's clock, and its account is at work."""
        granted = self.filter(granted_by__isnull=False, hash__gt="")
        return granted.filter(expires_at__gt=Now(), revoked_at=None, user__is_active=True)

    def waiting(self) -> Self:
        """Asked for, and not yet answered."""
        return self.filter(granted_by=None, revoked_at=None, expires_at__gt=Now())

    def seen_by(self, user: User) -> Self:
        """The heads see those of their own house, the ministry and the data officers all."""
        if user.role in (Role.MINISTRY_ADMIN, Role.DATA_OFFICER):
            return self
        if user.role == Role.BALAI_MANAGER:
            return self.filter(user__institution_id=user.institution_id)
        return self.none()


@tracked(exclude=("hash", "last_used_at"))
class ServiceKey(models.Model):
    """Lets one machine in as one service account. Only the key's hash is kept: it is shown once."""

    name = models.CharField(_("nama sistem"), max_length=120)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("akun layanan"),
        on_delete=models.PROTECT,
        related_name="service_keys",
    )
    purpose = models.CharField(_("keperluan"), max_length=300, blank=True)
    beginning = models.CharField(_("awal kunci"), max_length=12, blank=True)
    hash = models.CharField(_("sidik jari SHA-256"), max_length=64, blank=True)
    scopes = ArrayField(
        models.CharField(max_length=30, choices=KeyScope), verbose_name=_("cakupan")
    )
    networks = ArrayField(models.CharField(max_length=43), verbose_name=_("jaringan"))
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("diminta oleh"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    created_at = models.DateTimeField(_("diminta pada"), db_default=Now())
    granted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("disetujui oleh"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    granted_at = models.DateTimeField(_("disetujui pada"), null=True, blank=True)
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
                condition=Q(hash="") | Q(hash__regex=r"^[0-9a-f]{64}$"), name="service_key_has_hash"
            ),
            models.UniqueConstraint(
                fields=("hash",), condition=~Q(hash=""), name="service_key_hash_once"
            ),
            models.CheckConstraint(
                condition=Q(granted_by__isnull=True)
                | (Q(granted_at__isnull=False) & ~Q(granted_by=F("created_by"))),
                name="service_key_granted_by_another",
            ),
        )

    def __str__(self) -> str:
        return f"{self.name} ({self.beginning}…)"

    @property
    def hands(self) -> set[int | None]:
        return {self.created_by_id}

    @property
    def scope_labels(self) -> list[str]:
        return [str(KeyScope(scope).label) for scope in self.scopes]

    @property
    def is_waiting(self) -> bool:
        return self.granted_by_id is None and self.revoked_at is None

    @property
    def is_ready(self) -> bool:
        """Granted, and not yet fetched by whoever asked."""
        return self.granted_by_id is not None and not self.hash and self.revoked_at is None

    def may_come_from(self, address: str) -> bool:
        try:
            found = ip_address(address)
        except ValueError:
            return False
        mapped = getattr(found, "ipv4_mapped", None)  # how a two-stack socket tells an IPv4 address
        return any((mapped or found) in ip_network(network) for network in self.networks)
