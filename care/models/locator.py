"""The locator sheet: who may be asked about somebody who does not answer, what may be said, and who must not know."""

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from care.aftercare_enums import Acquaintance, LocatorKind
from care.enums import Channel
from clients.models import Case
from common.fence import fenced
from common.sealed import SealedTextField
from common.trail import tracked


if TYPE_CHECKING:
    from accounts.models import User


class LocatorEntryQuerySet(models.QuerySet["LocatorEntry"]):
    def visible_to(self, user: "User") -> Self:
        return self.filter(case__in=Case.objects.visible_to(user))

    def may_be_asked(self) -> Self:
        return self.filter(kind=LocatorKind.MAY_ASK)

    def not_to_be_told(self) -> Self:
        return self.filter(kind=LocatorKind.DO_NOT_TELL)


@tracked(by="case")
@fenced(by="case")
class LocatorEntry(models.Model):
    """One person, as the client named them before care ended (or later).

    `whereabouts` is a number or a place; `words` what may be said to them, or why they must not know.
    """

    case = models.ForeignKey(
        Case, verbose_name=_("kasus"), on_delete=models.PROTECT, related_name="locator_entries"
    )
    kind = models.CharField(_("jenis"), max_length=12, choices=LocatorKind)
    name = SealedTextField(_("nama"), max_length=160, owner="case.client")
    relation = models.CharField(_("hubungan"), max_length=10, choices=Acquaintance)
    channel = models.CharField(_("cara"), max_length=10, choices=Channel, blank=True)
    whereabouts = SealedTextField(
        _("nomor atau tempat"), max_length=240, blank=True, owner="case.client"
    )
    words = SealedTextField(_("yang boleh dikatakan"), blank=True, owner="case.client")
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("dicatat oleh"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    added_at = models.DateTimeField(_("dicatat pada"), db_default=Now())

    objects = LocatorEntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("baris lembar pelacakan")
        verbose_name_plural = _("lembar pelacakan")
        constraints = (
            models.CheckConstraint(
                condition=Q(kind=LocatorKind.DO_NOT_TELL) | ~Q(channel=""),
                name="locator_asked_by_a_channel",
            ),
        )

    def __str__(self) -> str:
        return f"{self.case_id} {self.kind}"
