"""The service plan: what a person wants to reach, and who gives which service for it, how often, until when.

One plan for all who care: a case has at most one version in force and one in the making, whoever works on it.
"""

from datetime import date
from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from care.enums import AgreedBy, AgreedHow, GoalStatus, Per, PlanDomain, PlanStatus
from clients.models import Case
from common.fence import fenced
from common.models import WrittenByMany
from common.sealed import SealedTextField
from common.trail import tracked
from partners.enums import Component
from partners.models import Institution


if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    from accounts.models import User

IN_THE_MAKING = (PlanStatus.DRAFT, PlanStatus.SUBMITTED, PlanStatus.APPROVED)
CHECKED = (PlanStatus.APPROVED, PlanStatus.AGREED, PlanStatus.SUPERSEDED)


def _person(words: "_StrPromise") -> "models.ForeignKey[User | None]":
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=words,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )


class ServicePlanQuerySet(models.QuerySet["ServicePlan"]):
    def visible_to(self, user: "User") -> Self:
        return self.filter(case__in=Case.objects.visible_to(user))

    def in_force(self) -> Self:
        """The version that services are given by: one for each case at most."""
        return self.filter(status=PlanStatus.AGREED)

    def in_the_making(self) -> Self:
        return self.filter(status__in=IN_THE_MAKING)

    def with_people(self) -> Self:
        return self.select_related(
            "case__client",
            "case__institution",
            "case__lead_worker",
            "drafted_by",
            "submitted_by",
            "approved_by",
            "agreement_recorded_by",
        )

    def newest_first(self) -> Self:
        return self.order_by("-number")


@tracked(by="case")
@fenced(by="case")
class ServicePlan(WrittenByMany):
    """One version; what was agreed never changes: the next version begins as its copy."""

    case = models.ForeignKey(
        Case, verbose_name=_("kasus"), on_delete=models.PROTECT, related_name="plans"
    )
    number = models.PositiveSmallIntegerField(_("versi"))
    status = models.CharField(
        _("status"), max_length=10, choices=PlanStatus, default=PlanStatus.DRAFT
    )
    summary = SealedTextField(_("ringkasan"), blank=True, owner="case.client")
    review_on = models.DateField(_("tinjauan berikut"))
    drafted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("disusun oleh"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    drafted_at = models.DateTimeField(_("disusun pada"))
    submitted_by = _person(_("diajukan oleh"))
    submitted_at = models.DateTimeField(_("diajukan pada"), null=True, blank=True)
    return_note = SealedTextField(_("catatan pengembalian"), blank=True, owner="case.client")
    approved_by = _person(_("disahkan oleh"))
    approved_at = models.DateTimeField(_("disahkan pada"), null=True, blank=True)
    agreed_on = models.DateField(_("disepakati pada"), null=True, blank=True)
    agreed_by = models.CharField(_("disepakati oleh"), max_length=10, choices=AgreedBy, blank=True)
    agreed_how = models.CharField(_("cara"), max_length=10, choices=AgreedHow, blank=True)
    agreed_words = SealedTextField(_("kata-kata klien"), blank=True, owner="case.client")
    witness = SealedTextField(_("saksi"), max_length=160, blank=True, owner="case.client")
    agreement_recorded_by = _person(_("persetujuan dicatat oleh"))
    reviewed_on = models.DateField(_("terakhir ditinjau"), null=True, blank=True)
    review_note = SealedTextField(_("hasil tinjauan"), blank=True, owner="case.client")
    ended_on = models.DateField(_("berakhir pada"), null=True, blank=True)

    objects = ServicePlanQuerySet.as_manager()

    class Meta:
        verbose_name = _("rencana layanan")
        verbose_name_plural = _("rencana layanan")
        constraints = (
            models.UniqueConstraint(fields=("case", "number"), name="plan_number_once_per_case"),
            models.UniqueConstraint(
                fields=("case",),
                condition=Q(status__in=IN_THE_MAKING),
                name="plan_one_in_the_making_per_case",
            ),
            models.UniqueConstraint(
                fields=("case",),
                condition=Q(status=PlanStatus.AGREED),
                name="plan_one_in_force_per_case",
            ),
            models.CheckConstraint(
                condition=Q(status__in=PlanStatus.values), name="plan_status_known"
            ),
            models.CheckConstraint(
                condition=Q(status__in=(PlanStatus.DRAFT, PlanStatus.ENDED))
                | Q(submitted_by__isnull=False, submitted_at__isnull=False),
                name="plan_submitted_has_sender",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=CHECKED)
                | (
                    Q(approved_by__isnull=False, approved_at__isnull=False)
                    & ~Q(approved_by=F("submitted_by"))
                ),
                name="plan_approved_by_another",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=(PlanStatus.AGREED, PlanStatus.SUPERSEDED))
                | (
                    Q(agreed_on__isnull=False, agreement_recorded_by__isnull=False)
                    & ~Q(agreed_by="")
                    & ~Q(agreed_how="")
                ),
                name="plan_in_force_is_agreed",
            ),
            models.CheckConstraint(
                condition=Q(status=PlanStatus.ENDED, ended_on__isnull=False)
                | (~Q(status=PlanStatus.ENDED) & Q(ended_on__isnull=True)),
                name="plan_ended_has_day",
            ),
        )
        indexes = (
            models.Index(
                fields=("case",),
                condition=Q(status=PlanStatus.SUBMITTED),
                name="plan_waiting_for_approval",
            ),
        )

    def __str__(self) -> str:
        return f"{self.case_id} v{self.number}"

    @property
    def hands(self) -> set[int | None]:
        """Who wrote in this version, or handed it in."""
        return {*self.writers, self.drafted_by_id, self.submitted_by_id}

    @property
    def is_draft(self) -> bool:
        return self.status == PlanStatus.DRAFT

    @property
    def is_in_the_making(self) -> bool:
        return self.status in IN_THE_MAKING

    @property
    def is_in_force(self) -> bool:
        return self.status == PlanStatus.AGREED

    def is_review_overdue_on(self, day: date) -> bool:
        return self.is_in_force and self.review_on < day


class PlanGoalQuerySet(models.QuerySet["PlanGoal"]):
    def visible_to(self, user: "User") -> Self:
        return self.filter(plan__case__in=Case.objects.visible_to(user))

    def in_order(self) -> Self:
        return self.order_by("due_on", "pk")


@tracked(by="plan")
@fenced(by="plan")
class PlanGoal(models.Model):
    """What is to change in one part of a life, and by what one sees that it has."""

    plan = models.ForeignKey(
        ServicePlan, verbose_name=_("rencana"), on_delete=models.PROTECT, related_name="goals"
    )
    domain = models.CharField(_("bidang"), max_length=10, choices=PlanDomain)
    words = SealedTextField(_("tujuan"), owner="plan.case.client")
    indicator = SealedTextField(_("tanda keberhasilan"), blank=True, owner="plan.case.client")
    baseline = SealedTextField(
        _("keadaan awal"), max_length=200, blank=True, owner="plan.case.client"
    )
    target = SealedTextField(_("sasaran"), max_length=200, blank=True, owner="plan.case.client")
    due_on = models.DateField(_("target selesai"))
    status = models.CharField(
        _("status"), max_length=10, choices=GoalStatus, default=GoalStatus.OPEN
    )
    review_note = SealedTextField(_("catatan tinjauan"), blank=True, owner="plan.case.client")
    reviewed_on = models.DateField(_("ditinjau pada"), null=True, blank=True)

    objects = PlanGoalQuerySet.as_manager()

    class Meta:
        verbose_name = _("tujuan")
        verbose_name_plural = _("tujuan")
        constraints = (
            models.CheckConstraint(
                condition=Q(status=GoalStatus.OPEN) | Q(reviewed_on__isnull=False),
                name="goal_settled_was_reviewed",
            ),
        )

    def __str__(self) -> str:
        return f"{self.plan_id} {self.domain}"

    @property
    def is_open(self) -> bool:
        return self.status == GoalStatus.OPEN


class PlanServiceQuerySet(models.QuerySet["PlanService"]):
    def visible_to(self, user: "User") -> Self:
        return self.filter(plan__case__in=Case.objects.visible_to(user))

    def in_force(self) -> Self:
        return self.filter(plan__status=PlanStatus.AGREED)

    def in_order(self) -> Self:
        return self.order_by("component", "pk")


@tracked(by="plan")
@fenced(by="plan")
class PlanService(models.Model):
    """One service of the catalogue: `times` `per` week or month, by an institution, from a day to a day."""

    plan = models.ForeignKey(
        ServicePlan, verbose_name=_("rencana"), on_delete=models.PROTECT, related_name="services"
    )
    goal = models.ForeignKey(
        PlanGoal,
        verbose_name=_("untuk tujuan"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="services",
    )
    component = models.CharField(_("layanan"), max_length=3, choices=Component)
    institution = models.ForeignKey(
        Institution, verbose_name=_("lembaga pemberi"), on_delete=models.PROTECT, related_name="+"
    )
    worker = _person(_("petugas"))
    given_by = SealedTextField(
        _("pemberi lain"), max_length=160, blank=True, owner="plan.case.client"
    )
    times = models.PositiveSmallIntegerField(_("berapa kali"), default=1)
    per = models.CharField(_("per"), max_length=5, choices=Per, default=Per.WEEK)
    starts_on = models.DateField(_("mulai"))
    ends_on = models.DateField(_("sampai"))
    note = SealedTextField(_("catatan"), blank=True, owner="plan.case.client")

    objects = PlanServiceQuerySet.as_manager()

    class Meta:
        verbose_name = _("layanan dalam rencana")
        verbose_name_plural = _("layanan dalam rencana")
        constraints = (
            models.CheckConstraint(
                condition=Q(times__gte=1, times__lte=60), name="plan_service_times_sensible"
            ),
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")), name="plan_service_ends_after_start"
            ),
        )

    def __str__(self) -> str:
        return f"{self.plan_id} {self.component}"
