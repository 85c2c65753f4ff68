"""The periodic reports, frozen as they were made."""

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from accounts.enums import Role
from atensi.common.models import Job
from partners.models import Institution


if TYPE_CHECKING:
    from accounts.models import User


class ReportQuerySet(models.QuerySet["Report"]):
    def visible_to(self, user: "User") -> Self:
        """Reports hold figures, no persons: one's own institution's, or all for the ministry and auditors."""
        if not user.is_authenticated or not user.is_active:
            return self.none()
        if user.role in {Role.MINISTRY_ADMIN, Role.AUDITOR}:
            return self.all()
        return self.filter(institution_id=user.institution_id, institution__isnull=False)


class Report(models.Model):
    """The monthly report of one institution, or of the nation (`institution` empty).

    `figures` is everything the paper says, frozen; `sha256` is the hash of the PDF file.
    """

    institution = models.ForeignKey(
        Institution,
        verbose_name=_("lembaga"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="reports",
    )
    month = models.DateField(_("bulan"))
    number = models.CharField(_("nomor"), max_length=40, unique=True)
    figures = models.JSONField(_("angka"))
    pdf = models.FileField(_("PDF"), upload_to="reports/")
    sha256 = models.CharField(_("sidik jari SHA-256"), max_length=64)
    made_at = models.DateTimeField(_("dibuat pada"), db_default=Now())
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("diminta oleh"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    job = models.OneToOneField(
        Job, verbose_name=_("pekerjaan latar"), on_delete=models.PROTECT, related_name="report"
    )

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("laporan bulanan")
        verbose_name_plural = _("laporan bulanan")
        constraints = (
            models.UniqueConstraint(
                fields=("institution", "month"), nulls_distinct=False, name="report_once_per_month"
            ),
            models.CheckConstraint(condition=Q(month__day=1), name="report_month_is_its_first_day"),
            models.CheckConstraint(
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="report_has_hash"
            ),
        )

    def __str__(self) -> str:
        return self.number
