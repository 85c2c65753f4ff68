"""How a client is after care: the milestones of after-care and every try to reach the person."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from care.enums import Channel, ContactOutcome, FollowUpStatus
from care.models import schedule
from clients.enums import CaseStatus
from clients.models import Case
from common.fence import fenced
from common.sealed import SealedTextField
from common.trail import tracked


if TYPE_CHECKING:
    from django.utils.functional import Promise

    from accounts.models import User


class FollowUpQuerySet(models.QuerySet["FollowUp"]):
    def visible_to(self, user: "User") -> Self:
        return self.filter(case__in=Case.objects.visible_to(user))

    def planned(self) -> Self:
        return self.filter(status=FollowUpStatus.PLANNED)

    def waiting(self) -> Self:
        """Still to be called on; nobody is once the case has been closed for another reason."""
        return self.planned().filter(case__status=CaseStatus.AFTERCARE)

    def passed_on(self, day: date) -> Self:
        """Planned, and no contact from this day on could stand for them."""
        passed = Q()
        for code in schedule.CODES:
            last = day - (schedule.slack(code) or timedelta())
            passed |= Q(milestone=code, window_ends_on__lt=last)
        return self.waiting().filter(passed)

    def overdue_on(self, day: date) -> Self:
        return self.waiting().filter(window_ends_on__lt=day)

    def that_fell_due(self, first: date, last: date) -> Self:
        """Due in these days, leaving out the cancelled and those that a case's closing came before."""
        left_behind = Q(status=FollowUpStatus.PLANNED, case__closed_on__lte=F("due_on"))
        rows = self.filter(due_on__range=(first, last)).exclude(status=FollowUpStatus.CANCELLED)
        return rows.exclude(left_behind)

    def carried_by(self, user: "User") -> Self:
        """Whose call it is by the plan of after-care; without a plan, whoever leads or supports the case."""
        unplanned = Q(case__aftercare_plan__isnull=True, case__in=Case.objects.carried_by(user))
        return self.filter(Q(case__aftercare_plan__contact_by=user) | unplanned)

    def soonest_first(self) -> Self:
        return self.order_by("due_on", "pk")


@tracked(by="case")
@fenced(by="case")
class FollowUp(models.Model):
    """One milestone of after-care ("W1", "M3"): due within a window around its day."""

    case = models.ForeignKey(
        Case, verbose_name=_("kasus"), on_delete=models.PROTECT, related_name="follow_ups"
    )
    milestone = models.CharField(_("tonggak"), max_length=4)
    due_on = models.DateField(_("jatuh tempo"))
    window_starts_on = models.DateField(_("jendela mulai"))
    window_ends_on = models.DateField(_("jendela berakhir"))
    status = models.CharField(
        _("status"), max_length=12, choices=FollowUpStatus, default=FollowUpStatus.PLANNED
    )
    closed_on = models.DateField(_("ditutup pada"), null=True, blank=True)

    objects = FollowUpQuerySet.as_manager()

    class Meta:
        verbose_name = _("tindak lanjut")
        verbose_name_plural = _("tindak lanjut")
        constraints = (
            models.UniqueConstraint(
                fields=("case", "milestone"), name="follow_up_once_per_milestone"
            ),
            models.CheckConstraint(
                condition=Q(status=FollowUpStatus.PLANNED, closed_on__isnull=True)
                | (~Q(status=FollowUpStatus.PLANNED) & Q(closed_on__isnull=False)),
                name="follow_up_closed_has_date",
            ),
        )
        indexes = (models.Index(fields=("status", "due_on"), name="follow_up_by_due"),)

    def __str__(self) -> str:
        return f"{self.case_id} {self.milestone}"

    @classmethod
    def of(cls, case: Case, point: schedule.Milestone) -> "FollowUp":
        """Not saved yet."""
        return cls(
            case=case,
            milestone=point.code,
            due_on=point.due,
            window_starts_on=point.window_start,
            window_ends_on=point.window_end,
        )

    @property
    def label(self) -> "str | Promise":
        return schedule.label(self.milestone)

    @property
    def is_core(self) -> bool:
        """One of the points at which outcomes are asked."""
        return self.milestone in schedule.CORE

    @property
    def first_day(self) -> date:
        """Of the contacts that may stand for this point; nobody is called in after-care before care ends."""
        early = timedelta() if self.milestone[0] == "W" else schedule.slack(self.milestone)
        return self.window_starts_on - (early or timedelta())

    @property
    def last_day(self) -> date | None:
        """After it no contact stands for this point; None: as long as it takes."""
        late = schedule.slack(self.milestone)
        return None if late is None else self.window_ends_on + late

    @property
    def days_off(self) -> int:
        """How many days outside its window it was closed: before it below zero, after it above."""
        if self.closed_on is None:
            return 0
        late = max((self.closed_on - self.window_ends_on).days, 0)
        return late or min((self.closed_on - self.window_starts_on).days, 0)

    @property
    def is_planned(self) -> bool:
        return self.status == FollowUpStatus.PLANNED

    @property
    def is_left_behind(self) -> bool:
        """Never to be called on: the case was closed before."""
        return self.is_planned and not self.case.is_open

    def is_overdue_on(self, day: date) -> bool:
        return self.is_planned and self.case.is_open and self.window_ends_on < day


@tracked(by="follow_up")
@fenced(by="follow_up")
class FollowUpContact(models.Model):
    """One try to reach the person. Who does not answer is looked for step by step (care/aftercare/ladder.py)."""

    follow_up = models.ForeignKey(
        FollowUp, verbose_name=_("tindak lanjut"), on_delete=models.PROTECT, related_name="contacts"
    )
    on = models.DateField(_("tanggal"))
    channel = models.CharField(_("cara"), max_length=10, choices=Channel)
    outcome = models.CharField(_("hasil"), max_length=12, choices=ContactOutcome)
    note = SealedTextField(_("catatan"), blank=True, owner="follow_up.case.client")
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("dicatat oleh"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    recorded_at = models.DateTimeField(_("dicatat pada"), db_default=Now())

    class Meta:
        verbose_name = _("kontak pascalayanan")
        verbose_name_plural = _("kontak pascalayanan")

    def __str__(self) -> str:
        return f"{self.follow_up_id} {self.on} {self.outcome}"
