"""What a life has become beside care: prison, death, and the advice given before somebody left."""

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from care.aftercare_enums import AdvisedWho, DeathCause, DeathPlace, Known, Naloxone
from clients.models import Case
from common.fence import fenced
from common.sealed import SealedTextField
from common.trail import tracked


if TYPE_CHECKING:
    from accounts.models import User


class Recorded(models.Model):
    """Who wrote a row down, and when."""

    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("dicatat oleh"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    recorded_at = models.DateTimeField(_("dicatat pada"))

    class Meta:
        abstract = True


@tracked(by="case")
@fenced(by="case")
class OverdoseAdvice(Recorded):
    """Before every end of care: tolerance has fallen, what an overdose looks like, what to do, naloxone.

    The first weeks after an end are the most dangerous (WHO, Community management of opioid overdose, 2014).
    """

    case = models.ForeignKey(
        Case, verbose_name=_("kasus"), on_delete=models.PROTECT, related_name="overdose_advice"
    )
    on = models.DateField(_("diberikan pada"))
    given_to = models.CharField(_("diberikan kepada"), max_length=10, choices=AdvisedWho)
    naloxone = models.CharField(_("nalokson"), max_length=12, choices=Naloxone)
    words = SealedTextField(_("catatan"), blank=True, owner="case.client")

    class Meta:
        verbose_name = _("nasihat overdosis")
        verbose_name_plural = _("nasihat overdosis")

    def __str__(self) -> str:
        return f"{self.case_id} {self.on}"


class ImprisonmentQuerySet(models.QuerySet["Imprisonment"]):
    def visible_to(self, user: "User") -> Self:
        return self.filter(case__in=Case.objects.visible_to(user))

    def running(self) -> Self:
        return self.filter(ended_on__isnull=True)


@tracked(by="case")
@fenced(by="case")
class Imprisonment(Recorded):
    """Somebody after care serves a sentence: whom to reach them by, and the day they come out."""

    case = models.ForeignKey(
        Case, verbose_name=_("kasus"), on_delete=models.PROTECT, related_name="imprisonments"
    )
    began_on = models.DateField(_("sejak"))
    prison = SealedTextField(_("lapas atau rutan"), blank=True, owner="case.client")
    bapas = SealedTextField(_("pembimbing kemasyarakatan (Bapas)"), blank=True, owner="case.client")
    release_on = models.DateField(_("perkiraan bebas"), null=True, blank=True)
    ended_on = models.DateField(_("bebas pada"), null=True, blank=True)

    objects = ImprisonmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("pidana yang dijalani")
        verbose_name_plural = _("pidana yang dijalani")
        constraints = (
            models.UniqueConstraint(
                fields=("case",),
                condition=Q(ended_on__isnull=True),
                name="imprisonment_one_running_per_case",
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("began_on")),
                name="imprisonment_ends_after_start",
            ),
        )

    def __str__(self) -> str:
        return f"{self.case_id} {self.began_on}"


@tracked(by="case")
@fenced(by="case")
class Death(Recorded):
    """What is known of a death; coded where it is counted, sealed where it is told."""

    case = models.OneToOneField(
        Case, verbose_name=_("kasus"), on_delete=models.PROTECT, related_name="death"
    )
    on = models.DateField(_("meninggal pada"), null=True, blank=True)
    """Nothing where nobody knows the day."""
    place = models.CharField(_("tempat"), max_length=12, choices=DeathPlace)
    cause = models.CharField(_("sebab"), max_length=10, choices=DeathCause)
    by_overdose = models.CharField(_("karena overdosis"), max_length=8, choices=Known)
    words = SealedTextField(_("yang diceritakan"), blank=True, owner="case.client")

    class Meta:
        verbose_name = _("kematian")
        verbose_name_plural = _("kematian")

    def __str__(self) -> str:
        return f"{self.case_id} {self.on}"
