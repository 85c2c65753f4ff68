from django.db import models
from django.utils.translation import gettext_lazy as _

from partners.models import Institution


class Freeing(models.Model):
    """How many places of an institution are planned to become free on a day: sums over the whole nation.

    A view of the database beside `Taken`, by the day, so that whoever asks says from when until when.
    """

    pk = models.CompositePrimaryKey("institution_id", "day")
    institution = models.ForeignKey(
        Institution, verbose_name=_("lembaga"), on_delete=models.DO_NOTHING, related_name="+"
    )
    day = models.DateField(_("hari"))
    places = models.PositiveIntegerField(_("tempat"))

    class Meta:
        managed = False
        db_table = 'app"."freeing'
        verbose_name = _("tempat yang akan kosong")
        verbose_name_plural = _("tempat yang akan kosong")

    def __str__(self) -> str:
        return f"{self.institution_id} {self.day}: {self.places}"
