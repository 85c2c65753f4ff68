"""The words of care: each value in English, each label in Indonesian."""

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _


class PlacementStatus(TextChoices):
    REQUESTED = "requested", _("Diajukan")
    ACCEPTED = "accepted", _("Diterima")
    ACTIVE = "active", _("Berjalan")
    DECLINED = "declined", _("Ditolak")
    WITHDRAWN = "withdrawn", _("Ditarik")
    ENDED = "ended", _("Berakhir")
    LAPSED = "lapsed", _("Tanpa jawaban")
    RELEASED = "released", _("Tempat dilepas")


class DeclineReason(TextChoices):
    FULL = "full", _("Tempat penuh")
    SEX_AGE = "sex_age", _("Jenis kelamin atau usia tidak sesuai layanan")
    MEDICAL = "medical", _("Memerlukan perawatan medis lebih dahulu")
    PSYCHIATRIC = "psychiatric", _("Memerlukan perawatan jiwa lebih dahulu")
    LEGAL = "legal", _("Perkara hukum belum diputus")
    NO_GUARDIAN = "no_guardian", _("Tidak ada penanggung jawab")
    DOCUMENTS = "documents", _("Berkas belum lengkap")
    NO_SERVICE = "no_service", _("Layanan yang dibutuhkan tidak tersedia")
    OTHER = "other", _("Alasan lain")


class EndReason(TextChoices):
    """Termination reasons (domain facts, section 2.1)."""

    GOALS_MET = "goals_met", _("Tujuan layanan tercapai")
    REFERRED = "referred", _("Pindah atau dirujuk")
    WITHDREW = "withdrew", _("Menolak atau mengundurkan diri")
    LOST = "lost", _("Tidak terlacak")
    DIED = "died", _("Meninggal dunia")
    PRISON = "prison", _("Menjalani pidana")
    RULE_BREACH = "rule_breach", _("Pelanggaran berat tata tertib")


class FollowUpStatus(TextChoices):
    PLANNED = "planned", _("Dijadwalkan")
    REACHED = "reached", _("Terhubung")
    NOT_REACHED = "not_reached", _("Tidak terhubung")
    MISSED = "missed", _("Terlewat")
    CANCELLED = "cancelled", _("Dibatalkan")


class Channel(TextChoices):
    PHONE = "phone", _("Telepon")
    WHATSAPP = "whatsapp", _("WhatsApp")
    VISIT = "visit", _("Kunjungan rumah")
    CADRE = "cadre", _("Melalui kader")
    FAMILY = "family", _("Melalui keluarga")
    OFFICE = "office", _("Datang ke lembaga")
    GROUP = "group", _("Pertemuan kelompok")
    BAPAS = "bapas", _("Lapas atau Bapas")


# By which somebody is looked for; the two further ones are where a person comes by themselves.
SEARCHING = (Channel.PHONE, Channel.WHATSAPP, Channel.VISIT, Channel.CADRE, Channel.FAMILY)
# At the door, or by somebody from the neighbourhood: without one of them nobody has been looked for enough.
ON_THE_SPOT = (Channel.VISIT, Channel.CADRE)


class ContactOutcome(TextChoices):
    WELL = "well", _("Terhubung, keadaan baik")
    NEEDS_HELP = "needs_help", _("Terhubung, perlu bantuan")
    RELAPSE = "relapse", _("Terhubung, kambuh")
    MOVED = "moved", _("Terhubung, pindah tempat tinggal")
    PRISON = "prison", _("Menjalani pidana")
    NO_ANSWER = "no_answer", _("Tidak terhubung")
    DIED = "died", _("Meninggal dunia")


# Somebody was spoken to; only NO_ANSWER leaves the milestone open.
REACHED_OUTCOMES = (
    ContactOutcome.WELL,
    ContactOutcome.NEEDS_HELP,
    ContactOutcome.RELAPSE,
    ContactOutcome.MOVED,
    ContactOutcome.PRISON,
    ContactOutcome.DIED,
)
OUTCOMES_THAT_NEED_A_NOTE = (ContactOutcome.NEEDS_HELP, ContactOutcome.RELAPSE)


class Side(TextChoices):
    """From where an institution looks at placements."""

    INCOMING = "incoming", _("Permintaan masuk")
    OUTGOING = "outgoing", _("Permintaan keluar")
    ALL = "all", _("Semua penempatan")


class Span(TextChoices):
    """Which milestones of after-care an agenda shows."""

    WEEKS = "weeks", _("Bulan pertama (minggu 1, 2, 4)")
    MONTHS = "months", _("Bulan 2 sampai 24")
    EXTRA = "extra", _("Kontak tambahan")


class When(TextChoices):
    OVERDUE = "overdue", _("Terlambat")
    WEEK = "week", _("7 hari ke depan")
    MONTH = "month", _("30 hari ke depan")


class TransferStatus(TextChoices):
    PROPOSED = "proposed", _("Diajukan")
    ACCEPTED = "accepted", _("Diterima")
    TRAVELLING = "travelling", _("Dalam perjalanan")
    ARRIVED = "arrived", _("Tiba")
    DECLINED = "declined", _("Ditolak")
    WITHDRAWN = "withdrawn", _("Ditarik")
    NOT_ARRIVED = "not_arrived", _("Tidak tiba")


class TransferReason(TextChoices):
    STEP_UP = "step_up", _("Naik tingkat layanan")
    STEP_DOWN = "step_down", _("Turun tingkat layanan")
    MOVED = "moved", _("Pindah tempat tinggal")
    SPECIAL_NEED = "special_need", _("Kebutuhan khusus")
    CLOSURE = "closure", _("Lembaga berhenti melayani")
    COURT = "court", _("Penetapan atau putusan pengadilan")
    MEDICAL = "medical", _("Rujukan medis")


class SupportStatus(TextChoices):
    ASKED = "asked", _("Menunggu jawaban")
    AGREED = "agreed", _("Mendukung")
    DECLINED = "declined", _("Tidak bersedia")
    ENDED = "ended", _("Selesai")


class PlanStatus(TextChoices):
    """One version of a service plan: written, checked by another person, agreed by the client."""

    DRAFT = "draft", _("Disusun")
    SUBMITTED = "submitted", _("Menunggu pengesahan")
    APPROVED = "approved", _("Menunggu persetujuan klien")
    AGREED = "agreed", _("Berlaku")
    SUPERSEDED = "superseded", _("Diganti versi baru")
    ENDED = "ended", _("Berakhir")


class PlanDomain(TextChoices):
    """Which part of a life a goal is about: the areas of the comprehensive assessment."""

    SUBSTANCE = "substance", _("Penggunaan NAPZA")
    HEALTH = "health", _("Kesehatan fisik")
    MENTAL = "mental", _("Psikologis")
    SOCIAL = "social", _("Sosial dan keberfungsian")
    SPIRITUAL = "spiritual", _("Mental spiritual")
    FAMILY = "family", _("Keluarga")
    NETWORK = "network", _("Jaringan sosial")
    WORK = "work", _("Pendidikan dan pekerjaan")
    LEGAL = "legal", _("Hukum")


class GoalStatus(TextChoices):
    OPEN = "open", _("Sedang dikerjakan")
    MET = "met", _("Tercapai")
    PARTLY = "partly", _("Tercapai sebagian")
    DROPPED = "dropped", _("Dilepas")


class Per(TextChoices):
    WEEK = "week", _("per minggu")
    MONTH = "month", _("per bulan")
    ONCE = "once", _("selama rencana")


class AgreedBy(TextChoices):
    CLIENT = "client", _("Klien sendiri")
    GUARDIAN = "guardian", _("Orang tua/wali")


class AgreedHow(TextChoices):
    SIGNED = "signed", _("Ditandatangani")
    ORAL = "oral", _("Lisan, disaksikan")


class TerminationStatus(TextChoices):
    PREPARED = "prepared", _("Disiapkan")
    ASKED = "asked", _("Menunggu persetujuan")
    APPROVED = "approved", _("Disetujui")
    CANCELLED = "cancelled", _("Dibatalkan")


class GateItem(TextChoices):
    """What has to be in order before care ends."""

    GOALS = "goals", _("Semua tujuan rencana layanan sudah ditinjau")
    EXIT_ASSESSMENT = "exit_assessment", _("Asesmen akhir atau skrining ulang dilakukan")
    AFTERCARE_PLAN = "aftercare_plan", _("Rencana pascalayanan tersedia")
    OVERDOSE_ADVICE = (
        "overdose_advice",
        _("Nasihat overdosis, toleransi, dan nalokson sudah diberikan"),
    )
    TASKS = "tasks", _("Tidak ada tugas kasus yang terbuka")


class Verdict(TextChoices):
    APPROVE = "approve", _("Setujui")
    RETURN = "return", _("Kembalikan")


class WaitingStatus(TextChoices):
    WAITING = "waiting", _("Menunggu tempat")
    OFFERED = "offered", _("Ada tempat kosong")
    LEFT = "left", _("Keluar dari daftar")


# Still in the queue; a place that is offered and not asked for goes to the next one.
IN_QUEUE = (WaitingStatus.WAITING, WaitingStatus.OFFERED)


class QueueExit(TextChoices):
    PLACED = "placed", _("Mendapat tempat")
    OTHER_CARE = "other_care", _("Dilayani dengan cara lain")
    REFUSED = "refused", _("Klien tidak ingin menunggu lagi")
    UNREACHED = "unreached", _("Tidak dapat dihubungi")
    CLOSED = "closed", _("Kasus tidak lagi menunggu penempatan")


# What a person chooses from; the others follow from what happens to the case.
LEAVE_BY_HAND = (QueueExit.OTHER_CARE, QueueExit.REFUSED, QueueExit.UNREACHED)


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


class GroupExit(TextChoices):
    FINISHED = "finished", _("Menyelesaikan program")
    MOVED = "moved", _("Pindah kelompok atau lembaga")
    WITHDREW = "withdrew", _("Mengundurkan diri")
    RULES = "rules", _("Keputusan kelompok karena pelanggaran")
    CARE_ENDED = "care_ended", _("Kasusnya berhenti")
    OTHER = "other", _("Alasan lain")


class Cohesion(IntegerChoices):
    """How the group held together in a session, as its facilitator saw it."""

    TORN = 1, _("1: terpecah")
    LOOSE = 2, _("2: renggang")
    FAIR = 3, _("3: cukup")
    CLOSE = 4, _("4: erat")
    ONE = 5, _("5: sangat erat")


class CareTask(TextChoices):
    """What has to be done beside the case's next step, by somebody, by a day."""

    ESCALATION = "escalation", _("Tangani permintaan tanpa jawaban")
    WAITING_CONTACT = "waiting_contact", _("Hubungi klien dalam daftar tunggu")
    TRANSFER = "transfer", _("Jawab pemindahan")
    ARRIVAL = "arrival", _("Pastikan kedatangan")
    SUPPORT_ANSWER = "support_answer", _("Jawab permintaan dukungan")
    SUPPORT = "support", _("Tugas basis pendukung")
    CONFERENCE = "conference", _("Keputusan konferensi kasus")
    PLAN_REVIEW = "plan_review", _("Tinjau rencana layanan")
    SAFETY = "safety", _("Tangani kekhawatiran keselamatan")
    ABSENCE = "absence", _("Tanyakan mengapa tiga kali tidak hadir")
    START_CARE = "start_care", _("Mulai layanan atau lepaskan tempatnya")
    TAKE_OFFER = "take_offer", _("Ajukan tempat yang kosong")
    UNFIT_PLACE = "unfit_place", _("Periksa tempat yang tidak lagi sesuai")
    UNFIT_TRANSFER = "unfit_transfer", _("Periksa tujuan pindah yang tidak lagi sesuai")
    SAFETY_PLAN = "safety_plan", _("Susun rencana aman setelah kambuh")
    RELAPSE_CALL = "relapse_call", _("Hubungi klien setelah kambuh")
    LATE_CALL = "late_call", _("Hubungi klien: kontak pascalayanan terlambat")
    LATE_TRIAGE = "late_triage", _("Pastikan triase ulang yang terlambat")
    GUIDANCE_END = "guidance_end", _("Akhiri bina lanjut dengan ringkasan")
    HANDOVER = "handover", _("Jawab penyerahan pascalayanan")
