"""After-care that goes on at another institution, because the person has moved there."""

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from care.aftercare_enums import HandoverStatus
from care.enums import AgreedHow
from clients.models import Case
from common.fence import fenced
from common.models import Answered
from common.sealed import SealedTextField
from common.trail import tracked
from partners.models import Institution


if TYPE_CHECKING:
    from accounts.models import User


class AftercareHandoverQuerySet(models.QuerySet["AftercareHandover"]):
    def visible_to(self, user: "User") -> Self:
        return self.filter(case__in=Case.objects.visible_to(user))

    def asked(self) -> Self:
        return self.filter(status=HandoverStatus.ASKED)

    def newest_first(self) -> Self:
        return self.order_by("-pk")

    def with_people(self) -> Self:
        return self.select_related(
            "case__client", "case__institution", "institution", "asked_by", "answered_by", "worker"
        )


@tracked(by="case")
@fenced(by="case")
class AftercareHandover(Answered):
    """The person agreed on a day; the other institution answers. What was done before stays where it was done."""

    case = models.ForeignKey(
        Case, verbose_name=_("kasus"), on_delete=models.PROTECT, related_name="handovers"
    )
    institution = models.ForeignKey(
        Institution,
        verbose_name=_("lembaga penerima"),
        on_delete=models.PROTECT,
        related_name="aftercare_handovers",
    )
    status = models.CharField(
        _("status"), max_length=10, choices=HandoverStatus, default=HandoverStatus.ASKED
    )
    agreed_on = models.DateField(_("klien setuju pada"))
    agreed_how = models.CharField(_("cara setuju"), max_length=10, choices=AgreedHow)
    note = SealedTextField(_("pesan kepada penerima"), owner="case.client")
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("diajukan oleh"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    asked_at = models.DateTimeField(_("diajukan pada"))
    worker = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("petugas yang melanjutkan"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    answer_note = SealedTextField(_("catatan jawaban"), blank=True, owner="case.client")

    objects = AftercareHandoverQuerySet.as_manager()

    class Meta:
        verbose_name = _("penyerahan pascalayanan")
        verbose_name_plural = _("penyerahan pascalayanan")
        constraints = (
            models.CheckConstraint(
                condition=Q(status__in=HandoverStatus.values), name="handover_status_known"
            ),
            models.UniqueConstraint(
                fields=("case",),
                condition=Q(status=HandoverStatus.ASKED),
                name="handover_one_asked_per_case",
            ),
            models.CheckConstraint(
                condition=~Q(status=HandoverStatus.ACCEPTED)
                | Q(answered_at__isnull=False, worker__isnull=False),
                name="handover_accepted_has_worker",
            ),
        )

    def __str__(self) -> str:
        return f"{self.case_id} {self.institution_id} {self.status}"

    @property
    def is_asked(self) -> bool:
        return self.status == HandoverStatus.ASKED
