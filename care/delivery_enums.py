"""The words of what is given to people day by day, alone and in groups."""

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _


class DeliveryKind(TextChoices):
    SESSION = "session", _("Sesi individu")
    FAMILY = "family", _("Sesi keluarga")
    HOME_VISIT = "home_visit", _("Kunjungan rumah")
    ACCOMPANIMENT = "accompaniment", _("Pendampingan")
    AID = "aid", _("Bantuan")
    TRAINING = "training", _("Pelatihan")
    OTHER = "other", _("Layanan lain")


# Told on the form for a session; the other kinds have forms of their own.
SPOKEN_KINDS = (
    DeliveryKind.SESSION,
    DeliveryKind.FAMILY,
    DeliveryKind.ACCOMPANIMENT,
    DeliveryKind.OTHER,
)


class DeliveryPlace(TextChoices):
    INSTITUTION = "institution", _("Di lembaga")
    HOME = "home", _("Di rumah klien")
    OFFICE = "office", _("Di kantor atau fasilitas lain")
    SCHOOL_WORK = "school_work", _("Di sekolah atau tempat kerja")
    PHONE = "phone", _("Lewat telepon atau daring")


class HomeCondition(TextChoices):
    SUPPORTIVE = "supportive", _("Mendukung pemulihan")
    ADEQUATE = "adequate", _("Cukup, perlu dipantau")
    STRAINED = "strained", _("Berat, keluarga perlu bantuan")
    UNSAFE = "unsafe", _("Tidak aman")


class FundSource(TextChoices):
    STATE = "state", _("APBN Kemensos")
    REGION = "region", _("APBD")
    INSTITUTION = "institution", _("Dana lembaga")
    DONOR = "donor", _("Donatur atau CSR")
    BAZNAS = "baznas", _("Zakat, infak, dan sedekah")
    OTHER = "other", _("Sumber lain")


class TrainingResult(TextChoices):
    PASSED = "passed", _("Lulus")
    ATTENDED = "attended", _("Mengikuti sampai selesai")
    LEFT = "left", _("Berhenti sebelum selesai")


class PaperKind(TextChoices):
    """What a proof may be; also its media type."""

    PDF = "application/pdf", "PDF"
    JPEG = "image/jpeg", "JPEG"
    PNG = "image/png", "PNG"


class GroupKind(TextChoices):
    COMMUNITY = "community", _("Komunitas terapeutik (TC)")
    SELF_HELP = "self_help", _("Kelompok bantu diri")
    CLASS = "class", _("Kelas")
    FAMILY = "family", _("Kelompok dukungan keluarga")


class SessionKind(TextChoices):
    MORNING = "morning", _("Morning meeting")
    ENCOUNTER = "encounter", _("Kelompok encounter")
    STATIC = "static", _("Kelompok static")
    SEMINAR = "seminar", _("Seminar")
    SELF_HELP = "self_help", _("Pertemuan bantu diri")
    CLASS = "class", _("Kelas psikoedukasi")
    FAMILY = "family", _("Dukungan keluarga")
    SPIRITUAL = "spiritual", _("Bimbingan mental spiritual")
    PHYSICAL = "physical", _("Olahraga atau kegiatan fisik")
    OTHER = "other", _("Kegiatan kelompok lain")


class Presence(TextChoices):
    PRESENT = "present", _("Hadir")
    LEFT_EARLY = "left_early", _("Pulang lebih awal")
    EXCUSED = "excused", _("Izin")
    ABSENT = "absent", _("Tidak hadir")


CAME = (Presence.PRESENT, Presence.LEFT_EARLY)


class Phase(TextChoices):
    """Of a therapeutic community, in their order (domain facts, section 2.2)."""

    INDUCTION = "induction", _("Induksi")
    YOUNGER = "younger", _("Primer, tahap muda")
    MIDDLE = "middle", _("Primer, tahap madya")
    OLDER = "older", _("Primer, tahap tua")
    REENTRY = "reentry", _("Re-entry")


class Level(TextChoices):
    """The ladder of a member, in its order (seeds 6 to 10)."""

    ADMISSION = "admission", _("Penerimaan")
    VALUES = "values", _("Penanaman nilai")
    COHESION = "cohesion", _("Kohesi kelompok")
    STATUS = "status", _("Perolehan status")
    GROUP_WORK = "group_work", _("Karya kelompok")


class LeaveReason(TextChoices):
    FINISHED = "finished", _("Menyelesaikan program")
    MOVED = "moved", _("Pindah kelompok atau lembaga")
    WITHDREW = "withdrew", _("Mengundurkan diri")
    RULES = "rules", _("Keputusan kelompok karena pelanggaran")
    OTHER = "other", _("Alasan lain")


class Cohesion(IntegerChoices):
    """How the group held together in a session, as its facilitator saw it."""

    TORN = 1, _("1: terpecah")
    LOOSE = 2, _("2: renggang")
    FAIR = 3, _("3: cukup")
    CLOSE = 4, _("4: erat")
    ONE = 5, _("5: sangat erat")
