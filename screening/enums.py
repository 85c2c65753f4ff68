from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ScreeningStatus(TextChoices):
    DRAFT = "draft", _("Draf")
    FINISHED = "finished", _("Selesai")


class OverrideCode(TextChoices):
    """Why a person decides otherwise than the proposal (domain facts, section 4, D)."""

    CLIENT_CHOICE = "client_choice", _("Pilihan klien")
    FAMILY_CAPACITY = "family_capacity", _("Kemampuan keluarga")
    DISTANCE = "distance", _("Jarak atau daerah terpencil")
    NO_PLACE = "no_place", _("Tempat tidak tersedia")
    SCHOOL_WORK = "school_work", _("Sekolah atau pekerjaan")
    CHILD_CARE = "child_care", _("Pengasuhan anak")
    DISABILITY = "disability", _("Akses disabilitas")
    GENDER_SAFETY = "gender_safety", _("Keamanan gender")
    CULTURE = "culture", _("Budaya atau bahasa")
    LAW_ORDER = "law_order", _("Perintah hukum")
    CLINICAL = "clinical", _("Pertimbangan klinis")
    SAFETY_THREAT = "safety_threat", _("Ancaman keamanan di lingkungan")
    CONTINUITY = "continuity", _("Kelanjutan dengan pemberi layanan sebelumnya")


class DecisionStatus(TextChoices):
    SETTLED = "settled", _("Berlaku")
    AWAITING = "awaiting", _("Menunggu persetujuan")
    REFUSED = "refused", _("Tidak disetujui")
    WITHDRAWN = "withdrawn", _("Ditarik")
    REPLACED = "replaced", _("Diputuskan ulang")


# One of these at a time for each screening: it holds, or it waits for the answer of a leader.
LIVE_DECISIONS = (DecisionStatus.SETTLED, DecisionStatus.AWAITING)


class ReviewOutcome(TextChoices):
    """What came of the review of an override that a leader approved."""

    KEEP = "keep", _("Keputusan tetap berlaku")
    AGAIN = "again", _("Putuskan ulang")


class AssessmentKind(TextChoices):
    INITIAL = "initial", _("Asesmen awal")
    REVIEW = "review", _("Asesmen ulang")
    EXIT = "exit", _("Asesmen akhir")


class AssessmentStatus(TextChoices):
    DRAFT = "draft", _("Draf")
    SUBMITTED = "submitted", _("Menunggu pengesahan")
    SIGNED = "signed", _("Disahkan")
