"""The periodic reports, frozen as they were made, and what IPWL and LKS send to the ministry each month."""

from typing import TYPE_CHECKING, Self, TypeVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from accounts.enums import Role
from common.models import Answered, Job, Versioned, WrittenByMany
from common.trail import tracked, untracked
from partners.models import Institution
from reports.enums import ActivityKind, CareSetting, MoneyComponent, SubmissionStatus


if TYPE_CHECKING:
    from accounts.models import User


M = TypeVar("M", bound=models.Model)


class OfAnInstitution(models.QuerySet[M]):
    def visible_to(self, user: "User") -> Self:
        """Figures, no persons: one's own institution's, or all for the ministry and auditors."""
        if not user.is_authenticated or not user.is_active:
            return self.none()
        if user.role in {Role.MINISTRY_ADMIN, Role.AUDITOR}:
            return self.all()
        return self.filter(institution_id=user.institution_id, institution__isnull=False)


class ReportQuerySet(OfAnInstitution["Report"]):
    pass


@untracked("frozen when made, and its paper carries a hash")
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


class SubmissionQuerySet(OfAnInstitution["Submission"]):
    def waiting(self) -> Self:
        """Sent, and not yet answered."""
        return self.filter(status=SubmissionStatus.SUBMITTED)

    def newest_first(self) -> Self:
        return self.order_by("-month", "institution__name", "pk")


@tracked()
class Submission(Versioned, Answered, WrittenByMany):
    """What an IPWL or LKS did and spent in one month, as it tells the ministry. Counts and receipts, no person."""

    institution = models.ForeignKey(
        Institution,
        verbose_name=_("lembaga"),
        on_delete=models.PROTECT,
        related_name="submissions",
    )
    month = models.DateField(_("bulan"))
    status = models.CharField(
        _("status"), max_length=10, choices=SubmissionStatus, default=SubmissionStatus.DRAFT
    )
    note = models.TextField(_("catatan lembaga"), max_length=2000, blank=True)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("dikirim oleh"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    submitted_at = models.DateTimeField(_("dikirim pada"), null=True, blank=True)
    answer_note = models.TextField(_("catatan kementerian"), max_length=2000, blank=True)

    objects = SubmissionQuerySet.as_manager()

    class Meta:
        verbose_name = _("kiriman bulanan")
        verbose_name_plural = _("kiriman bulanan")
        constraints = (
            models.UniqueConstraint(
                fields=("institution", "month"), name="submission_once_per_month"
            ),
            models.CheckConstraint(
                condition=Q(month__day=1), name="submission_month_is_its_first_day"
            ),
            models.CheckConstraint(
                condition=Q(status__in=SubmissionStatus.values), name="submission_status_known"
            ),
            models.CheckConstraint(
                condition=Q(status=SubmissionStatus.DRAFT)
                | Q(submitted_at__isnull=False, submitted_by__isnull=False),
                name="submission_sent_by_someone",
            ),
            models.CheckConstraint(
                condition=Q(status__in=(SubmissionStatus.DRAFT, SubmissionStatus.SUBMITTED))
                | Q(answered_at__isnull=False, answered_by__isnull=False),
                name="submission_answered_by_someone",
            ),
            models.CheckConstraint(
                condition=~Q(status=SubmissionStatus.RETURNED) | ~Q(answer_note=""),
                name="submission_returned_with_note",
            ),
        )

    def __str__(self) -> str:
        return f"{self.institution_id} {self.month:%Y-%m}"

    @property
    def hands(self) -> set[int | None]:
        """Who wrote in it, or sent it."""
        return {*self.writers, self.submitted_by_id}


@tracked(by="submission")
class SubmissionActivity(models.Model):
    """One kind of activity in one setting: how often, and for how many people."""

    submission = models.ForeignKey(
        Submission,
        verbose_name=_("kiriman"),
        on_delete=models.CASCADE,
        related_name="activities",
    )
    kind = models.CharField(_("jenis"), max_length=20, choices=ActivityKind)
    setting = models.CharField(_("tatanan"), max_length=10, choices=CareSetting)
    sessions = models.PositiveIntegerField(_("jumlah kegiatan"))
    people = models.PositiveIntegerField(_("jumlah orang"))

    class Meta:
        verbose_name = _("kegiatan kiriman")
        verbose_name_plural = _("kegiatan kiriman")
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("submission", "kind", "setting"), name="submissionactivity_once"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=ActivityKind.values), name="submissionactivity_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(setting__in=CareSetting.values),
                name="submissionactivity_setting_known",
            ),
            models.CheckConstraint(
                condition=Q(sessions__gte=1, people__gte=1), name="submissionactivity_took_place"
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_kind_display()} ({self.get_setting_display()})"


@tracked(by="submission")
class SubmissionMoney(models.Model):
    """One receipt: what the money went to, in whole rupiah."""

    submission = models.ForeignKey(
        Submission,
        verbose_name=_("kiriman"),
        on_delete=models.CASCADE,
        related_name="money",
    )
    component = models.CharField(_("komponen"), max_length=20, choices=MoneyComponent)
    amount = models.BigIntegerField(_("jumlah (rupiah)"))
    receipt_number = models.CharField(_("nomor bukti"), max_length=80)
    on = models.DateField(_("tanggal bukti"))

    class Meta:
        verbose_name = _("uang kiriman")
        verbose_name_plural = _("uang kiriman")
        ordering = ("on", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(component__in=MoneyComponent.values),
                name="submissionmoney_component_known",
            ),
            models.CheckConstraint(
                condition=Q(amount__gte=1), name="submissionmoney_amount_positive"
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_component_display()} {self.receipt_number}"
