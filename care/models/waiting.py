"""Who waits for a place, for which one, and what is done for them meanwhile."""

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Case as Switch, IntegerField, Q, Value, When
from django.utils.translation import gettext, gettext_lazy as _

from care.enums import IN_QUEUE, QueueExit, WaitingStatus
from clients.enums import CaseStatus, Risk
from clients.models import Case
from clients.models.case import shown_risk
from common.fence import fenced
from common.sealed import SealedTextField
from common.trail import tracked
from partners.enums import CareBase, Component
from partners.models import Institution
from regions.models import Province


if TYPE_CHECKING:
    from accounts.models import User

URGENCY = (Risk.HIGH, Risk.MODERATE, Risk.LOW)


def target_of(aim: list[str]) -> str:
    """What is waited for, as people say it (`WaitingEntry.aim`)."""
    if len(aim) == 1:
        return aim[0]
    base, province = aim
    words = {"base": CareBase(base).label, "place": province}
    if province:
        return gettext("%(base)s mana pun di %(place)s") % words
    return gettext("%(base)s mana pun di Indonesia") % words


class WaitingEntryQuerySet(models.QuerySet["WaitingEntry"]):
    def visible_to(self, user: "User") -> Self:
        return self.filter(case__in=Case.objects.visible_to(user))

    def in_queue(self) -> Self:
        return self.filter(status__in=IN_QUEUE, case__status=CaseStatus.PLACEMENT)

    def standing_of(self, case: Case) -> "WaitingEntry | None":
        """Where the case stands in a queue now, with its position."""
        rows = self.filter(case=case).in_queue()
        return rows.select_related(
            "place", "institution", "province", "offered_institution"
        ).first()

    def first_come(self) -> Self:
        """The rule of the queue: by risk, then by time. The view of the positions says the same in SQL."""
        urgency = Switch(
            *(When(shown=risk, then=Value(n)) for n, risk in enumerate(URGENCY)),
            default=Value(len(URGENCY)),
            output_field=IntegerField(),
        )
        return self.alias(shown=shown_risk("case__")).order_by(urgency, "queued_at", "pk")


@tracked(by="case")
@fenced(by="case")
class WaitingEntry(models.Model):
    """A case that waits for one institution, or for any of its base in a province or in the country."""

    case = models.ForeignKey(
        Case, verbose_name=_("kasus"), on_delete=models.PROTECT, related_name="waiting_entries"
    )
    institution = models.ForeignKey(
        Institution,
        verbose_name=_("lembaga yang ditunggu"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="waiting_entries",
    )
    province = models.ForeignKey(
        Province,
        verbose_name=_("provinsi"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    entered_at = models.DateTimeField(_("menunggu sejak"))
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("dimasukkan oleh"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    # What the position counts by: when they came, or when they last let an offered place go by.
    queued_at = models.DateTimeField(_("urutan dihitung dari"))
    status = models.CharField(
        _("status"), max_length=10, choices=WaitingStatus, default=WaitingStatus.WAITING
    )
    interim_services = ArrayField(
        models.CharField(max_length=4, choices=Component),
        verbose_name=_("layanan sementara"),
        default=list,
        blank=True,
    )
    interim_provider = SealedTextField(
        _("pemberi layanan sementara"), blank=True, owner="case.client"
    )
    contacts = models.PositiveSmallIntegerField(_("jumlah kontak"), default=0)
    last_contact_on = models.DateField(_("kontak terakhir"), null=True, blank=True)
    offers = models.PositiveSmallIntegerField(_("jumlah tawaran"), default=0)
    offered_institution = models.ForeignKey(
        Institution,
        verbose_name=_("lembaga yang mempunyai tempat"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    offer_ends_on = models.DateField(_("tawaran berlaku sampai"), null=True, blank=True)
    left_at = models.DateTimeField(_("keluar pada"), null=True, blank=True)
    leave_reason = models.CharField(
        _("alasan keluar"), max_length=10, choices=QueueExit, blank=True
    )

    objects = WaitingEntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("daftar tunggu")
        verbose_name_plural = _("daftar tunggu")
        constraints = (
            models.UniqueConstraint(
                fields=("case",), condition=Q(status__in=IN_QUEUE), name="waiting_once_per_case"
            ),
            models.CheckConstraint(
                condition=Q(status__in=WaitingStatus.values), name="waiting_status_known"
            ),
            models.CheckConstraint(
                condition=Q(institution__isnull=True) | Q(province__isnull=True),
                name="waiting_for_one_or_any",
            ),
            models.CheckConstraint(
                condition=~Q(status=WaitingStatus.OFFERED)
                | Q(offered_institution__isnull=False, offer_ends_on__isnull=False),
                name="waiting_offer_has_place_and_day",
            ),
            models.CheckConstraint(
                condition=Q(status=WaitingStatus.LEFT, left_at__isnull=False) & ~Q(leave_reason="")
                | ~Q(status=WaitingStatus.LEFT) & Q(left_at__isnull=True, leave_reason=""),
                name="waiting_left_has_time_and_reason",
            ),
        )
        indexes = (models.Index(fields=("status", "institution"), name="waiting_by_institution"),)

    def __str__(self) -> str:
        return f"{self.case_id} {self.status}"

    @property
    def is_in_queue(self) -> bool:
        return self.status in IN_QUEUE and self.case.status == CaseStatus.PLACEMENT

    @property
    def aim(self) -> list[str]:
        """The institution waited for, or else the base and the province, if only one will do."""
        if self.institution:
            return [self.institution.name]
        return [self.case.base, self.province.name if self.province else ""]

    @property
    def target(self) -> str:
        return target_of(self.aim)

    @property
    def interim_labels(self) -> list[str]:
        return [str(Component(code).label) for code in self.interim_services]


class WaitingPlace(models.Model):
    """The position of an entry among those who wait for the same, over the whole nation: numbers only.

    A view of the database: within the fence one sees one's own entries.
    """

    entry = models.OneToOneField(
        WaitingEntry,
        verbose_name=_("daftar tunggu"),
        primary_key=True,
        on_delete=models.DO_NOTHING,
        related_name="place",
    )
    institution = models.ForeignKey(
        Institution,
        verbose_name=_("lembaga"),
        null=True,
        on_delete=models.DO_NOTHING,
        related_name="+",
    )
    position = models.PositiveIntegerField(_("urutan"))
    total = models.PositiveIntegerField(_("jumlah yang menunggu"))

    class Meta:
        managed = False
        db_table = 'app"."waiting_place'
        verbose_name = _("urutan tunggu")
        verbose_name_plural = _("urutan tunggu")

    def __str__(self) -> str:
        return f"{self.entry_id}: {self.position}/{self.total}"
