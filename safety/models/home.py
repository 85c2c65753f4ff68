"""What somebody found a home to be like: safe, unsafe, or not known."""

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from clients.models import Case
from common.fence import fenced
from common.trail import tracked
from safety.enums import Source


if TYPE_CHECKING:
    from accounts.models import User


class HomeJudgementQuerySet(models.QuerySet["HomeJudgement"]):
    def visible_to(self, user: "User") -> Self:
        return self.filter(case__in=Case.objects.visible_to(user))

    def newest_first(self) -> Self:
        """By the day on which somebody looked, not by when it was written down."""
        return self.order_by("-judged_on", "-pk")


@tracked(by="case")
@fenced(by="case")
class HomeJudgement(models.Model):
    """`is_safe` is null where somebody asked and it is not known."""

    case = models.ForeignKey(
        Case, verbose_name=_("kasus"), on_delete=models.PROTECT, related_name="home_judgements"
    )
    is_safe = models.BooleanField(_("tempat tinggal aman"), null=True)
    source = models.CharField(_("asal"), max_length=12, choices=Source)
    judged_on = models.DateField(_("dilihat pada"))
    judged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("oleh"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    recorded_at = models.DateTimeField(_("dicatat pada"))

    objects = HomeJudgementQuerySet.as_manager()

    class Meta:
        verbose_name = _("penilaian tempat tinggal")
        verbose_name_plural = _("penilaian tempat tinggal")
        indexes = (models.Index(fields=("case", "-judged_on", "-id"), name="home_by_case"),)

    def __str__(self) -> str:
        return f"{self.case_id} {self.judged_on:%Y-%m-%d}"
