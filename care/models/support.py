"""Who helps the one base that leads: the synergy of family, LKS/IPWL and balai."""

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from care.enums import SupportStatus
from care.models.receiver import WithReceiver
from clients.models import Case, Client
from common.fence import fenced
from common.models import Answered
from common.sealed import SealedTextField, is_written
from common.trail import tracked


if TYPE_CHECKING:
    from accounts.models import User

LIVE = (SupportStatus.ASKED, SupportStatus.AGREED)


class SupportingBaseQuerySet(models.QuerySet["SupportingBase"]):
    def visible_to(self, user: "User") -> Self:
        return self.filter(case__in=Case.objects.visible_to(user))

    def live(self) -> Self:
        return self.filter(status__in=LIVE)

    def with_people(self) -> Self:
        return self.select_related(
            "case__client",
            "case__institution",
            "case__lead_worker",
            "institution",
            "family_contact",
            "asked_by",
            "answered_by",
        )


@tracked(by="case")
@fenced(by="case")
class SupportingBase(WithReceiver, Answered):
    """An institution, or a member of the family, with a role beside the lead base for a set time."""

    case = models.ForeignKey(
        Case, verbose_name=_("kasus"), on_delete=models.PROTECT, related_name="supporting_bases"
    )
    duty = SealedTextField(_("peran"), owner="case.client")
    from_on = models.DateField(_("mulai"))
    until_on = models.DateField(_("sampai"))
    status = models.CharField(
        _("status"), max_length=10, choices=SupportStatus, default=SupportStatus.ASKED
    )
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("diminta oleh"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    asked_at = models.DateTimeField(_("diminta pada"))
    answer_note = SealedTextField(_("catatan jawaban"), blank=True, owner="case.client")
    ended_at = models.DateTimeField(_("diakhiri pada"), null=True, blank=True)
    end_note = SealedTextField(_("catatan akhir"), blank=True, owner="case.client")

    objects = SupportingBaseQuerySet.as_manager()

    class Meta(WithReceiver.Meta):
        verbose_name = _("basis pendukung")
        verbose_name_plural = _("basis pendukung")
        constraints = (
            *WithReceiver.Meta.constraints,
            models.CheckConstraint(
                condition=Q(status__in=SupportStatus.values), name="support_status_known"
            ),
            models.CheckConstraint(condition=is_written("duty"), name="support_has_a_duty"),
            models.CheckConstraint(
                condition=Q(until_on__gte=F("from_on")), name="support_ends_after_start"
            ),
            models.CheckConstraint(
                condition=~Q(status__in=(SupportStatus.AGREED, SupportStatus.DECLINED))
                | Q(answered_at__isnull=False),
                name="support_answered_has_time",
            ),
            models.CheckConstraint(
                condition=~Q(status=SupportStatus.ENDED) | Q(ended_at__isnull=False),
                name="support_ended_has_time",
            ),
            models.UniqueConstraint(
                fields=("case", "institution"),
                condition=Q(status__in=LIVE),
                name="support_once_per_institution",
            ),
            models.UniqueConstraint(
                fields=("case", "family_contact"),
                condition=Q(status__in=LIVE),
                name="support_once_per_relative",
            ),
        )
        indexes = (models.Index(fields=("institution", "status"), name="support_by_institution"),)

    def __str__(self) -> str:
        return f"{self.case_id}: {self.base} {self.status}"

    @property
    def client(self) -> Client:
        return self.case.client

    @property
    def is_live(self) -> bool:
        return self.status in LIVE
