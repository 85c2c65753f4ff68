"""Breaking the glass: one person reads one file of others for one hour, gives a reason, and is asked about it."""

from datetime import timedelta
from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from accounts.enums import LEADS_PEOPLE, Role
from clients.enums import EmergencyReason, Judgement
from common.access import IsAnyOf
from common.fence import MINE, fenced
from common.sealed import SealedTextField, is_written
from common.trail import tracked
from partners.models import Institution


if TYPE_CHECKING:
    from accounts.models import User

FOR = timedelta(hours=1)
SHORTEST_REASON = 20
# Files that this person has opened in an emergency (clients/sql/emergencies.sql).
OPENED = "any((select app.emergencies())::bigint[])"


class BreakGlassQuerySet(models.QuerySet["BreakGlass"]):
    def visible_to(self, user: "User") -> Self:
        """The watchers of the nation all, those who lead an institution its own clients', everyone their own."""
        if not user.is_authenticated or not user.is_active:
            return self.none()
        if user.role in {Role.DATA_OFFICER, Role.AUDITOR}:
            return self.all()
        if user.role in LEADS_PEOPLE:
            return self.filter(Q(user=user) | Q(institution_id=user.institution_id))
        return self.filter(user=user)

    def live(self) -> Self:
        """Still open, by the database's clock."""
        return self.filter(ends_at__gt=Now())


@tracked(by="client")
# Without a look at the client: the client's own fence asks this table who has broken the glass.
@fenced(
    using=f"user_id = app.me() OR app.watches() OR institution_id = {MINE}", written_by_readers=True
)
class BreakGlass(models.Model):
    client = models.ForeignKey(
        "clients.Client",
        verbose_name=_("klien"),
        on_delete=models.PROTECT,
        related_name="emergencies",
    )
    institution = models.ForeignKey(
        Institution,
        verbose_name=_("lembaga pendaftar"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("dibuka oleh"),
        on_delete=models.PROTECT,
        related_name="emergencies",
    )
    reason_code = models.CharField(_("alasan"), max_length=12, choices=EmergencyReason)
    reason = SealedTextField(_("penjelasan"), owner="client")
    opened_at = models.DateTimeField(_("dibuka pada"), db_default=Now())
    ends_at = models.DateTimeField(_("berakhir pada"), db_default=Now() + FOR)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("ditinjau oleh"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    reviewed_at = models.DateTimeField(_("ditinjau pada"), null=True, blank=True)
    verdict = models.CharField(_("penilaian"), max_length=10, choices=Judgement, blank=True)
    review_note = SealedTextField(_("catatan peninjau"), blank=True, owner="client")

    objects = BreakGlassQuerySet.as_manager()

    class Meta:
        verbose_name = _("akses darurat")
        verbose_name_plural = _("akses darurat")
        constraints = (
            models.CheckConstraint(
                condition=Q(reason_code__in=EmergencyReason.values), name="break_glass_reason_known"
            ),
            models.CheckConstraint(
                condition=is_written("reason"),
                name="break_glass_says_why",
            ),
            models.CheckConstraint(
                condition=Q(ends_at__gte=F("opened_at"), ends_at__lte=F("opened_at") + FOR),
                name="break_glass_one_hour",
            ),
            models.CheckConstraint(
                condition=Q(reviewed_by__isnull=True, reviewed_at__isnull=True, verdict="")
                | Q(
                    reviewed_by__isnull=False,
                    reviewed_at__isnull=False,
                    verdict__in=Judgement.values,
                ),
                name="break_glass_review_whole",
            ),
            models.CheckConstraint(
                condition=~Q(reviewed_by=F("user")), name="break_glass_not_ones_own_judge"
            ),
        )
        indexes = (
            models.Index(fields=("user", "ends_at"), name="break_glass_live"),
            models.Index(
                fields=("-id",), condition=Q(reviewed_at=None), name="break_glass_unreviewed"
            ),
        )

    def __str__(self) -> str:
        return f"{self.user_id} -> {self.client_id}"

    @property
    def hands(self) -> set[int | None]:
        return {self.user_id}


def clients_opened_in_emergency(user: "User", column: str) -> Q:
    """`column` is the id of a client whose glass this person has broken, in a form that an index can use."""
    live = BreakGlass.objects.live().filter(user_id=user.pk).order_by()
    return Q(IsAnyOf(column, ArraySubquery(live.values("client_id"))))
