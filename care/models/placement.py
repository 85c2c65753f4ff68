"""Where a client is cared for: asked, answered, begun and ended."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import BigIntegerRangeField, DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from care.enums import DeclineReason, EndReason, PlacementStatus
from care.models.receiver import WithReceiver
from clients.deadlines import START_SERVICE_DAYS
from clients.models import Case, Client
from common.fence import fenced
from common.models import Answered
from common.sealed import SealedTextField
from common.trail import tracked
from partners.models import Institution


if TYPE_CHECKING:
    from accounts.models import User

HOLDS_A_PLACE = (PlacementStatus.ACCEPTED, PlacementStatus.ACTIVE)
OPEN = (PlacementStatus.REQUESTED, PlacementStatus.ACCEPTED, PlacementStatus.ACTIVE)
FALLEN = (PlacementStatus.LAPSED, PlacementStatus.RELEASED)  # by themselves, and said before
FAILED = (PlacementStatus.DECLINED, PlacementStatus.WITHDRAWN, *FALLEN)


class PlacementQuerySet(models.QuerySet["Placement"]):
    def visible_to(self, user: "User") -> Self:
        return self.filter(case__in=Case.objects.visible_to(user))

    def open(self) -> Self:
        return self.filter(status__in=OPEN)

    def holding_a_place(self) -> Self:
        return self.filter(status__in=HOLDS_A_PLACE)

    def ending_by(self, day: date) -> Self:
        """Running, and planned to be over by then."""
        return self.filter(status=PlacementStatus.ACTIVE, planned_end_on__lte=day)

    def unanswered_on(self, day: date) -> Self:
        """The day of the answer is over, and nobody has been told yet."""
        return self.filter(
            status=PlacementStatus.REQUESTED, answer_due_on__lt=day, escalated_on__isnull=True
        )

    def not_begun_on(self, day: date) -> Self:
        """Accepted, past their `start_due_on`, and nobody has been reminded yet."""
        answered = {"answered_at__date__lt": day - timedelta(days=START_SERVICE_DAYS)}
        late = Q(starts_on__lt=day) | Q(starts_on__isnull=True, **answered)
        return self.filter(late, status=PlacementStatus.ACCEPTED, escalated_on__isnull=True)

    def falling_on(self, day: date) -> Self:
        """The last day has passed that everybody was told."""
        return self.filter(
            status__in=(PlacementStatus.REQUESTED, PlacementStatus.ACCEPTED), falls_on__lt=day
        )

    def received_by(self, institution_id: int) -> Self:
        return self.filter(institution_id=institution_id)

    def sent_by(self, institution_id: int) -> Self:
        return self.filter(case__institution_id=institution_id)

    def with_people(self) -> Self:
        """Everything that a page about a placement names, in one query."""
        return self.select_related(
            "case__institution",
            "case__lead_worker",
            "client",
            "institution",
            "family_contact__client",
            "requested_by",
            "answered_by",
        )


@tracked(by="case")
@fenced(by="case")
class Placement(WithReceiver, Answered):
    """Care of one case on one base. A family placement has a family contact instead of an institution."""

    case = models.ForeignKey(
        Case, verbose_name=_("kasus"), on_delete=models.PROTECT, related_name="placements"
    )
    client = models.ForeignKey(
        Client, verbose_name=_("klien"), on_delete=models.PROTECT, related_name="placements"
    )
    status = models.CharField(
        _("status"), max_length=10, choices=PlacementStatus, default=PlacementStatus.REQUESTED
    )
    request_note = SealedTextField(_("keterangan pengajuan"), blank=True, owner="client")
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("diajukan oleh"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    requested_at = models.DateTimeField(_("diajukan pada"))
    answer_due_on = models.DateField(_("jawaban paling lambat"), null=True, blank=True)
    # When the leaders of both sides were told that the present wait, for an answer or a start, is too long.
    escalated_on = models.DateField(_("diteruskan ke pimpinan pada"), null=True, blank=True)
    # The day on which it falls by itself, set when the leaders were told.
    falls_on = models.DateField(_("ditutup otomatis pada"), null=True, blank=True)
    decline_reason = models.CharField(
        _("alasan penolakan"), max_length=15, choices=DeclineReason, blank=True
    )
    answer_note = SealedTextField(_("catatan jawaban"), blank=True, owner="client")
    starts_on = models.DateField(_("mulai"), null=True, blank=True)
    planned_end_on = models.DateField(_("rencana berakhir"), null=True, blank=True)
    ends_on = models.DateField(_("berakhir"), null=True, blank=True)
    end_reason = models.CharField(
        _("alasan berakhir"), max_length=15, choices=EndReason, blank=True
    )
    end_note = SealedTextField(_("catatan akhir"), blank=True, owner="client")

    objects = PlacementQuerySet.as_manager()

    class Meta(WithReceiver.Meta):
        verbose_name = _("penempatan")
        verbose_name_plural = _("penempatan")
        constraints = (
            *WithReceiver.Meta.constraints,
            models.CheckConstraint(
                condition=Q(status__in=PlacementStatus.values), name="placement_status_known"
            ),
            models.CheckConstraint(
                condition=~Q(status=PlacementStatus.DECLINED) | ~Q(decline_reason=""),
                name="placement_declined_has_reason",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=(PlacementStatus.ACTIVE, PlacementStatus.ENDED))
                | Q(starts_on__isnull=False),
                name="placement_running_has_start",
            ),
            models.CheckConstraint(
                condition=~Q(status=PlacementStatus.ENDED)
                | (Q(ends_on__isnull=False) & ~Q(end_reason="")),
                name="placement_ended_has_end_and_reason",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=FALLEN)
                | Q(escalated_on__isnull=False, falls_on__isnull=False),
                name="placement_fallen_was_escalated",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="placement_ends_after_start",
            ),
            models.UniqueConstraint(
                fields=("case",), condition=Q(status__in=OPEN), name="placement_one_open_per_case"
            ),
            ExclusionConstraint(
                name="placement_no_overlap_per_client",
                expressions=[
                    (
                        Func(
                            F("client_id"),
                            F("client_id"),
                            Value("[]"),
                            function="int8range",
                            output_field=BigIntegerRangeField(),
                        ),
                        RangeOperators.EQUAL,
                    ),
                    (
                        Func(
                            F("starts_on"),
                            F(
                                "ends_on"
                            ),  # none yet: without end, so a running stay refuses all after it
                            Value("[)"),
                            function="daterange",
                            output_field=DateRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                condition=Q(status__in=(PlacementStatus.ACTIVE, PlacementStatus.ENDED)),
            ),
        )
        indexes = (
            models.Index(fields=("institution", "status"), name="placement_by_institution"),
            models.Index(fields=("status", "answer_due_on"), name="placement_by_due"),
        )

    def __str__(self) -> str:
        return f"{self.case_id}: {self.base} {self.status}"

    @property
    def is_open(self) -> bool:
        return self.status in OPEN

    @property
    def start_due_on(self) -> date | None:
        """By when an accepted person comes: the day agreed with the family, or so long after the answer."""
        if self.status != PlacementStatus.ACCEPTED:
            return None
        if self.starts_on or self.answered_at is None:
            return self.starts_on
        return timezone.localdate(self.answered_at) + timedelta(days=START_SERVICE_DAYS)

    def is_overdue_on(self, day: date) -> bool:
        waits = self.status == PlacementStatus.REQUESTED
        return waits and self.answer_due_on is not None and self.answer_due_on < day


class Taken(models.Model):
    """How many places of an institution are held: sums over the whole nation, and by whom is not told.

    A view of the database (care/sql/places.sql): within the fence one sees one's own placements only.
    """

    institution = models.OneToOneField(
        Institution,
        verbose_name=_("lembaga"),
        primary_key=True,
        on_delete=models.DO_NOTHING,
        related_name="+",
    )
    taken = models.PositiveIntegerField(_("terisi"))

    class Meta:
        managed = False
        db_table = 'app"."occupancy'
        verbose_name = _("tempat terisi")
        verbose_name_plural = _("tempat terisi")

    def __str__(self) -> str:
        return f"{self.institution_id}: {self.taken}"
