"""A danger to somebody's safety at home: who is to be called, what was done, and when a leader called it settled."""

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from clients.models import Case
from common.fence import fenced
from common.sealed import SealedTextField, is_written
from common.trail import tracked
from safety.enums import Danger, Source


if TYPE_CHECKING:
    from accounts.models import User


class ConcernQuerySet(models.QuerySet["Concern"]):
    def visible_to(self, user: "User") -> Self:
        return self.filter(case__in=Case.objects.visible_to(user))

    def open(self) -> Self:
        return self.filter(settled_at__isnull=True)

    def newest_first(self) -> Self:
        return self.order_by("-pk")


@tracked(by="case")
@fenced(by="case")
class Concern(models.Model):
    """`hands` are those who raised it or wrote a step: none of them calls it settled."""

    case = models.ForeignKey(
        Case, verbose_name=_("kasus"), on_delete=models.PROTECT, related_name="concerns"
    )
    source = models.CharField(_("asal"), max_length=12, choices=Source)
    what = models.CharField(_("bahaya"), max_length=20, choices=Danger)
    words = SealedTextField(_("uraian"), blank=True, owner="case.client")
    to_call = SealedTextField(
        _("siapa yang dihubungi"), max_length=240, blank=True, owner="case.client"
    )
    call_by = models.DateTimeField(_("hubungi paling lambat"))
    raised_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("dicatat oleh"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    raised_at = models.DateTimeField(_("dicatat pada"))
    acted_at = models.DateTimeField(_("langkah terakhir pada"), null=True, blank=True)
    hands = ArrayField(models.BigIntegerField(), verbose_name=_("yang menanganinya"))
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("dinyatakan selesai oleh"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    settled_at = models.DateTimeField(_("selesai pada"), null=True, blank=True)
    settled_words = SealedTextField(_("mengapa selesai"), blank=True, owner="case.client")

    objects = ConcernQuerySet.as_manager()

    class Meta:
        verbose_name = _("kekhawatiran keselamatan")
        verbose_name_plural = _("kekhawatiran keselamatan")
        constraints = (
            models.CheckConstraint(condition=Q(what__in=Danger.values), name="concern_known"),
            models.UniqueConstraint(
                fields=("case", "what"),
                condition=Q(settled_at__isnull=True),
                name="concern_once_while_open",
            ),
            models.CheckConstraint(
                condition=Q(settled_at__isnull=True, settled_by__isnull=True)
                | (
                    Q(settled_at__isnull=False, settled_by__isnull=False)
                    & is_written("settled_words")
                ),
                name="concern_settled_by_somebody",
            ),
        )
        indexes = (models.Index(fields=("case", "-id"), name="concern_by_case"),)

    def __str__(self) -> str:
        return f"{self.case_id} {self.what}"

    @property
    def is_open(self) -> bool:
        return self.settled_at is None


@tracked(by="concern")
@fenced(by="concern")
class ConcernStep(models.Model):
    """What somebody did about it: whom they called, what was agreed."""

    concern = models.ForeignKey(
        Concern, verbose_name=_("kekhawatiran"), on_delete=models.PROTECT, related_name="steps"
    )
    words = SealedTextField(_("langkah"), owner="concern.case.client")
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("oleh"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    taken_at = models.DateTimeField(_("pada"))

    class Meta:
        verbose_name = _("langkah pelindungan")
        verbose_name_plural = _("langkah pelindungan")

    def __str__(self) -> str:
        return f"{self.concern_id} {self.taken_at:%Y-%m-%d}"
