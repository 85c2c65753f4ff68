from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


# The kind of job that tells those who review it that a glass was broken.
EMERGENCY_NOTICE = "emergency_notice"
IMPROPER_NOTICE = "improper_notice"


class Sex(TextChoices):
    MALE = "male", _("Laki-laki")
    FEMALE = "female", _("Perempuan")


class Risk(TextChoices):
    """The words of the scoring; the highest class over all substances but tobacco."""

    LOW = "low", _("Risiko rendah")
    MODERATE = "moderate", _("Risiko sedang")
    HIGH = "high", _("Risiko tinggi")


class NikMissingReason(TextChoices):
    NO_CARD = "no_card", _("Belum punya KTP")
    CHILD = "child", _("Anak, belum wajib KTP")
    LOST = "lost", _("KTP hilang")
    UNDOCUMENTED = "undocumented", _("Tidak tercatat dalam kependudukan")
    REFUSED = "refused", _("Tidak bersedia memberikan")


class MaritalStatus(TextChoices):
    SINGLE = "single", _("Belum kawin")
    MARRIED = "married", _("Kawin")
    DIVORCED = "divorced", _("Cerai hidup")
    WIDOWED = "widowed", _("Cerai mati")


class Education(TextChoices):
    NONE = "none", _("Tidak/belum sekolah")
    PRIMARY = "primary", _("SD/sederajat")
    LOWER_SECONDARY = "lower_secondary", _("SMP/sederajat")
    UPPER_SECONDARY = "upper_secondary", _("SMA/sederajat")
    TERTIARY = "tertiary", _("Perguruan tinggi")


class FamilyRelation(TextChoices):
    FATHER = "father", _("Ayah")
    MOTHER = "mother", _("Ibu")
    SPOUSE = "spouse", _("Suami/istri")
    SIBLING = "sibling", _("Saudara kandung")
    CHILD = "child", _("Anak")
    GUARDIAN = "guardian", _("Wali")
    RELATIVE = "relative", _("Kerabat lain")
    OTHER = "other", _("Bukan keluarga")


class Interpreter(TextChoices):
    """What a talk with the client takes; nothing chosen is not asked yet."""

    NONE = "none", _("Bahasa Indonesia dapat dipakai")
    REGIONAL = "regional", _("Perlu bahasa daerah")
    SIGN = "sign_language", _("Perlu juru bahasa isyarat")
    FOREIGN = "foreign", _("Perlu juru bahasa asing")
    DECLINED = "declined", _("Tidak mau menjawab")


class Nationality(TextChoices):
    INDONESIAN = "indonesian", _("Warga negara Indonesia")
    FOREIGN = "foreign", _("Warga negara asing")
    STATELESS = "stateless", _("Tanpa kewarganegaraan")
    DECLINED = "declined", _("Tidak mau menjawab")


class Mobility(TextChoices):
    STAIRS = "stairs", _("Dapat memakai tangga")
    STEP_FREE = "step_free", _("Perlu ruang tanpa anak tangga (misalnya kursi roda)")
    DECLINED = "declined", _("Tidak mau menjawab")


class Senses(TextChoices):
    NONE = "none", _("Tidak perlu penyesuaian")
    HEARING = "hearing", _("Pendengaran")
    SIGHT = "sight", _("Penglihatan")
    BOTH = "both", _("Pendengaran dan penglihatan")
    DECLINED = "declined", _("Tidak mau menjawab")


class UnitWish(TextChoices):
    """Where the client feels safe, if they bring it up themselves."""

    AS_PAPERS = "as_papers", _("Unit sesuai jenis kelamin pada dokumen")
    ANOTHER = "another", _("Ingin membicarakan unit yang aman baginya")
    DECLINED = "declined", _("Tidak mau menjawab")


class ReferralSource(TextChoices):
    SELF = "self", _("Datang sendiri")
    FAMILY = "family", _("Keluarga")
    HOTLINE = "hotline", _("Pusat panggilan")
    OUTREACH = "outreach", _("Penjangkauan")
    POLICE = "police", _("Kepolisian")
    PROSECUTOR = "prosecutor", _("Kejaksaan")
    COURT = "court", _("Pengadilan")
    HOSPITAL = "hospital", _("Rumah sakit/puskesmas")
    BNN = "bnn", _("BNN")
    SOCIAL_OFFICE = "social_office", _("Dinas Sosial")
    OTHER_REHAB = "other_rehab", _("Lembaga rehabilitasi lain")
    SCHOOL = "school", _("Sekolah/kampus")
    COMMUNITY = "community", _("Masyarakat")


class LegalStatus(TextChoices):
    NONE = "none", _("Tidak ada perkara")
    POLICE = "police", _("Penyidikan kepolisian")
    PROSECUTION = "prosecution", _("Penuntutan")
    COURT = "court", _("Persidangan")
    COURT_ORDER = "court_order", _("Putusan/penetapan pengadilan")
    PRISON = "prison", _("Menjalani pidana")
    DIVERSION = "diversion", _("Diversi")


class ConsentGiver(TextChoices):
    SELF = "self", _("Klien sendiri")
    GUARDIAN = "guardian", _("Orang tua/wali")


class ConsentMethod(TextChoices):
    WRITTEN = "written", _("Tertulis, ditandatangani")
    ORAL = "oral", _("Lisan, disaksikan")


class VitalReason(TextChoices):
    """Why somebody's life is looked after before they can agree (UU 27/2022 art. 20, vital interest)."""

    UNCONSCIOUS = "unconscious", _("Tidak sadar atau tidak dapat berkomunikasi")
    DANGER = "danger", _("Dalam bahaya, persetujuan belum dapat diminta")
    REFUSES = "refuses", _("Menolak, padahal jiwanya terancam")


class CaseStatus(TextChoices):
    INTAKE = "intake", _("Penerimaan")
    SCREENING = "screening", _("Skrining")
    MEDICAL_FIRST = "medical_first", _("Rujukan medis dahulu")
    DECISION = "decision", _("Menunggu keputusan")
    PLACEMENT = "placement", _("Penempatan")
    IN_SERVICE = "in_service", _("Layanan")
    AFTERCARE = "aftercare", _("Pascalayanan")
    CLOSED = "closed", _("Selesai")


class NextStep(TextChoices):
    """What has to happen next in a case, and by `next_due_on`: what the desk sorts by."""

    START_SCREENING = "start_screening", _("Mulai skrining")
    FINISH_SCREENING = "finish_screening", _("Lanjutkan skrining")
    RETRIAGE = "retriage", _("Triase ulang")
    DECIDE = "decide", _("Putuskan usulan")
    SECOND_ASSESSMENT = "second_assessment", _("Penilaian kedua")
    APPROVE_OVERRIDE = "approve_override", _("Setujui penyimpangan usulan")
    REQUEST_PLACEMENT = "request_placement", _("Ajukan penempatan")
    AWAIT_ANSWER = "await_answer", _("Menunggu jawaban penempatan")
    START_SERVICE = "start_service", _("Mulai layanan")
    REVIEW = "review", _("Tinjau layanan")
    FOLLOW_UP = "follow_up", _("Hubungi (pascalayanan)")
    CLOSE = "close", _("Tutup kasus")


class CloseReason(TextChoices):
    AFTERCARE_DONE = "aftercare_done", _("Pascalayanan selesai")
    WITHDREW = "withdrew", _("Mengundurkan diri")
    MOVED = "moved", _("Pindah atau dirujuk")
    LOST = "lost", _("Tidak terlacak")
    PRISON = "prison", _("Menjalani pidana")
    DIED = "died", _("Meninggal dunia")
    MISTAKE = "mistake", _("Dibuka karena kekeliruan")
    RELAPSED = "relapsed", _("Kambuh, kasus baru")


# A case is never closed so by hand: the new case that takes its place closes it.
CLOSED_BY_HAND = tuple(reason for reason in CloseReason if reason != CloseReason.RELAPSED)


class ReentryReason(TextChoices):
    """Why a person comes back into care: what a new case says of the one before it."""

    RELAPSE = "relapse", _("Kambuh")
    RELEASED = "released", _("Selesai menjalani pidana")
    FOUND = "found", _("Ditemukan kembali")
    OTHER = "other", _("Kebutuhan lain")


class EventKind(TextChoices):
    """What this app writes into the timeline; the apps above bring their own kinds (clients/events.py)."""

    REGISTERED = "registered", _("Klien didaftarkan")
    REGISTERED_VITAL = "registered_vital", _("Klien didaftarkan demi keselamatan jiwa")
    REOPENED = "reopened", _("Klien terdaftar kembali")
    VITAL_INTEREST = "vital_interest", _("Dilayani demi keselamatan jiwa")
    CONSENT_GIVEN = "consent_given", _("Persetujuan diberikan")
    REENTERED = "reentered", _("Masuk layanan kembali")
    CONSENT_WITHDRAWN = "consent_withdrawn", _("Persetujuan ditarik")
    NOTE = "note", _("Catatan kegiatan")
    PROFILE_CHANGED = "profile_changed", _("Profil diubah")
    FAMILY_ADDED = "family_added", _("Kontak keluarga ditambahkan")
    FAMILY_CHANGED = "family_changed", _("Kontak keluarga diubah")
    ERASED = "erased", _("Data pribadi dihapus")
    TASK_DONE = "task_done", _("Tugas selesai")
    REASSIGNED = "reassigned", _("Pekerja sosial diganti")
    SUPPORTER_CHANGED = "supporter_changed", _("Pendamping kasus diganti")
    CLOSED = "closed", _("Kasus ditutup")


class TaskStatus(TextChoices):
    OPEN = "open", _("Terbuka")
    DONE = "done", _("Selesai")
    CANCELLED = "cancelled", _("Dibatalkan")


class NoteKind(TextChoices):
    """What a worker writes down by hand ("Catat kegiatan")."""

    CONTACT = "contact", _("Pertemuan atau telepon")
    HOME_VISIT = "home_visit", _("Kunjungan rumah")
    COUNSELLING = "counselling", _("Konseling")
    FAMILY = "family", _("Kegiatan bersama keluarga")
    LAW = "law", _("Catatan hukum")
    OTHER = "other", _("Lain-lain")


class EmergencyReason(TextChoices):
    """Why somebody opens the file of a person whom they do not care for."""

    LIFE = "life", _("Keselamatan jiwa atau keadaan medis")
    VIOLENCE = "violence", _("Ancaman kekerasan atau anak dalam bahaya")
    ARRIVED = "arrived", _("Klien datang dan petugasnya tidak terjangkau")
    SAME_PERSON = "same_person", _("Memastikan orang yang sama")
    LAW = "law", _("Permintaan berdasar hukum")


class Judgement(TextChoices):
    PROPER = "proper", _("Patut")
    IMPROPER = "improper", _("Tidak patut")


class RevealPurpose(TextChoices):
    """Why somebody asks to see what is masked; the read log keeps it."""

    SAME_PERSON = "same_person", _("Memastikan identitas klien")
    LETTER = "letter", _("Mengisi surat atau rujukan")
    CONTACT = "contact", _("Menghubungi klien atau keluarga")
    CARE = "care", _("Menyusun atau memberi layanan")
    CHECK = "check", _("Pemeriksaan atau audit")
    LAW = "law", _("Permintaan berdasar hukum")


class Audience(TextChoices):
    """Which colleagues a thing waits for that names nobody."""

    ANYBODY = "", _("Siapa pun di lembaga")
    ANSWERERS = "answerers", _("Yang menjawab atas nama lembaga")
    SIGNERS = "signers", _("Yang mengesahkan")
    LEADERS = "leaders", _("Pimpinan")
    WATCHERS = "watchers", _("Yang meninjau akses darurat")
    HEADS = "heads", _("Yang mengurus lembaga")
