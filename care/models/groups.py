"""Groups and their members: the record of a therapeutic community, a class, a circle of self-help."""

from typing import TYPE_CHECKING, Any, Self
from uuid import uuid4

from django.conf import settings
from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import F, Q
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from accounts.enums import INSTITUTION_ROLES, Role
from care.enums import GroupExit, GroupKind, Level, Phase
from clients.enums import CaseStatus
from clients.models import Case
from clients.models.share import clients_shared_with
from common.fence import MINE, ROW, also_seen, fenced
from common.models import DataKey
from common.sealed import SealedTextField
from common.sealed.datakeys import make_along
from common.trail import tracked
from partners.models import Institution


if TYPE_CHECKING:
    from accounts.models import User

# At these stages of a case its client may be let into a group.
IN_CARE = (CaseStatus.PLACEMENT, CaseStatus.IN_SERVICE, CaseStatus.AFTERCARE)


def in_reach_of(user: "User", led: str) -> Q:
    """Rows about a case that `user` may see, or of a group they lead (`led` is the way to its leader).

    Whoever leads a group knows all of its people, as far as their institution does.
    """
    seen = Q(case__in=Case.objects.visible_to(user))
    if user.role not in INSTITUTION_ROLES or user.institution_id is None:
        return seen
    ours = Q(case__institution_id=user.institution_id) | clients_shared_with(
        user.institution_id, "case__client_id"
    )
    return seen | (Q(**{led: user.pk}) & ours)


# Whoever sees a member's file sees which group that is, and nobody else of it.
OF_THE_INSTITUTION = (
    f"institution_id = {MINE}"  # noqa: S608  our own names
    f" OR EXISTS (SELECT 1 FROM care_membership AS member WHERE member.group_id = {ROW}.id)"
)


class CareGroupQuerySet(models.QuerySet["CareGroup"]):
    def visible_to(self, user: "User") -> Self:
        """Of one's own institution; auditors see all. What is in them about people hangs on the cases."""
        if not user.is_authenticated or not user.is_active:
            return self.none()
        if user.role == Role.AUDITOR:
            return self.all()
        return self.filter(institution_id=user.institution_id, institution__isnull=False)

    def active_first(self) -> Self:
        return self.order_by("-is_active", "name", "pk")


# Notes of a meeting belong to no single person, so the group has a key of its own, seen with it.
also_seen(DataKey, "EXISTS (SELECT 1 FROM care_caregroup AS led WHERE led.key_id = {row}.id)")


@tracked(exclude=("key_id",))
@fenced(using=OF_THE_INSTITUTION, check=f"institution_id = {MINE}")
class CareGroup(models.Model):
    institution = models.ForeignKey(
        Institution,
        verbose_name=_("lembaga"),
        on_delete=models.PROTECT,
        related_name="care_groups",
    )
    key_id = models.UUIDField(
        _("kunci data"), default=uuid4, db_default=RandomUUID(), unique=True, editable=False
    )
    name = models.CharField(_("nama kelompok"), max_length=80)
    kind = models.CharField(_("jenis"), max_length=12, choices=GroupKind)
    facilitator = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("fasilitator"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    started_on = models.DateField(_("dibentuk pada"))
    is_active = models.BooleanField(_("aktif"), default=True)
    meets_on = models.PositiveSmallIntegerField(
        _("hari pertemuan"), choices=list(WEEKDAYS.items()), null=True, blank=True
    )

    objects = CareGroupQuerySet.as_manager()

    class Meta:
        verbose_name = _("kelompok")
        verbose_name_plural = _("kelompok")
        constraints = (
            models.UniqueConstraint(
                fields=("institution", "name"), name="caregroup_name_once_per_institution"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=GroupKind.values), name="caregroup_kind_known"
            ),
        )

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **options: Any) -> None:
        if self._state.adding:
            make_along(self.key_id)
        super().save(*args, **options)

    @property
    def has_ladder(self) -> bool:
        return self.kind == GroupKind.COMMUNITY


class MembershipQuerySet(models.QuerySet["Membership"]):
    def visible_to(self, user: "User") -> Self:
        return self.filter(in_reach_of(user, "group__facilitator_id"))

    def running(self) -> Self:
        return self.filter(left_on__isnull=True)

    def by_name(self) -> Self:
        return self.select_related("case__client").order_by("case__client__name", "pk")


@tracked(by="case")
@fenced(by="case")
class Membership(models.Model):
    """One stay of one case in a group; phase and level are those of a therapeutic community."""

    group = models.ForeignKey(
        CareGroup, verbose_name=_("kelompok"), on_delete=models.PROTECT, related_name="memberships"
    )
    case = models.ForeignKey(
        Case, verbose_name=_("kasus"), on_delete=models.PROTECT, related_name="memberships"
    )
    joined_on = models.DateField(_("masuk pada"))
    left_on = models.DateField(_("keluar pada"), null=True, blank=True)
    leave_reason = models.CharField(
        _("alasan keluar"), max_length=12, choices=GroupExit, blank=True
    )
    phase = models.CharField(_("fase"), max_length=10, choices=Phase, blank=True)
    level = models.CharField(_("jenjang"), max_length=12, choices=Level, blank=True)
    values_on = models.DateField(_("modul nilai selesai"), null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("anggota kelompok")
        verbose_name_plural = _("anggota kelompok")
        constraints = (
            models.UniqueConstraint(
                fields=("group", "case"),
                condition=Q(left_on__isnull=True),
                name="membership_once_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(left_on__isnull=True, leave_reason="")
                | (Q(left_on__gte=F("joined_on")) & ~Q(leave_reason="")),
                name="membership_left_has_reason",
            ),
            models.CheckConstraint(
                condition=Q(phase="", level="") | (~Q(phase="") & ~Q(level="")),
                name="membership_phase_goes_with_level",
            ),
            models.CheckConstraint(
                condition=~Q(level__in=(Level.COHESION, Level.STATUS, Level.GROUP_WORK))
                | Q(values_on__isnull=False),
                name="membership_knows_the_values",
            ),
        )

    def __str__(self) -> str:
        return f"{self.group_id}/{self.case_id}"

    @property
    def is_running(self) -> bool:
        return self.left_on is None


@tracked(by="membership")
@fenced(by="membership")
class LadderStep(models.Model):
    """One change of phase or level, up or down, with what it was seen by. The first says why one was let in."""

    membership = models.ForeignKey(
        Membership, verbose_name=_("anggota"), on_delete=models.PROTECT, related_name="steps"
    )
    on = models.DateField(_("tanggal"))
    from_phase = models.CharField(_("dari fase"), max_length=10, choices=Phase, blank=True)
    to_phase = models.CharField(_("ke fase"), max_length=10, choices=Phase, blank=True)
    from_level = models.CharField(_("dari jenjang"), max_length=12, choices=Level, blank=True)
    to_level = models.CharField(_("ke jenjang"), max_length=12, choices=Level, blank=True)
    evidence = SealedTextField(_("bukti"), owner="membership.case.client")
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("diputuskan oleh"),
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta:
        verbose_name = _("langkah jenjang")
        verbose_name_plural = _("langkah jenjang")

    def __str__(self) -> str:
        return f"{self.membership_id} {self.on}"

    @property
    def is_first(self) -> bool:
        return not self.from_phase and not self.from_level

    @property
    def is_down(self) -> bool:
        """Lower on the ladder, or back to an earlier phase."""
        return (
            _place(Level, self.to_level) < _place(Level, self.from_level)
            or _place(Phase, self.to_phase) < _place(Phase, self.from_phase)
        ) and not self.is_first


def _place(ladder: type[Level] | type[Phase], value: str) -> int:
    return ladder.values.index(value) if value else -1
