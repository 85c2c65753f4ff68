"""The interview as it was held, and what a person decided on its proposal."""

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from atensi.common.sealed import SealedTextField, is_written
from atensi.common.trail import tracked
from clients.enums import Risk
from clients.models import Case
from partners.enums import CareBase
from screening.enums import OverrideCode, ScreeningStatus


if TYPE_CHECKING:
    from accounts.models import User


class ScreeningQuerySet(models.QuerySet["Screening"]):
    def visible_to(self, user: "User") -> Self:
        return self.filter(case__in=Case.objects.visible_to(user))

    def newest_first(self) -> Self:
        return self.order_by("-pk")

    def drafts(self) -> Self:
        return self.filter(status=ScreeningStatus.DRAFT)

    def finished(self) -> Self:
        return self.filter(status=ScreeningStatus.FINISHED)


@tracked(by="case")
class Screening(models.Model):
    """One interview with an instrument of `screening.engine`; never changes once it is finished.

    `answers` and `red_flags` and `facts` are what was asked; `result` and `proposal` are frozen copies
    of what the engine said of them (`to_dict()` of its Result and Proposal). While it is a draft,
    `visited` holds for each section the revision that last changed it.
    """

    case = models.ForeignKey(
        Case, verbose_name=_("kasus"), on_delete=models.PROTECT, related_name="screenings"
    )
    instrument = models.CharField(_("instrumen"), max_length=20, default="assist")
    version = models.CharField(_("versi"), max_length=10)
    status = models.CharField(
        _("keadaan"), max_length=10, choices=ScreeningStatus, default=ScreeningStatus.DRAFT
    )
    answers = models.JSONField(_("jawaban"), default=dict, blank=True)
    red_flags = models.JSONField(_("tanda bahaya"), default=dict, blank=True)
    facts = models.JSONField(_("keadaan klien"), default=dict, blank=True)
    visited = models.JSONField(_("revisi terakhir tiap bagian"), default=dict, blank=True)
    revision = models.PositiveIntegerField(_("revisi draf"), default=0)
    result = models.JSONField(_("hasil"), null=True, blank=True)
    proposal = models.JSONField(_("usulan"), null=True, blank=True)
    risk = models.CharField(_("risiko"), max_length=10, choices=Risk, blank=True)
    proposed_base = models.CharField(
        _("basis yang diusulkan"), max_length=12, choices=CareBase, blank=True
    )
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("dimulai oleh"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    started_at = models.DateTimeField(_("dimulai pada"), db_default=Now())
    saved_at = models.DateTimeField(_("draf tersimpan pada"), null=True, blank=True)
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("draf disimpan oleh"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    finished_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("diselesaikan oleh"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    finished_at = models.DateTimeField(_("selesai pada"), null=True, blank=True)

    objects = ScreeningQuerySet.as_manager()

    class Meta:
        verbose_name = _("skrining")
        verbose_name_plural = _("skrining")
        constraints = (
            models.UniqueConstraint(
                fields=("case",),
                condition=Q(status=ScreeningStatus.DRAFT),
                name="screening_one_draft_per_case",
            ),
            models.CheckConstraint(
                condition=Q(status=ScreeningStatus.DRAFT, finished_at__isnull=True)
                | Q(
                    status=ScreeningStatus.FINISHED,
                    finished_at__isnull=False,
                    proposal__isnull=False,
                ),
                name="screening_finished_has_proposal",
            ),
        )
        indexes = (models.Index(fields=("case", "-id"), name="screening_by_case"),)

    def __str__(self) -> str:
        return f"{self.instrument} {self.version} #{self.pk}"

    @property
    def is_draft(self) -> bool:
        return self.status == ScreeningStatus.DRAFT

    @property
    def settled_by(self) -> "RoutingDecision | None":
        """The decision on its proposal, while there is one."""
        return getattr(self, "decision", None)

    @property
    def is_medical_referral(self) -> bool:
        """Ended by a red flag: there is advice, but neither a score nor a base."""
        return self.status == ScreeningStatus.FINISHED and not self.proposed_base


class RoutingDecisionQuerySet(models.QuerySet["RoutingDecision"]):
    def visible_to(self, user: "User") -> Self:
        return self.filter(screening__case__in=Case.objects.visible_to(user))


@tracked(by="screening")
class RoutingDecision(models.Model):
    """A person's answer to the proposal: the engine only advises (UU 27/2022 art. 10)."""

    screening = models.OneToOneField(
        Screening, verbose_name=_("skrining"), on_delete=models.PROTECT, related_name="decision"
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
        )

    def __str__(self) -> str:
        return f"{self.screening_id}: {self.base}"

    @property
    def is_override(self) -> bool:
        return self.base != self.proposed_base
