"""Another level of care, proposed by a re-screening and answered by a person."""

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from clients.enums import Risk
from clients.models import Case
from common.fence import fenced
from common.sealed import SealedTextField, is_written
from common.trail import tracked
from partners.enums import CareBase
from screening.enums import StepCondition, StepDirection, StepReason, StepStatus
from screening.models.assessment import Assessment


if TYPE_CHECKING:
    from accounts.models import User

S = StepStatus


class StepChangeQuerySet(models.QuerySet["StepChange"]):
    def visible_to(self, user: "User") -> Self:
        return self.filter(screening__case__in=Case.objects.visible_to(user))

    def open(self) -> Self:
        return self.filter(status=StepStatus.PROPOSED)

    def of_case(self, case: Case) -> Self:
        return self.filter(screening__case=case).select_related("screening", "decided_by")

    def newest_first(self) -> Self:
        return self.order_by("-pk")


@tracked(by="screening")
@fenced(by="screening")
class StepChange(models.Model):
    """The engine only advises: class and base of the case change when a person accepts.

    Proposed upon the screening, or upon `assessment` where one was signed later.
    """

    screening = models.ForeignKey(
        "screening.Screening",
        verbose_name=_("skrining"),
        on_delete=models.PROTECT,
        related_name="step_changes",
    )
    assessment = models.ForeignKey(
        Assessment,
        verbose_name=_("asesmen"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="step_changes",
    )
    direction = models.CharField(_("arah"), max_length=10, choices=StepDirection)
    reasons = ArrayField(
        models.CharField(max_length=20, choices=StepReason), verbose_name=_("alasan usulan")
    )
    from_risk = models.CharField(_("risiko semula"), max_length=10, choices=Risk)
    to_risk = models.CharField(_("risiko yang diusulkan"), max_length=10, choices=Risk)
    from_base = models.CharField(_("basis semula"), max_length=12, choices=CareBase)
    to_base = models.CharField(_("basis yang diusulkan"), max_length=12, choices=CareBase)
    proposed_at = models.DateTimeField(_("diusulkan pada"))
    status = models.CharField(
        _("status"), max_length=10, choices=StepStatus, default=StepStatus.PROPOSED
    )
    conditions = ArrayField(
        models.CharField(max_length=20, choices=StepCondition),
        verbose_name=_("syarat yang dipastikan"),
        default=list,
        blank=True,
    )
    note = SealedTextField(_("penjelasan"), blank=True, owner="screening.case.client")
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("diputuskan oleh"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    decided_at = models.DateTimeField(_("diputuskan pada"), null=True, blank=True)

    objects = StepChangeQuerySet.as_manager()

    class Meta:
        verbose_name = _("perubahan tingkat layanan")
        verbose_name_plural = _("perubahan tingkat layanan")
        constraints = (
            models.CheckConstraint(
                condition=(Q(status__in=(S.ACCEPTED, S.REFUSED), decided_at__isnull=False))
                | Q(status__in=(S.PROPOSED, S.LAPSED), decided_at__isnull=True),
                name="step_decided_has_time",
            ),
            models.CheckConstraint(
                condition=Q(decided_at__isnull=True) | Q(decided_by__isnull=False),
                name="step_decided_has_person",
            ),
            models.CheckConstraint(
                condition=~Q(status=S.REFUSED) | is_written("note"),
                name="step_refusal_has_reason",
            ),
            models.CheckConstraint(
                condition=~Q(to_risk=F("from_risk")) | ~Q(direction=StepDirection.DOWN),
                name="step_down_is_lighter",
            ),
            models.UniqueConstraint(
                fields=("screening",),
                condition=Q(assessment__isnull=True),
                name="step_once_per_screening",
            ),
            models.UniqueConstraint(fields=("assessment",), name="step_once_per_assessment"),
        )

    def __str__(self) -> str:
        return f"{self.screening_id} {self.direction}"

    @property
    def is_open(self) -> bool:
        return self.status == StepStatus.PROPOSED

    @property
    def is_up(self) -> bool:
        return self.direction == StepDirection.UP

    @property
    def reason_labels(self) -> list[str]:
        return [str(StepReason(code).label) for code in self.reasons]

    @property
    def is_accepted(self) -> bool:
        return self.status == StepStatus.ACCEPTED
