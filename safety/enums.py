from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Outcome(TextChoices):
    """What a clinician said of a person who was referred."""

    CLEARED = "cleared", _("Aman, boleh dilanjutkan")
    TREATMENT = "treatment", _("Pengobatan berjalan")
    ADMITTED = "admitted", _("Dirawat inap")
    DIED = "died", _("Meninggal dunia")


class Danger(TextChoices):
    """What a concern is about; the first two bear the codes of the signs that the interview asks for."""

    CHILD = "child_harm", _("Anak dalam bahaya")
    VIOLENCE = "violence_at_home", _("Kekerasan di rumah")
    HOME = "unsafe_home", _("Tempat tinggal tidak aman")
    OTHER = "other", _("Kekhawatiran lain")


class Source(TextChoices):
    """Where a danger, or how a home is, became known."""

    SCREENING = "screening", _("Skrining")
    ASSESSMENT = "assessment", _("Asesmen")
    VISIT = "visit", _("Kunjungan rumah")
    NOTE = "note", _("Catatan petugas")
    CONFERENCE = "conference", _("Konferensi kasus")


class SafetyEvent(TextChoices):
    """What this app writes into the timeline."""

    REFERRED = "safety_referred", _("Dirujuk ke layanan medis")
    SENT = "safety_sent", _("Keberangkatan ke layanan medis dicatat")
    RESULT = "safety_result", _("Hasil rujukan medis dicatat")
    SCREENING_GOES_ON = "safety_screen_on", _("Hasil rujukan medis dicatat, skrining dilanjutkan")
    DECIDING_GOES_ON = "safety_decide_on", _("Hasil rujukan medis dicatat, keputusan dilanjutkan")
    OVERDUE = "safety_overdue", _("Triase ulang terlambat, pimpinan diberi tahu")
    CONCERN = "safety_concern", _("Kekhawatiran keselamatan dicatat")
    CONCERN_STEP = "safety_step", _("Langkah pelindungan dicatat")
    CONCERN_SETTLED = "safety_settled", _("Pelindungan dinyatakan selesai")
