"""How somebody is, asked in the same way at the beginning and at the core points of after-care."""

from datetime import date
from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from care.aftercare_enums import OutcomePoint, OutcomeStatus
from clients.models import Case
from common.fence import fenced
from common.sealed import SealedJSONField, SealedTextField, is_written
from common.trail import tracked
from screening.models import Correctable, Part


if TYPE_CHECKING:
    from accounts.models import User

DAYS, FULL = 30, 20


class OutcomeInterviewQuerySet(models.QuerySet["OutcomeInterview"]):
    def visible_to(self, user: "User") -> Self:
        return self.filter(case__in=Case.objects.visible_to(user))

    def finished(self) -> Self:
        return self.filter(status=OutcomeStatus.FINISHED)

    def standing(self) -> Self:
        """Without those that a finished correction has taken the place of: one for each point of a case."""
        corrected = OutcomeInterview.objects.finished().exclude(corrects=None).values("corrects")
        return self.exclude(pk__in=corrected)

    def newest_first(self) -> Self:
        return self.order_by("-pk")


@tracked(by="case")
@fenced(by="case")
class OutcomeInterview(Correctable):
    """One interview about outcomes; the figures that are counted of it are there once it is finished.

    It never changes then: a correction is a new one that names it, about the same day (`asked_on`).

    `days_used` 0-30 of any substance but tobacco, `body` and `mind` 0-20: open, because they are counted
    (decision 0042); everything else that was said is sealed in its parts.
    """

    case = models.ForeignKey(
        Case, verbose_name=_("kasus"), on_delete=models.PROTECT, related_name="outcome_interviews"
    )
    point = models.CharField(_("titik"), max_length=5, choices=OutcomePoint)
    status = models.CharField(
        _("status"), max_length=8, choices=OutcomeStatus, default=OutcomeStatus.DRAFT
    )
    asked_on = models.DateField(_("tanggal wawancara"))
    days_used = models.PositiveSmallIntegerField(_("hari memakai"), null=True, blank=True)
    is_occupied = models.BooleanField(_("bekerja atau bersekolah"), null=True, blank=True)
    is_housed = models.BooleanField(_("bertempat tinggal tetap"), null=True, blank=True)
    body = models.PositiveSmallIntegerField(_("kesehatan badan"), null=True, blank=True)
    mind = models.PositiveSmallIntegerField(_("kesehatan jiwa"), null=True, blank=True)
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("dimulai oleh"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    started_at = models.DateTimeField(_("dimulai pada"))
    finished_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("diselesaikan oleh"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    finished_at = models.DateTimeField(_("diselesaikan pada"), null=True, blank=True)

    objects = OutcomeInterviewQuerySet.as_manager()

    class Meta:
        verbose_name = _("wawancara hasil")
        verbose_name_plural = _("wawancara hasil")
        constraints = (
            models.UniqueConstraint(
                fields=("case", "point"),
                condition=Q(corrects__isnull=True),
                name="outcome_once_per_point",
            ),
            models.CheckConstraint(
                condition=Q(corrects__isnull=True) | is_written("correction_reason"),
                name="outcome_correction_has_reason",
            ),
            models.CheckConstraint(
                condition=Q(status=OutcomeStatus.DRAFT)
                | Q(
                    finished_at__isnull=False,
                    finished_by__isnull=False,
                    days_used__lte=DAYS,
                    is_occupied__isnull=False,
                    is_housed__isnull=False,
                    body__lte=FULL,
                    mind__lte=FULL,
                ),
                name="outcome_finished_has_figures",
            ),
        )

    def __str__(self) -> str:
        return f"{self.case_id} {self.point}"

    @property
    def client_id(self) -> int:
        return self.case.client_id

    @property
    def correction(self) -> "OutcomeInterview | None":
        """The correction that was begun of it, finished or not."""
        return getattr(self, "corrected_by", None)

    @property
    def is_draft(self) -> bool:
        return self.status == OutcomeStatus.DRAFT

    @property
    def age(self) -> int:
        """Of the client, on the day of the interview."""
        day: date = self.asked_on
        return self.case.client.age_on(day)


class OutcomePartQuerySet(models.QuerySet["OutcomePart"]):
    def visible_to(self, user: "User") -> Self:
        return self.filter(interview__case__in=Case.objects.visible_to(user))


@tracked(by="interview")
@fenced(by="interview")
class OutcomePart(Part):
    """One theme of an interview, or one scale beside it."""

    interview = models.ForeignKey(
        OutcomeInterview,
        verbose_name=_("wawancara"),
        on_delete=models.PROTECT,
        related_name="parts",
    )
    answers = SealedJSONField(_("jawaban"), default=dict, blank=True, owner="interview.case.client")
    words = SealedTextField(_("uraian"), blank=True, owner="interview.case.client")
    result = SealedJSONField(_("hasil"), null=True, blank=True, owner="interview.case.client")

    objects = OutcomePartQuerySet.as_manager()

    class Meta:
        verbose_name = _("bagian wawancara hasil")
        verbose_name_plural = _("bagian wawancara hasil")
        constraints = (
            models.UniqueConstraint(
                fields=("interview", "code"), name="outcome_part_once_per_interview"
            ),
        )

    def __str__(self) -> str:
        return f"{self.interview_id} {self.code}"
