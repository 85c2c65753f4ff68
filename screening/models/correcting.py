"""What never changes once it is finished: a correction is a new one that names the old, and why."""

from typing import Self, cast

from django.db import models
from django.utils.translation import gettext_lazy as _

from common.sealed import SealedTextField


class Correctable(models.Model):
    """Of a case. `corrected_by` is the correction that was begun of it, finished or not."""

    corrects = models.OneToOneField(
        "self",
        verbose_name=_("mengoreksi"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="corrected_by",
    )
    correction_reason = SealedTextField(_("alasan koreksi"), blank=True, owner="case.client")

    class Meta:
        abstract = True

    @property
    def former(self) -> Self | None:
        """What it corrects, as what it is."""
        return cast("Self | None", self.corrects)
