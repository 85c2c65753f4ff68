"""The words of what follows care: relapse, and what a life has become since."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class RelapseStatus(TextChoices):
    NAMED = "named", _("Belum ada rencana aman")
    PLANNED = "planned", _("Menunggu langkah sesudahnya")
    SETTLED = "settled", _("Selesai ditangani")


class RelapseAnswer(TextChoices):
    """What follows a relapse, as a person decided."""

    SUPPORT = "support", _("Tetap, dengan dukungan yang ditambah")
    STEP_UP = "step_up", _("Naik tingkat layanan")
    REENTRY = "reentry", _("Masuk layanan kembali, kasus baru")


# After care there is no level to step up to: whoever needs care again gets a new case.
ANSWERS_IN_CARE = (RelapseAnswer.SUPPORT, RelapseAnswer.STEP_UP)
ANSWERS_AFTER_CARE = (RelapseAnswer.SUPPORT,)
