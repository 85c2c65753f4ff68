"""A role that sees a nation or approves what others do: one person asks for it, with a reason, another grants it."""

from typing import Self

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from accounts.enums import TAKES_TWO, WATCHERS, Role
from accounts.models.user import User
from common.trail import tracked
from partners.models import Institution


class AppointmentQuerySet(models.QuerySet["Appointment"]):
    def open(self) -> Self:
        return self.filter(answered_at=None)

    def seen_by(self, user: User) -> Self:
        """One's own, and those that one may answer."""
        if user.role == Role.MINISTRY_ADMIN:
            return self
        return self.filter(Q(asked_by=user) | _answered_by(user))


def _answered_by(user: User) -> Q:
    if user.role == Role.DATA_OFFICER:
        return Q(role__in=(Role.BALAI_MANAGER, Role.MINISTRY_ADMIN, *WATCHERS))
    if user.role == Role.BALAI_MANAGER:
        return Q(role=Role.SUPERVISOR, institution_id=user.institution_id)
    return Q(pk__in=())


@tracked()
class Appointment(models.Model):
    """Of somebody who has an account, or of a newcomer, who is invited when it is granted."""

    user = models.ForeignKey(
        User, verbose_name=_("pengguna"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    email = models.EmailField(_("surel"))
    name = models.CharField(_("nama"), max_length=120)
    role = models.CharField(_("peran"), max_length=20, choices=Role)
    institution = models.ForeignKey(
        Institution,
        verbose_name=_("lembaga"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    why = models.CharField(_("alasan"), max_length=300)
    asked_by = models.ForeignKey(
        User, verbose_name=_("diminta oleh"), on_delete=models.PROTECT, related_name="+"
    )
    asked_at = models.DateTimeField(_("diminta pada"))
    answered_by = models.ForeignKey(
        User, verbose_name=_("dijawab oleh"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    answered_at = models.DateTimeField(_("dijawab pada"), null=True)
    is_granted = models.BooleanField(_("disetujui"), default=False)

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("penunjukan")
        verbose_name_plural = _("penunjukan")
        constraints = (
            models.UniqueConstraint(
                Lower("email"),
                name="appointment_one_open_for_an_address",
                condition=Q(answered_at=None),
            ),
            models.CheckConstraint(
                condition=Q(role__in=TAKES_TWO), name="appointment_of_a_role_that_takes_two"
            ),
            models.CheckConstraint(
                condition=Q(is_granted=False)
                | (Q(answered_by__isnull=False) & ~Q(answered_by=F("asked_by"))),
                name="appointment_granted_by_another",
            ),
        )

    def __str__(self) -> str:
        return f"{self.email} {self.role}"

    @property
    def hands(self) -> set[int | None]:
        """Who asked, and whom it is about."""
        return {self.asked_by_id, self.user_id}
