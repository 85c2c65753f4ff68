"""From one base to another while care goes on: asked, answered, under way, arrived."""

from datetime import date
from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from care.enums import DeclineReason, TransferReason, TransferStatus
from care.models.placement import Placement
from care.models.receiver import WithReceiver
from clients.models import Case, Client, Consent
from common.fence import fenced
from common.models import Answered
from common.sealed import SealedTextField, is_written
from common.trail import tracked


if TYPE_CHECKING:
    from accounts.models import User

HOLDS_A_PLACE = (TransferStatus.ACCEPTED, TransferStatus.TRAVELLING)
OPEN = (TransferStatus.PROPOSED, TransferStatus.ACCEPTED, TransferStatus.TRAVELLING)
ON_THE_WAY = (TransferStatus.TRAVELLING, TransferStatus.ARRIVED, TransferStatus.NOT_ARRIVED)


class TransferQuerySet(models.QuerySet["Transfer"]):
    def visible_to(self, user: "User") -> Self:
        return self.filter(case__in=Case.objects.visible_to(user))

    def open(self) -> Self:
        return self.filter(status__in=OPEN)

    def travelling(self) -> Self:
        return self.filter(status=TransferStatus.TRAVELLING)

    def arrived(self) -> Self:
        return self.filter(status=TransferStatus.ARRIVED)

    def received_by(self, institution_id: int) -> Self:
        return self.filter(institution_id=institution_id)

    def sent_by(self, institution_id: int) -> Self:
        keeps = Q(case__institution_id=institution_id)
        return self.filter(keeps | Q(from_placement__institution_id=institution_id)).exclude(
            institution_id=institution_id
        )

    def with_people(self) -> Self:
        """Everything that a page about a transfer names, in one query."""
        return self.select_related(
            "case__client",
            "case__institution",
            "case__lead_worker",
            "from_placement__client",
            "from_placement__institution",
            "from_placement__family_contact",
            "institution",
            "family_contact",
            "consent",
            "proposed_by",
            "answered_by",
            "closed_by",
        )


@tracked(by="case")
@fenced(by="case")
class Transfer(WithReceiver, Answered):
    """The old placement runs until the receiver has confirmed arrival; only then does the new one exist.

    From acceptance on the transfer itself holds a place at the receiver (`HOLDS_A_PLACE`; care/sql/places.sql counts it).
    """

    case = models.ForeignKey(
        Case, verbose_name=_("kasus"), on_delete=models.PROTECT, related_name="transfers"
    )
    from_placement = models.ForeignKey(
        Placement, verbose_name=_("dari"), on_delete=models.PROTECT, related_name="transfers"
    )
    to_placement = models.OneToOneField(
        Placement,
        verbose_name=_("penempatan baru"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="came_by",
    )
    reason = models.CharField(_("alasan"), max_length=15, choices=TransferReason)
    status = models.CharField(
        _("status"), max_length=12, choices=TransferStatus, default=TransferStatus.PROPOSED
    )
    handover_note = SealedTextField(_("catatan serah terima"), owner="case.client")
    planned_on = models.DateField(_("rencana berangkat"))
    consent = models.ForeignKey(
        Consent,
        verbose_name=_("dasar persetujuan"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("diajukan oleh"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    proposed_at = models.DateTimeField(_("diajukan pada"))
    answer_due_on = models.DateField(_("jawaban paling lambat"), null=True, blank=True)
    decline_reason = models.CharField(
        _("alasan penolakan"), max_length=15, choices=DeclineReason, blank=True
    )
    answer_note = SealedTextField(_("catatan jawaban"), blank=True, owner="case.client")
    contact_on = models.DateField(_("kontak serah terima pada"), null=True, blank=True)
    contact_note = SealedTextField(_("kontak serah terima"), blank=True, owner="case.client")
    departed_on = models.DateField(_("berangkat"), null=True, blank=True)
    arrived_on = models.DateField(_("tiba"), null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("diselesaikan oleh"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    closed_at = models.DateTimeField(_("diselesaikan pada"), null=True, blank=True)
    close_note = SealedTextField(_("catatan akhir"), blank=True, owner="case.client")
    sender_reads_until = models.DateField(_("pengirim membaca sampai"), null=True, blank=True)

    objects = TransferQuerySet.as_manager()

    class Meta(WithReceiver.Meta):
        verbose_name = _("pemindahan")
        verbose_name_plural = _("pemindahan")
        constraints = (
            *WithReceiver.Meta.constraints,
            models.CheckConstraint(
                condition=Q(status__in=TransferStatus.values), name="transfer_status_known"
            ),
            models.CheckConstraint(
                condition=~Q(status=TransferStatus.DECLINED) | ~Q(decline_reason=""),
                name="transfer_declined_has_reason",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=ON_THE_WAY)
                | (
                    Q(departed_on__isnull=False, contact_on__isnull=False)
                    & is_written("contact_note")
                ),
                name="transfer_departed_was_handed_over",
            ),
            models.CheckConstraint(
                condition=Q(
                    status=TransferStatus.ARRIVED,
                    arrived_on__isnull=False,
                    to_placement__isnull=False,
                )
                | (
                    ~Q(status=TransferStatus.ARRIVED)
                    & Q(arrived_on__isnull=True, to_placement__isnull=True)
                ),
                name="transfer_arrived_has_placement",
            ),
            models.CheckConstraint(
                condition=Q(arrived_on__isnull=True) | Q(arrived_on__gte=F("departed_on")),
                name="transfer_arrives_after_departure",
            ),
            models.CheckConstraint(
                condition=Q(status__in=OPEN, closed_at__isnull=True)
                | (~Q(status__in=OPEN) & Q(closed_at__isnull=False)),
                name="transfer_closed_has_time",
            ),
            models.UniqueConstraint(
                fields=("case",), condition=Q(status__in=OPEN), name="transfer_one_open_per_case"
            ),
        )
        indexes = (
            models.Index(fields=("institution", "status"), name="transfer_by_receiver"),
            models.Index(
                fields=("departed_on",),
                condition=Q(status=TransferStatus.TRAVELLING),
                name="transfer_travelling",
            ),
        )

    def __str__(self) -> str:
        return f"{self.case_id}: {self.base} {self.status}"

    @property
    def client(self) -> Client:
        return self.case.client

    @property
    def hands(self) -> set[int | None]:
        return {self.proposed_by_id}

    @property
    def is_open(self) -> bool:
        return self.status in OPEN

    def days_on_the_way(self, day: date) -> int:
        return (day - self.departed_on).days if self.departed_on else 0

    def is_late_on(self, day: date) -> bool:
        if self.status == TransferStatus.PROPOSED:
            return self.answer_due_on is not None and self.answer_due_on < day
        return self.status == TransferStatus.TRAVELLING and (
            self.days_on_the_way(day) >= settings.ARRIVAL_ALERT_DAYS[0]
        )
