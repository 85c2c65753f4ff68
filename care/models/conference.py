"""Case conferences: who sat together about a person, what was said, and what was decided."""

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from clients.models import Case
from common.fence import fenced
from common.sealed import SealedTextField
from common.trail import tracked


if TYPE_CHECKING:
    from accounts.models import User


class CaseConferenceQuerySet(models.QuerySet["CaseConference"]):
    def visible_to(self, user: "User") -> Self:
        return self.filter(case__in=Case.objects.visible_to(user))

    def newest_first(self) -> Self:
        return self.order_by("-held_at", "-pk")


@tracked(by="case")
@fenced(by="case")
class CaseConference(models.Model):
    case = models.ForeignKey(
        Case, verbose_name=_("kasus"), on_delete=models.PROTECT, related_name="conferences"
    )
    held_at = models.DateTimeField(_("waktu"))
    place = SealedTextField(_("tempat"), max_length=160, owner="case.client")
    attendees = SealedTextField(_("peserta dan perannya"), owner="case.client")
    agenda = SealedTextField(_("pokok bahasan"), owner="case.client")
    minutes = SealedTextField(_("jalannya pembahasan"), owner="case.client")
    agrees_to_lighter_care = models.BooleanField(
        _("menyetujui layanan yang lebih ringan"), default=False
    )
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("dicatat oleh"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    recorded_at = models.DateTimeField(_("dicatat pada"))

    objects = CaseConferenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("konferensi kasus")
        verbose_name_plural = _("konferensi kasus")
        indexes = (models.Index(fields=("case", "-held_at"), name="conference_by_case"),)

    def __str__(self) -> str:
        return f"{self.case_id} {self.held_at:%Y-%m-%d}"


@tracked(by="conference")
@fenced(by="conference")
class ConferenceDecision(models.Model):
    """One decision; its owner finds it among the tasks of the case."""

    conference = models.ForeignKey(
        CaseConference,
        verbose_name=_("konferensi"),
        on_delete=models.PROTECT,
        related_name="decisions",
    )
    words = SealedTextField(_("keputusan"), owner="conference.case.client")
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("pelaksana"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    due_on = models.DateField(_("paling lambat"))

    class Meta:
        verbose_name = _("keputusan konferensi")
        verbose_name_plural = _("keputusan konferensi")

    def __str__(self) -> str:
        return f"{self.conference_id} {self.due_on}"
