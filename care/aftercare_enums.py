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


class OutcomePoint(TextChoices):
    """When outcomes are asked: of the time before care, and at the core points of after-care."""

    START = "start", _("Sebelum layanan")
    W4 = "W4", _("Bulan 1")
    M3 = "M3", _("Bulan 3")
    M6 = "M6", _("Bulan 6")
    M12 = "M12", _("Bulan 12")


class OutcomeStatus(TextChoices):
    DRAFT = "draft", _("Draf")
    FINISHED = "finished", _("Selesai")


class LocatorKind(TextChoices):
    MAY_ASK = "may_ask", _("Boleh ditanya")
    DO_NOT_TELL = "do_not_tell", _("Jangan diberi tahu")


class Acquaintance(TextChoices):
    """Who may know where somebody is, the family included."""

    PARENT = "parent", _("Orang tua atau wali")
    PARTNER = "partner", _("Pasangan")
    SIBLING = "sibling", _("Saudara kandung")
    RELATIVE = "relative", _("Kerabat lain")
    FRIEND = "friend", _("Teman")
    PEER = "peer", _("Teman pemulihan")
    WORK = "work", _("Atasan atau rekan kerja")
    CADRE = "cadre", _("Kader atau pendamping sosial")
    LEADER = "leader", _("Ketua RT/RW atau tokoh setempat")
    NEIGHBOUR = "neighbour", _("Tetangga")
    OTHER = "other", _("Orang lain")
