"""Bina lanjut: extended guidance after care, with a start, aims, contacts and a summary at its end."""

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from care.aftercare_enums import Fellowship, GuidanceResult, GuidanceTrack
from care.models.life import Recorded
from clients.models import Case
from common.fence import fenced
from common.sealed import SealedTextField
from common.trail import tracked


if TYPE_CHECKING:
    from accounts.models import User


class GuidanceQuerySet(models.QuerySet["Guidance"]):
    def visible_to(self, user: "User") -> Self:
        return self.filter(case__in=Case.objects.visible_to(user))

    def running(self) -> Self:
        return self.filter(ended_on__isnull=True)

    def newest_first(self) -> Self:
        return self.order_by("-pk")


@tracked(by="case")
@fenced(by="case")
class Guidance(Recorded):
    """One programme; the cadre is the trained neighbour of a community-based intervention (IBM)."""

    case = models.ForeignKey(
        Case, verbose_name=_("kasus"), on_delete=models.PROTECT, related_name="guidances"
    )
    starts_on = models.DateField(_("mulai"))
    planned_until = models.DateField(_("rencana sampai"))
    aims = SealedTextField(_("tujuan bina lanjut"), owner="case.client")
    cadre = SealedTextField(_("kader atau agen pemulihan"), blank=True, owner="case.client")
    ended_on = models.DateField(_("berakhir pada"), null=True, blank=True)
    attained = models.CharField(_("hasil"), max_length=10, choices=GuidanceResult, blank=True)
    summary = SealedTextField(_("ringkasan akhir"), blank=True, owner="case.client")
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("diakhiri oleh"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    objects = GuidanceQuerySet.as_manager()

    class Meta:
        verbose_name = _("bina lanjut")
        verbose_name_plural = _("bina lanjut")
        constraints = (
            models.UniqueConstraint(
                fields=("case",),
                condition=Q(ended_on__isnull=True),
                name="guidance_one_running_per_case",
            ),
            models.CheckConstraint(
                condition=Q(planned_until__gte=F("starts_on")), name="guidance_takes_time"
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True, attained="")
                | (Q(ended_on__gte=F("starts_on")) & ~Q(attained="")),
                name="guidance_ended_has_result",
            ),
        )

    def __str__(self) -> str:
        return f"{self.case_id} {self.starts_on}"

    @property
    def is_running(self) -> bool:
        return self.ended_on is None


@tracked(by="guidance")
@fenced(by="guidance")
class GuidanceContact(Recorded):
    """One contact with the person, the family or the cadre, or meetings of a self-help group outside."""

    guidance = models.ForeignKey(
        Guidance, verbose_name=_("bina lanjut"), on_delete=models.PROTECT, related_name="contacts"
    )
    on = models.DateField(_("tanggal"))
    track = models.CharField(_("dengan siapa"), max_length=10, choices=GuidanceTrack)
    fellowship = models.CharField(_("kelompok"), max_length=8, choices=Fellowship, blank=True)
    times = models.PositiveSmallIntegerField(_("berapa kali hadir"), null=True, blank=True)
    note = SealedTextField(_("isi kontak"), owner="guidance.case.client")

    class Meta:
        verbose_name = _("kontak bina lanjut")
        verbose_name_plural = _("kontak bina lanjut")
        constraints = (
            models.CheckConstraint(
                condition=Q(track=GuidanceTrack.SELF_HELP, times__gte=1) & ~Q(fellowship="")
                | (~Q(track=GuidanceTrack.SELF_HELP) & Q(fellowship="", times__isnull=True)),
                name="guidancecontact_group_is_named",
            ),
        )

    def __str__(self) -> str:
        return f"{self.guidance_id} {self.on} {self.track}"
