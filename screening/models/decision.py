"""What a person decided on a proposal, and why (UU 27/2022 art. 10)."""

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from clients.models import Case
from common.fence import fenced
from common.sealed import SealedTextField, is_written
from common.trail import tracked
from partners.enums import CareBase
from screening.enums import LIVE_DECISIONS, DecisionStatus, OverrideCode, ReviewOutcome
from screening.models.assessment import Assessment


if TYPE_CHECKING:
    from accounts.models import User


class RoutingDecisionQuerySet(models.QuerySet["RoutingDecision"]):
    def visible_to(self, user: "User") -> Self:
        return self.filter(screening__case__in=Case.objects.visible_to(user))

    def live(self) -> Self:
        return self.filter(status__in=LIVE_DECISIONS)

    def awaiting(self) -> Self:
        return self.filter(status=DecisionStatus.AWAITING)


@tracked(by="screening")
@fenced(by="screening")
class RoutingDecision(models.Model):
    """A person's answer to the proposal: the engine only advises (UU 27/2022 art. 10).

    The proposal is the screening's, or that of `assessment` where one was signed later. A lighter base than
    proposed for a high risk waits for the answer of a leader (`approved_by`, whatever the answer) and is
    reviewed afterwards.
    """

    screening = models.ForeignKey(
        "screening.Screening",
        verbose_name=_("skrining"),
        on_delete=models.PROTECT,
        related_name="decisions",
    )
    assessment = models.ForeignKey(
        Assessment,
        verbose_name=_("asesmen"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="decisions",
    )
    status = models.CharField(
        _("status"),
        max_length=10,
        choices=DecisionStatus,
        default=DecisionStatus.SETTLED,
        db_default=DecisionStatus.SETTLED,
    )
    proposed_base = models.CharField(_("basis yang diusulkan"), max_length=12, choices=CareBase)
    base = models.CharField(_("basis yang diputuskan"), max_length=12, choices=CareBase)
    override_code = models.CharField(
        _("alasan berbeda"), max_length=20, choices=OverrideCode, blank=True
    )
    reason = SealedTextField(_("penjelasan"), blank=True, owner="screening.case.client")
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("diputuskan oleh"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    decided_at = models.DateTimeField(_("diputuskan pada"))
    supporting = models.JSONField(_("basis pendukung"), default=list, blank=True, db_default=[])
    programme_months = models.PositiveSmallIntegerField(
        _("lama program (bulan)"), null=True, blank=True
    )
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("persetujuan dijawab oleh"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    approved_at = models.DateTimeField(_("persetujuan dijawab pada"), null=True, blank=True)
    approval_note = SealedTextField(
        _("catatan persetujuan"), blank=True, owner="screening.case.client"
    )
    review_due_on = models.DateField(_("ditinjau paling lambat"), null=True, blank=True)
    review_outcome = models.CharField(
        _("hasil tinjauan"), max_length=10, choices=ReviewOutcome, blank=True, db_default=""
    )
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("ditinjau oleh"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    reviewed_at = models.DateTimeField(_("ditinjau pada"), null=True, blank=True)
    review_note = SealedTextField(_("catatan tinjauan"), blank=True, owner="screening.case.client")

    objects = RoutingDecisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("keputusan usulan")
        verbose_name_plural = _("keputusan usulan")
        constraints = (
            models.CheckConstraint(
                condition=Q(base=F("proposed_base"), override_code="")
                | (~Q(base=F("proposed_base")) & ~Q(override_code="") & is_written("reason")),
                name="decision_override_has_reason",
                violation_error_message=_("Keputusan yang berbeda dari usulan memerlukan alasan."),
            ),
            models.UniqueConstraint(
                fields=("screening",),
                condition=Q(status__in=LIVE_DECISIONS),
                name="decision_one_live_per_screening",
            ),
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True) | ~Q(approved_by=F("decided_by")),
                name="decision_approved_by_another",
            ),
            models.CheckConstraint(
                condition=~Q(status=DecisionStatus.REFUSED)
                | Q(approved_at__isnull=False, approved_by__isnull=False),
                name="decision_refused_has_person",
            ),
            models.CheckConstraint(
                condition=Q(reviewed_at__isnull=True, review_outcome="")
                | Q(reviewed_at__isnull=False, reviewed_by__isnull=False) & ~Q(review_outcome=""),
                name="decision_reviewed_has_outcome",
            ),
        )
        indexes = (models.Index(fields=("decided_at",), name="decision_by_time"),)

    def __str__(self) -> str:
        return f"{self.screening_id}: {self.base}"

    @property
    def hands(self) -> set[int | None]:
        return {self.decided_by_id}

    @property
    def is_override(self) -> bool:
        return self.base != self.proposed_base

    @property
    def is_settled(self) -> bool:
        return self.status == DecisionStatus.SETTLED

    @property
    def is_awaiting(self) -> bool:
        return self.status == DecisionStatus.AWAITING

    @property
    def awaits_review(self) -> bool:
        """Approved against the proposal of a high risk, and not looked at again yet."""
        return self.is_settled and self.review_due_on is not None and self.reviewed_at is None

    @property
    def supporting_labels(self) -> list[str]:
        return [str(CareBase(base).label) for base in self.supporting]
