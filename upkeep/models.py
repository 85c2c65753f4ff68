"""When each thing was last looked at, and whether it was well. Nothing here is about a person."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from common.trail import untracked
from upkeep.enums import Watched


@untracked("machinery: rewritten every minute")
class Pulse(models.Model):
    """The last look at one thing, and the last that found it well."""

    what = models.CharField(_("hal"), max_length=20, choices=Watched, primary_key=True)
    is_well = models.BooleanField(_("baik"))
    finding = models.CharField(_("catatan"), max_length=200, blank=True)
    seen_at = models.DateTimeField(_("diperiksa pada"))
    well_at = models.DateTimeField(_("terakhir baik"), null=True)
    alarmed_at = models.DateTimeField(_("alarm dikirim pada"), null=True)

    objects: ClassVar[Any] = models.Manager()

    class Meta:
        verbose_name = _("denyut")
        verbose_name_plural = _("denyut")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(what__in=Watched.values), name="pulse_what_known"
            ),
        )

    def __str__(self) -> str:
        return f"{self.what} {self.seen_at:%Y-%m-%d %H:%M:%S}"
