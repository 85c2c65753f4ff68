"""One meeting of a group: one entry for all, and who was there."""

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from care.enums import CAME, Cohesion, Presence, SessionKind
from care.models.delivery import LONGEST
from care.models.groups import CareGroup, in_reach_of
from clients.models import Case
from common.fence import MINE, fenced
from common.sealed import SealedTextField
from common.trail import tracked
from partners.enums import Component


if TYPE_CHECKING:
    from accounts.models import User

LONGEST_NOTES = 2000


OF_OWN_GROUP = (
    "EXISTS (SELECT 1 FROM care_caregroup AS above"  # noqa: S608  our own names
    f" WHERE above.id = group_id AND above.institution_id = {MINE})"
)


class GroupSessionQuerySet(models.QuerySet["GroupSession"]):
    def visible_to(self, user: "User") -> Self:
        return self.filter(group__in=CareGroup.objects.visible_to(user))

    def newest_first(self) -> Self:
        return self.order_by("-held_at", "-pk")

    def with_turnout(self) -> Self:
        """How many came, of how many."""
        came = models.Count("attendances", filter=Q(attendances__status__in=CAME))
        return self.annotate(expected=models.Count("attendances"), came=came)


@tracked()
@fenced(by="group", check=OF_OWN_GROUP)
class GroupSession(models.Model):
    """What is said here is about the meeting; what is about a person stands with their attendance."""

    group = models.ForeignKey(
        CareGroup,
        verbose_name=_("kelompok"),
        on_delete=models.PROTECT,
        related_name="sessions",
    )
    component = models.CharField(_("komponen"), max_length=3, choices=Component)
    kind = models.CharField(_("jenis"), max_length=12, choices=SessionKind)
    topic = models.CharField(_("topik"), max_length=160)
    held_at = models.DateTimeField(_("waktu"))
    duration = models.PositiveSmallIntegerField(_("lama (menit)"))
    facilitator = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("fasilitator"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    cohesion = models.PositiveSmallIntegerField(
        _("kohesi kelompok"), choices=Cohesion, null=True, blank=True
    )
    notes = SealedTextField(
        _("catatan pertemuan"), blank=True, max_length=LONGEST_NOTES, owner="group"
    )
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("dicatat oleh"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    recorded_at = models.DateTimeField(_("dicatat pada"), db_default=Now())

    objects = GroupSessionQuerySet.as_manager()

    class Meta:
        verbose_name = _("pertemuan kelompok")
        verbose_name_plural = _("pertemuan kelompok")
        constraints = (
            models.UniqueConstraint(
                fields=("group", "kind", "held_at"), name="groupsession_once_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(duration__range=(1, LONGEST)), name="groupsession_within_a_day"
            ),
            models.CheckConstraint(
                condition=Q(cohesion__isnull=True) | Q(cohesion__in=Cohesion.values),
                name="groupsession_cohesion_on_scale",
            ),
            models.CheckConstraint(
                condition=Q(component__in=Component.values), name="groupsession_component_known"
            ),
        )
        indexes = (models.Index(fields=("group", "-held_at"), name="groupsession_of_group"),)

    def __str__(self) -> str:
        return f"{self.topic} {self.held_at:%Y-%m-%d}"


class AttendanceQuerySet(models.QuerySet["Attendance"]):
    def visible_to(self, user: "User") -> Self:
        return self.filter(in_reach_of(user, "session__group__facilitator_id"))

    def newest_first(self) -> Self:
        return self.order_by("-session__held_at", "-pk")

    def by_name(self) -> Self:
        return self.select_related("case__client").order_by("case__client__name", "pk")


@tracked(by="case")
@fenced(by="case")
class Attendance(models.Model):
    session = models.ForeignKey(
        GroupSession,
        verbose_name=_("pertemuan"),
        on_delete=models.PROTECT,
        related_name="attendances",
    )
    case = models.ForeignKey(
        Case, verbose_name=_("kasus"), on_delete=models.PROTECT, related_name="attendances"
    )
    status = models.CharField(_("kehadiran"), max_length=10, choices=Presence)
    note = SealedTextField(_("catatan tentang anggota"), blank=True, owner="case.client")

    objects = AttendanceQuerySet.as_manager()

    class Meta:
        verbose_name = _("kehadiran")
        verbose_name_plural = _("kehadiran")
        constraints = (
            models.UniqueConstraint(fields=("session", "case"), name="attendance_once"),
            models.CheckConstraint(
                condition=Q(status__in=Presence.values), name="attendance_status_known"
            ),
        )

    def __str__(self) -> str:
        return f"{self.session_id}/{self.case_id} {self.status}"

    @property
    def came(self) -> bool:
        return self.status in CAME
