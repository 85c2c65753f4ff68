"""A return to use: named on the file, made safe, answered. Never a reason to be sent away."""

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from care.aftercare_enums import RelapseAnswer, RelapseStatus
from clients.models import Case
from common.fence import fenced
from common.sealed import SealedTextField, is_written
from common.trail import tracked


if TYPE_CHECKING:
    from accounts.models import User


class RelapseQuerySet(models.QuerySet["Relapse"]):
    def visible_to(self, user: "User") -> Self:
        return self.filter(case__in=Case.objects.visible_to(user))

    def unsettled(self) -> Self:
        return self.exclude(status=RelapseStatus.SETTLED)

    def newest_first(self) -> Self:
        return self.order_by("-pk")

    def with_people(self) -> Self:
        return self.select_related("case__client", "named_by", "planned_by", "settled_by")


@tracked(by="case")
@fenced(by="case")
class Relapse(models.Model):
    """`words` and the safety plan are the person's own; what follows is coded, so that it can be counted."""

    case = models.ForeignKey(
        Case, verbose_name=_("kasus"), on_delete=models.PROTECT, related_name="relapses"
    )
    status = models.CharField(
        _("status"), max_length=10, choices=RelapseStatus, default=RelapseStatus.NAMED
    )
    on = models.DateField(_("kambuh pada"))
    words = SealedTextField(_("apa yang terjadi"), owner="case.client")
    named_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("dicatat oleh"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    named_at = models.DateTimeField(_("dicatat pada"))
    warning_signs = SealedTextField(_("tanda bahaya"), blank=True, owner="case.client")
    what_to_do = SealedTextField(_("yang dilakukan"), blank=True, owner="case.client")
    whom_to_call = SealedTextField(_("yang dihubungi"), blank=True, owner="case.client")
    planned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("rencana disusun oleh"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    planned_at = models.DateTimeField(_("rencana disusun pada"), null=True, blank=True)
    answer = models.CharField(
        _("langkah sesudahnya"), max_length=10, choices=RelapseAnswer, blank=True
    )
    answer_note = SealedTextField(_("penjelasan"), blank=True, owner="case.client")
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("diputuskan oleh"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    settled_at = models.DateTimeField(_("diputuskan pada"), null=True, blank=True)

    objects = RelapseQuerySet.as_manager()

    class Meta:
        verbose_name = _("kekambuhan")
        verbose_name_plural = _("kekambuhan")
        constraints = (
            models.CheckConstraint(
                condition=Q(status__in=RelapseStatus.values), name="relapse_status_known"
            ),
            models.UniqueConstraint(
                fields=("case",),
                condition=~Q(status=RelapseStatus.SETTLED),
                name="relapse_one_unsettled_per_case",
            ),
            models.CheckConstraint(
                condition=~Q(status=RelapseStatus.PLANNED)
                | (Q(planned_at__isnull=False) & is_written("what_to_do")),
                name="relapse_planned_has_plan",
            ),
            models.CheckConstraint(
                condition=Q(status=RelapseStatus.SETTLED, settled_at__isnull=False) & ~Q(answer="")
                | (~Q(status=RelapseStatus.SETTLED) & Q(settled_at__isnull=True, answer="")),
                name="relapse_settled_has_answer",
            ),
        )

    def __str__(self) -> str:
        return f"{self.case_id} {self.on} {self.status}"

    @property
    def has_plan(self) -> bool:
        return self.planned_at is not None

    @property
    def is_settled(self) -> bool:
        return self.status == RelapseStatus.SETTLED
