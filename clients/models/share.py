"""A client's file opened to another institution for a set time."""

from datetime import date
from typing import Self

from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now, TruncDate
from django.utils.translation import gettext_lazy as _

from common.access import IsAnyOf
from common.fence import MINE, fenced
from common.trail import tracked
from partners.models import Institution


# Files that others have opened to an institution of mine (clients/sql/shares.sql).
SHARED = "any((select app.shared())::bigint[])"
SHARED_FOR_WRITING = "any((select app.shared_for_writing())::bigint[])"


class ShareQuerySet(models.QuerySet["Share"]):
    def live(self) -> Self:
        """Shares that have not run out today, by the database's clock."""
        return self.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=TruncDate(Now())))

    def on(self, day: date) -> Self:
        return self.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=day))


@tracked(by="client")
@fenced(
    using=f"owner_id = {MINE} OR institution_id = {MINE}",
    copies_by="client",
    written_by_readers=True,
)
class Share(models.Model):
    """`institution` may read and work on the client that `owner` registered, until `ends_on`.

    `read_only`: it has handed the person over, and keeps the file to be read only.
    """

    client = models.ForeignKey(
        "clients.Client", verbose_name=_("klien"), on_delete=models.CASCADE, related_name="shares"
    )
    owner = models.ForeignKey(
        Institution,
        verbose_name=_("pemilik berkas"),
        on_delete=models.PROTECT,
        related_name="shares_given",
    )
    institution = models.ForeignKey(
        Institution,
        verbose_name=_("penerima"),
        on_delete=models.PROTECT,
        related_name="shares_received",
    )
    granted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("diberikan oleh"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    granted_at = models.DateTimeField(_("diberikan pada"), db_default=Now())
    ends_on = models.DateField(_("berakhir pada"), null=True, blank=True)
    read_only = models.BooleanField(_("hanya membaca"), default=False, db_default=False)

    objects = ShareQuerySet.as_manager()

    class Meta:
        verbose_name = _("berbagi berkas")
        verbose_name_plural = _("berbagi berkas")
        constraints = (
            models.UniqueConstraint(
                fields=("client", "institution"), name="share_once_per_institution"
            ),
            models.CheckConstraint(
                condition=~Q(owner=F("institution")), name="share_not_with_oneself"
            ),
        )
        indexes = (models.Index(fields=("institution", "ends_on"), name="share_by_receiver"),)

    def __str__(self) -> str:
        return f"{self.client_id} -> {self.institution_id}"


def clients_shared_with(institution_id: int, column: str) -> Q:
    """`column` is the id of a client shared with the institution, in a form that an index can use."""
    live = Share.objects.live().filter(institution_id=institution_id).order_by()
    return Q(IsAnyOf(column, ArraySubquery(live.values("client_id"))))
