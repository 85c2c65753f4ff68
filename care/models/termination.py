"""The gate at the end of care: what is in order, what is left out and why, and who agreed to the end."""

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from care.enums import EndReason, GateItem, TerminationStatus
from care.models.placement import Placement
from clients.models import Case
from common.fence import fenced
from common.models import Answered, WrittenByMany
from common.sealed import SealedTextField
from common.trail import tracked


if TYPE_CHECKING:
    from accounts.models import User

UNDECIDED = (TerminationStatus.PREPARED, TerminationStatus.ASKED)


class TerminationQuerySet(models.QuerySet["Termination"]):
    def visible_to(self, user: "User") -> Self:
        return self.filter(case__in=Case.objects.visible_to(user))

    def undecided(self) -> Self:
        return self.filter(status__in=UNDECIDED)

    def with_people(self) -> Self:
        return self.select_related(
            "case__client",
            "case__institution",
            "placement__institution",
            "placement__family_contact",
            "prepared_by",
            "asked_by",
            "answered_by",
        )


@tracked(by="case")
@fenced(by="case")
class Termination(WrittenByMany, Answered):
    """Somebody wants to end one placement, on a day and for a reason; another person agrees."""

    case = models.ForeignKey(
        Case, verbose_name=_("kasus"), on_delete=models.PROTECT, related_name="terminations"
    )
    placement = models.ForeignKey(
        Placement,
        verbose_name=_("penempatan"),
        on_delete=models.PROTECT,
        related_name="terminations",
    )
    status = models.CharField(
        _("status"),
        max_length=10,
        choices=TerminationStatus,
        default=TerminationStatus.PREPARED,
    )
    on = models.DateField(_("berakhir pada"))
    reason = models.CharField(_("alasan"), max_length=15, choices=EndReason)
    note = SealedTextField(_("catatan akhir"), owner="case.client")
    prepared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("disiapkan oleh"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    prepared_at = models.DateTimeField(_("disiapkan pada"))
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("diajukan oleh"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    asked_at = models.DateTimeField(_("diajukan pada"), null=True, blank=True)
    answer_note = SealedTextField(_("catatan jawaban"), blank=True, owner="case.client")

    objects = TerminationQuerySet.as_manager()

    class Meta:
        verbose_name = _("terminasi")
        verbose_name_plural = _("terminasi")
        constraints = (
            models.CheckConstraint(
                condition=Q(status__in=TerminationStatus.values), name="termination_status_known"
            ),
            models.UniqueConstraint(
                fields=("case",),
                condition=Q(status__in=UNDECIDED),
                name="termination_one_undecided_per_case",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=(TerminationStatus.ASKED, TerminationStatus.APPROVED))
                | Q(asked_by__isnull=False, asked_at__isnull=False),
                name="termination_asked_has_asker",
            ),
            models.CheckConstraint(
                condition=~Q(status=TerminationStatus.APPROVED)
                | Q(reason=EndReason.DIED)
                | (
                    Q(answered_by__isnull=False, answered_at__isnull=False)
                    & ~Q(answered_by=F("asked_by"))
                ),
                name="termination_approved_by_another",
            ),
        )
        indexes = (
            models.Index(
                fields=("case",),
                condition=Q(status=TerminationStatus.ASKED),
                name="termination_waiting",
            ),
        )

    def __str__(self) -> str:
        return f"{self.placement_id}: {self.reason} {self.status}"

    @property
    def hands(self) -> set[int | None]:
        """Who prepared it, asked for it, or left something out."""
        waived = self.waivers.values_list("waived_by", flat=True) if self.pk else ()
        return {*self.writers, *waived, self.prepared_by_id, self.asked_by_id}

    @property
    def is_prepared(self) -> bool:
        return self.status == TerminationStatus.PREPARED

    @property
    def is_asked(self) -> bool:
        return self.status == TerminationStatus.ASKED

    @property
    def is_approved(self) -> bool:
        return self.status == TerminationStatus.APPROVED


@tracked(by="termination")
@fenced(by="termination")
class GateWaiver(models.Model):
    """One item of the gate that is left out this time, and why."""

    termination = models.ForeignKey(
        Termination, verbose_name=_("terminasi"), on_delete=models.PROTECT, related_name="waivers"
    )
    item = models.CharField(_("syarat"), max_length=16, choices=GateItem)
    reason = SealedTextField(_("alasan pengecualian"), owner="termination.case.client")
    waived_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("dikecualikan oleh"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    waived_at = models.DateTimeField(_("dikecualikan pada"))

    class Meta:
        verbose_name = _("pengecualian syarat")
        verbose_name_plural = _("pengecualian syarat")
        constraints = (
            models.UniqueConstraint(fields=("termination", "item"), name="waiver_once_per_item"),
        )

    def __str__(self) -> str:
        return f"{self.termination_id} {self.item}"


@tracked(by="case")
@fenced(by="case")
class AftercarePlan(models.Model):
    """How contact is kept after care: agreed before it ends, beside the milestones of the schedule."""

    case = models.OneToOneField(
        Case, verbose_name=_("kasus"), on_delete=models.PROTECT, related_name="aftercare_plan"
    )
    contact_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("petugas yang menghubungi"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    first_contact_on = models.DateField(_("kontak pertama"))
    warning_signs = SealedTextField(_("tanda awal kambuh"), owner="case.client")
    emergency_contact = SealedTextField(
        _("yang dihubungi dalam keadaan darurat"), owner="case.client"
    )
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("ditulis oleh"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    written_at = models.DateTimeField(_("ditulis pada"))

    class Meta:
        verbose_name = _("rencana pascalayanan")
        verbose_name_plural = _("rencana pascalayanan")

    def __str__(self) -> str:
        return f"{self.case_id} {self.first_contact_on}"
