"""The comprehensive assessment: sections that any colleague fills in any order, signed by a supervisor.

Bio-psycho-social-spiritual, with family, network and strengths (domain facts, section 2.1, stage 3).
"""

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from clients.enums import Risk
from clients.models import Case
from common.fence import fenced
from common.models import WrittenByMany
from common.sealed import SealedJSONField, SealedTextField
from common.trail import tracked
from partners.enums import CareBase
from screening.enums import AssessmentKind, AssessmentStatus
from screening.models.correcting import Correctable
from screening.models.part import Part


if TYPE_CHECKING:
    from accounts.models import User

UNFINISHED = (AssessmentStatus.DRAFT, AssessmentStatus.SUBMITTED)


class AssessmentQuerySet(models.QuerySet["Assessment"]):
    def visible_to(self, user: "User") -> Self:
        return self.filter(case__in=Case.objects.visible_to(user))

    def unfinished(self) -> Self:
        return self.filter(status__in=UNFINISHED)

    def submitted(self) -> Self:
        return self.filter(status=AssessmentStatus.SUBMITTED)

    def signed(self) -> Self:
        return self.filter(status=AssessmentStatus.SIGNED)

    def newest_first(self) -> Self:
        return self.order_by("-pk")


@tracked(by="case")
@fenced(by="case")
class Assessment(Correctable, WrittenByMany):
    """One assessment of a case; never changes once it is signed: a correction is a new one that names it.

    `proposal`, `risk` and `proposed_base` are what the engine said of all its results on the day it was
    signed (`engine.Proposal.to_dict()`), and `facts` what it was told with them (none before 1 December 2026).
    """

    case = models.ForeignKey(
        Case, verbose_name=_("kasus"), on_delete=models.PROTECT, related_name="assessments"
    )
    kind = models.CharField(_("jenis"), max_length=10, choices=AssessmentKind)
    status = models.CharField(
        _("status"), max_length=10, choices=AssessmentStatus, default=AssessmentStatus.DRAFT
    )
    summary = SealedTextField(_("kesimpulan asesmen"), blank=True, owner="case.client")
    facts = SealedJSONField(_("keadaan klien"), null=True, blank=True, owner="case.client")
    proposal = SealedJSONField(_("usulan"), null=True, blank=True, owner="case.client")
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
    started_at = models.DateTimeField(_("dimulai pada"))
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("diajukan oleh"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    submitted_at = models.DateTimeField(_("diajukan pada"), null=True, blank=True)
    return_note = SealedTextField(_("catatan pengembalian"), blank=True, owner="case.client")
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("disahkan oleh"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    signed_at = models.DateTimeField(_("disahkan pada"), null=True, blank=True)

    objects = AssessmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("asesmen")
        verbose_name_plural = _("asesmen")
        constraints = (
            models.UniqueConstraint(
                fields=("case",),
                condition=Q(status__in=UNFINISHED),
                name="assessment_one_unfinished_per_case",
            ),
            models.CheckConstraint(
                condition=~Q(status=AssessmentStatus.SIGNED)
                | Q(signed_at__isnull=False, signed_by__isnull=False, submitted_at__isnull=False),
                name="assessment_signed_has_signer",
            ),
            models.CheckConstraint(
                condition=~Q(status=AssessmentStatus.SIGNED) | ~Q(signed_by=F("submitted_by")),
                name="assessment_signed_by_another",
            ),
        )
        indexes = (models.Index(fields=("case", "-id"), name="assessment_by_case"),)

    def __str__(self) -> str:
        return f"{self.kind} #{self.pk}"

    @property
    def client_id(self) -> int:
        return self.case.client_id

    @property
    def hands(self) -> set[int | None]:
        """Who saved a part of it, or handed it in."""
        return {*self.writers, *self.parts.values_list("saved_by", flat=True), self.submitted_by_id}

    @property
    def is_draft(self) -> bool:
        return self.status == AssessmentStatus.DRAFT

    @property
    def is_submitted(self) -> bool:
        return self.status == AssessmentStatus.SUBMITTED

    @property
    def is_signed(self) -> bool:
        return self.status == AssessmentStatus.SIGNED


class AssessmentPartQuerySet(models.QuerySet["AssessmentPart"]):
    def visible_to(self, user: "User") -> Self:
        return self.filter(assessment__case__in=Case.objects.visible_to(user))


@tracked(by="assessment")
@fenced(by="assessment")
class AssessmentPart(Part):
    """One section of an assessment."""

    assessment = models.ForeignKey(
        Assessment, verbose_name=_("asesmen"), on_delete=models.PROTECT, related_name="parts"
    )
    answers = SealedJSONField(
        _("jawaban"), default=dict, blank=True, owner="assessment.case.client"
    )
    words = SealedTextField(_("uraian"), blank=True, owner="assessment.case.client")
    result = SealedJSONField(_("hasil"), null=True, blank=True, owner="assessment.case.client")

    objects = AssessmentPartQuerySet.as_manager()

    class Meta:
        verbose_name = _("bagian asesmen")
        verbose_name_plural = _("bagian asesmen")
        constraints = (
            models.UniqueConstraint(fields=("assessment", "code"), name="part_once_per_assessment"),
        )

    def __str__(self) -> str:
        return f"{self.assessment_id} {self.code}"
