"""A step that was taken before its papers were there, because it could not wait."""

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from clients.models import Case
from common.fence import fenced
from common.sealed import SealedTextField, is_written
from common.trail import tracked
from screening.enums import Missing, Stage, UrgentReason


if TYPE_CHECKING:
    from accounts.models import User


class UrgentStepQuerySet(models.QuerySet["UrgentStep"]):
    def visible_to(self, user: "User") -> Self:
        return self.filter(case__in=Case.objects.visible_to(user))

    def of(self, case: Case, stage: str) -> "UrgentStep | None":
        """The newest by which the case went through this gate."""
        return self.filter(case=case, stage=stage).order_by("-pk").first()


@tracked(by="case")
@fenced(by="case")
class UrgentStep(models.Model):
    """`missing` names what the gate of `stage` asks for and what was not there; `reason` and `words` say why."""

    case = models.ForeignKey(
        Case, verbose_name=_("kasus"), on_delete=models.PROTECT, related_name="urgent_steps"
    )
    stage = models.CharField(_("langkah"), max_length=10, choices=Stage)
    missing = ArrayField(
        models.CharField(max_length=12, choices=Missing), verbose_name=_("yang belum ada")
    )
    reason = models.CharField(_("alasan mendesak"), max_length=12, choices=UrgentReason)
    words = SealedTextField(_("penjelasan"), owner="case.client")
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("dilakukan oleh"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    taken_at = models.DateTimeField(_("dilakukan pada"))

    objects = UrgentStepQuerySet.as_manager()

    class Meta:
        verbose_name = _("langkah mendesak")
        verbose_name_plural = _("langkah mendesak")
        constraints = (
            models.CheckConstraint(
                condition=Q(reason__in=UrgentReason.values) & is_written("words"),
                name="urgent_step_has_reason",
            ),
            models.CheckConstraint(condition=~Q(missing=[]), name="urgent_step_lacks_something"),
        )
        indexes = (models.Index(fields=("case", "-id"), name="urgent_step_by_case"),)

    def __str__(self) -> str:
        return f"{self.case_id} {self.stage}"
