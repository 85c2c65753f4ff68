from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ScreeningStatus(TextChoices):
    DRAFT = "draft", _("Draf")
    FINISHED = "finished", _("Selesai")


class Substance(TextChoices):
    """The groups of ASSIST, in its order and its codes."""

    TOBACCO = "tobacco", _("Tembakau")
    ALCOHOL = "alcohol", _("Alkohol")
    CANNABIS = "cannabis", _("Kanabis")
    COCAINE = "cocaine", _("Kokain")
    AMPHETAMINE = "amphetamine", _("Amfetamin dan sejenisnya")
    INHALANTS = "inhalants", _("Zat hirup")
    SEDATIVES = "sedatives", _("Obat penenang atau obat tidur")
    HALLUCINOGENS = "hallucinogens", _("Halusinogen")
    OPIOIDS = "opioids", _("Opioid")
    OTHER = "other", _("Zat lain")


class Route(TextChoices):
    """How a substance is mostly taken (EMCDDA, treatment demand indicator)."""

    SWALLOW = "swallow", _("Diminum atau dimakan")
    SMOKE = "smoke", _("Diisap atau dibakar")
    SNIFF = "sniff", _("Dihirup lewat hidung")
    INJECT = "inject", _("Disuntikkan")
    OTHER = "other", _("Cara lain")
    UNKNOWN = "unknown", _("Belum diketahui")


class Sharing(TextChoices):
    """When injecting equipment was last shared."""

    NEVER = "never", _("Tidak pernah")
    PAST_30_DAYS = "past_30_days", _("Ya, dalam 30 hari terakhir")
    PAST_YEAR = "past_year", _("Ya, dalam setahun terakhir")
    EARLIER = "earlier", _("Ya, lebih dari setahun lalu")
    UNKNOWN = "unknown", _("Belum diketahui")


class Treated(TextChoices):
    """Whether the person was treated for substances before this episode."""

    NEVER = "never", _("Belum pernah")
    ONCE = "once", _("Satu kali")
    MORE = "more", _("Lebih dari satu kali")
    UNKNOWN = "unknown", _("Belum diketahui")


class Role(TextChoices):
    """What a substance is to the person now."""

    MAIN = "main", _("Zat utama")
    BESIDE = "beside", _("Juga bermasalah")
    NONE = "none", _("Bukan masalah")


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


class ScreeningKind(TextChoices):
    """The first interview moves its case on; the others stand beside a case that goes its way."""

    INITIAL = "initial", _("Skrining awal")
    REVIEW = "review", _("Skrining ulang terjadwal")
    EVENT = "event", _("Skrining ulang karena peristiwa")


class ScreeningReason(TextChoices):
    """What happened, so that a person is screened again before the day (domain facts, section 4)."""

    RELAPSE = "relapse", _("Kambuh")
    CRISIS = "crisis", _("Krisis")
    MOVE = "move", _("Pindah tempat tinggal")
    OFFENCE = "offence", _("Pelanggaran hukum baru")


class StepDirection(TextChoices):
    UP = "step_up", _("Naik tingkat")
    DOWN = "step_down", _("Turun tingkat")


class StepStatus(TextChoices):
    PROPOSED = "proposed", _("Menunggu keputusan")
    ACCEPTED = "accepted", _("Diterima")
    REFUSED = "refused", _("Tidak diterima")
    LAPSED = "lapsed", _("Diganti skrining yang lebih baru")


class StepReason(TextChoices):
    """Why another level of care is proposed."""

    CLASS_ROSE = "class_rose", _("Kelas risiko naik.")
    WEEKLY_USE = "weekly_use", _("Kambuh: kembali memakai tiap minggu atau lebih sering.")
    RED_FLAG = "red_flag", _("Ada tanda bahaya pada skrining ulang.")
    SAFETY_LOSS = "safety_loss", _("Rumah tidak lagi aman.")
    CLASS_FELL = "class_fell", _("Kelas risiko turun dan bertahan pada dua skrining ulang.")


class StepCondition(TextChoices):
    """What else has to hold before lighter care, confirmed by the person who decides."""

    GOALS = "goals", _("Paling sedikit 70% tujuan rencana layanan tercapai")
    HOME_SAFE = "home_safe", _("Rumah atau tempat tinggal aman")
    PHASE_DONE = "phase_done", _("Tahap re-entry selesai, atau tidak berlaku")
    RECEIVER = "receiver", _("Pemberi layanan berikutnya bersedia menerima")


class Stage(TextChoices):
    """Where a case goes on, and something has to be there before it does."""

    DECIDE = "decide", _("Keputusan basis layanan")
    REQUEST = "request", _("Pengajuan penempatan")
    START = "start", _("Mulai layanan")


class Missing(TextChoices):
    ASSESSMENT = "assessment", _("Asesmen lengkap yang disahkan")
    PLAN = "plan", _("Rencana layanan yang diajukan")
    AGREED_PLAN = "agreed_plan", _("Rencana layanan yang disepakati klien")


class UrgentReason(TextChoices):
    """Why a step cannot wait for what is missing."""

    LIFE = "life", _("Nyawa atau kesehatan klien terancam")
    VIOLENCE = "violence", _("Klien harus segera keluar dari tempat yang tidak aman")
    WITHDRAWAL = "withdrawal", _("Putus zat atau risiko overdosis tidak dapat menunggu")
    NO_BED = "no_bed", _("Klien tidak mempunyai tempat tidur malam ini")
    ORDER = "order", _("Penetapan atau permintaan penegak hukum berbatas waktu")
    FAR = "far", _("Klien datang dari jauh dan tidak dapat kembali lagi")


class ScreeningEvent(TextChoices):
    """What this app writes into the timeline."""

    SCREENING_STARTED = "screening_started", _("Skrining dimulai")
    RESCREENING_STARTED = "rescreening_started", _("Skrining ulang dimulai")
    CORRECTION_STARTED = "correction_started", _("Koreksi skrining dimulai")
    SCREENING_FINISHED = "screening_finished", _("Skrining selesai")
    SCREENING_CORRECTED = "screening_corrected", _("Skrining dikoreksi")
    MEDICAL_FIRST = "medical_first", _("Dirujuk ke layanan medis")
    SECOND_ASSESSED = "second_assessed", _("Penilaian kedua dicatat")
    DECIDED = "decided", _("Diputuskan sesuai usulan")
    DECIDED_OTHERWISE = "decided_otherwise", _("Diputuskan berbeda dari usulan")
    OVERRIDE_REQUESTED = "override_requested", _("Penyimpangan usulan diajukan")
    OVERRIDE_APPROVED = "override_approved", _("Penyimpangan usulan disetujui")
    OVERRIDE_REFUSED = "override_refused", _("Penyimpangan usulan tidak disetujui")
    OVERRIDE_WITHDRAWN = "override_withdrawn", _("Penyimpangan usulan ditarik")
    OVERRIDE_REVIEWED = "override_reviewed", _("Penyimpangan usulan ditinjau")
    ASSESSMENT_STARTED = "assessment_started", _("Asesmen dimulai")
    ASSESSMENT_REOPENED = "assessment_reopened", _("Koreksi asesmen dimulai")
    ASSESSMENT_SUBMITTED = "assessment_submitted", _("Asesmen diajukan")
    ASSESSMENT_RETURNED = "assessment_returned", _("Asesmen dikembalikan")
    ASSESSMENT_SIGNED = "assessment_signed", _("Asesmen disahkan")
    DANGER_FOUND = "danger_found", _("Tanda bahaya ditemukan")
    STEP_ACCEPTED = "step_accepted", _("Perubahan tingkat layanan diterima")
    STEP_REFUSED = "step_refused", _("Perubahan tingkat layanan tidak diterima")
    URGENT_STEP = "urgent_step", _("Dilanjutkan karena mendesak")
    PROPOSAL_OVERTAKEN = "proposal_overtaken", _("Usulan yang lebih baru menunggu keputusan")


class ScreeningTask(TextChoices):
    """What has to be done beside the case's next step, by somebody, by a day."""

    RESCREEN = "rescreen", _("Skrining ulang")
    FULL_ASSESSMENT = "full_assessment", _("Asesmen lengkap")
    RETRIAGE = "retriage", _("Triase ulang")
    STEP = "step", _("Putuskan perubahan tingkat layanan")
    OVERRIDE_REVIEW = "override_review", _("Tinjau penyimpangan usulan")
    VISIT_HOME = "visit_home", _("Kunjungi rumah klien dahulu")
    NEW_PROPOSAL = "new_proposal", _("Putuskan usulan yang lebih baru")
    LAW_CHANGED = "law_changed", _("Tinjau usulan: register hukum berubah")
