"""A second pair of eyes where the instruments are two classes apart."""

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from clients.enums import Risk
from clients.models import Case
from common.fence import fenced
from common.sealed import SealedTextField
from common.trail import tracked
from screening.models.assessment import Assessment
from screening.models.screening import Screening


if TYPE_CHECKING:
    from accounts.models import User


class SecondAssessmentQuerySet(models.QuerySet["SecondAssessment"]):
    def visible_to(self, user: "User") -> Self:
        return self.filter(screening__case__in=Case.objects.visible_to(user))


@tracked(by="screening")
@fenced(by="screening")
class SecondAssessment(models.Model):
    """The judgement of a colleague who did not hold the interview; one for each proposal."""

    screening = models.ForeignKey(
        Screening, verbose_name=_("skrining"), on_delete=models.PROTECT, related_name="seconds"
    )
    assessment = models.OneToOneField(
        Assessment,
        verbose_name=_("asesmen"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="second",
    )
    risk = models.CharField(_("kelas risiko"), max_length=10, choices=Risk)
    judgement = SealedTextField(_("pertimbangan"), owner="screening.case.client")
    assessed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("dinilai oleh"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    assessed_at = models.DateTimeField(_("dinilai pada"))

    objects = SecondAssessmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("penilaian kedua")
        verbose_name_plural = _("penilaian kedua")
        constraints = (
            models.UniqueConstraint(
                fields=("screening",),
                condition=Q(assessment__isnull=True),
                name="second_once_per_screening",
            ),
        )

    def __str__(self) -> str:
        return f"{self.screening_id}: {self.risk}"
