"""What a person decided on a proposal, and why (UU 27/2022 art. 10)."""

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from atensi.common.sealed import SealedTextField, is_written
from atensi.common.trail import tracked
from clients.models import Case
from partners.enums import CareBase
from screening.enums import OverrideCode
from screening.models.screening import Screening


if TYPE_CHECKING:
    from accounts.models import User


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
