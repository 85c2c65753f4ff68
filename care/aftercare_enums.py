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


class AdvisedWho(TextChoices):
    CLIENT = "client", _("Klien")
    FAMILY = "family", _("Keluarga atau pendamping")
    BOTH = "both", _("Klien dan keluarga")


class Naloxone(TextChoices):
    """How the person can come by the antidote of an opioid overdose."""

    HANDED_OUT = "handed_out", _("Dibawakan")
    PLACE_TOLD = "place_told", _("Tempat memperolehnya diberitahukan")
    NONE_HERE = "none_here", _("Belum tersedia di daerah ini; 112 dan 119 diberitahukan")
    NOT_NEEDED = "not_needed", _("Tidak perlu: tidak memakai opioid")


class DeathPlace(TextChoices):
    HOME = "home", _("Di rumah")
    HEALTH = "health", _("Di fasilitas kesehatan")
    INSTITUTION = "institution", _("Di lembaga rehabilitasi")
    PRISON = "prison", _("Di lapas atau rutan")
    STREET = "street", _("Di tempat umum")
    ELSEWHERE = "elsewhere", _("Di tempat lain")
    UNKNOWN = "unknown", _("Tidak diketahui")


class DeathCause(TextChoices):
    DRUGS = "drugs", _("Keracunan zat")
    ILLNESS = "illness", _("Penyakit")
    ACCIDENT = "accident", _("Kecelakaan")
    SUICIDE = "suicide", _("Bunuh diri")
    VIOLENCE = "violence", _("Kekerasan orang lain")
    OTHER = "other", _("Sebab lain")
    UNKNOWN = "unknown", _("Tidak diketahui")


class Known(TextChoices):
    YES = "yes", _("Ya")
    NO = "no", _("Tidak")
    UNKNOWN = "unknown", _("Tidak diketahui")


class HandoverStatus(TextChoices):
    """After-care that another institution is asked to go on with."""

    ASKED = "asked", _("Menunggu jawaban")
    ACCEPTED = "accepted", _("Diserahkan")
    DECLINED = "declined", _("Tidak diterima")
    WITHDRAWN = "withdrawn", _("Ditarik")


class GuidanceTrack(TextChoices):
    """With whom a contact of extended guidance was."""

    CLIENT = "client", _("Klien")
    FAMILY = "family", _("Keluarga")
    CADRE = "cadre", _("Kader atau agen pemulihan (IBM)")
    SELF_HELP = "self_help", _("Kelompok bantu diri di luar lembaga")


class Fellowship(TextChoices):
    """Self-help groups outside the institution."""

    NA = "na", _("Narcotics Anonymous (NA)")
    AA = "aa", _("Alcoholics Anonymous (AA)")
    FAMILY = "family", _("Kelompok keluarga")
    OTHER = "other", _("Kelompok lain")


class GuidanceResult(TextChoices):
    REACHED = "reached", _("Tujuan tercapai")
    PARTLY = "partly", _("Tercapai sebagian")
    STOPPED = "stopped", _("Berhenti sebelum selesai")


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
