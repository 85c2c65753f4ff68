"""What is asked about outcomes, a theme for each screen of a telephone.

The facts are those that the Treatment Outcomes Profile (Marsden and others, Addiction 2008) and the Brief Addiction
Monitor (Cacciola and others, 2013) measure: days of the last 30, 0-20 for how somebody feels. The wording is ours. A
question's code and its options' values are kept with the answers: a new wording keeps them, a new meaning gets a new one.
"""

from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from screening.assessment.questions import Kind, Question, Section, Words, many, number, one, words
from screening.assessment.sections.common import WORKER_WITH_CLIENT, yes_no


DAYS = 30
FULL = 20
NO_LAPSE = ("lapse", "none")

SUBSTANCES: tuple[tuple[str, Words], ...] = (
    ("opioids", _("Opioid (heroin/putau, tramadol, kodein)")),
    ("stimulants", _("Sabu atau amfetamin lain, ekstasi")),
    ("cannabis", _("Ganja atau tembakau sintetis")),
    ("sedatives", _("Obat penenang tanpa resep")),
    ("alcohol", _("Alkohol")),
    ("inhalants", _("Lem atau zat hirup")),
    ("other", _("Zat lain, selain rokok")),
)
IN_DAYS = _("Pada berapa dari 30 hari terakhir? Isi 0 bila tidak sama sekali.")
FEELING = _("0 berarti sangat buruk, 20 berarti sangat baik.")


def _days(code: str, label: Words, hint: Words = "") -> Question:
    return number(code, label, DAYS, hint)


def _unless(question: Question) -> Question:
    """Only asked when there was a lapse or a relapse."""
    return replace(question, unless=NO_LAPSE)


USE = Section(
    "use",
    "pemakaian",
    _("Pemakaian zat"),
    _("Tiga puluh hari terakhir. Jawaban apa pun tidak mengurangi hak klien atas layanan."),
    WORKER_WITH_CLIENT,
    (
        _days("any", _("Berapa hari klien memakai zat apa pun, selain rokok?")),
        *(replace(_days(code, label), group=IN_DAYS) for code, label in SUBSTANCES),
        _days("injected", _("Berapa hari klien menyuntik?")),
        yes_no("shared", _("Pernahkah klien memakai jarum atau alat suntik bersama orang lain?")),
    ),
)

LAPSE = Section(
    "lapse",
    "kekambuhan",
    _("Kekambuhan dan tes"),
    _("Sejak wawancara atau kontak yang terakhir."),
    WORKER_WITH_CLIENT,
    (
        one(
            "lapse",
            _("Apakah klien sempat memakai lagi?"),
            ("none", _("Tidak")),
            ("lapse", _("Ya, satu atau beberapa kali, lalu berhenti")),
            ("relapse", _("Ya, kembali ke kebiasaan lama")),
        ),
        _unless(Question("lapse_on", _("Bila ya, mulai kapan?"), kind=Kind.DATE)),
        _unless(
            many(
                "triggers",
                _("Bila ya, apa pemicunya?"),
                ("stress", _("Tekanan atau perasaan sedih, marah, cemas")),
                ("people", _("Bertemu teman yang memakai")),
                ("conflict", _("Pertengkaran atau masalah keluarga")),
                ("craving", _("Keinginan kuat tanpa sebab yang jelas")),
                ("body", _("Nyeri, sakit, atau sulit tidur")),
                ("money", _("Memegang uang, atau kesulitan uang")),
                ("joy", _("Perayaan atau suasana senang")),
                ("other", _("Lainnya")),
            )
        ),
        one(
            "test",
            _("Tes urine"),
            ("none", _("Tidak dilakukan")),
            ("refused", _("Ditawarkan, klien tidak bersedia")),
            ("negative", _("Dengan persetujuan klien: negatif")),
            ("positive", _("Dengan persetujuan klien: positif")),
        ),
        words("story", _("Uraian: apa yang terjadi, dan apa yang membantu")),
    ),
)

WORK = Section(
    "work",
    "pekerjaan",
    _("Pekerjaan, sekolah, penghasilan"),
    _("Tiga puluh hari terakhir."),
    WORKER_WITH_CLIENT,
    (
        one(
            "occupation",
            _("Apa kegiatan utama klien?"),
            ("works", _("Bekerja tetap atau berusaha sendiri")),
            ("casual", _("Bekerja lepas")),
            ("studies", _("Sekolah, kuliah, atau pelatihan")),
            ("home", _("Mengurus rumah tangga")),
            ("seeks", _("Mencari pekerjaan")),
            ("none", _("Tidak bekerja dan tidak mencari")),
        ),
        _days("work_days", _("Berapa hari klien bekerja atau bersekolah?")),
        one(
            "income",
            _("Apakah penghasilan klien mencukupi?"),
            ("enough", _("Mencukupi kebutuhan")),
            ("little", _("Ada, belum mencukupi")),
            ("none", _("Tidak ada penghasilan sendiri")),
        ),
    ),
)

HOME = Section(
    "home",
    "tempat-tinggal",
    _("Tempat tinggal dan keluarga"),
    _("Tiga puluh hari terakhir."),
    WORKER_WITH_CLIENT,
    (
        one(
            "housing",
            _("Di mana klien tinggal?"),
            ("family", _("Rumah sendiri atau keluarga")),
            ("rent", _("Sewa atau kos")),
            ("work", _("Tempat kerja atau asrama")),
            ("institution", _("Lembaga, rumah singgah, atau lapas")),
            ("moving", _("Menumpang dan berpindah-pindah")),
            ("street", _("Jalanan, tidak punya tempat tinggal")),
        ),
        yes_no("users_at_home", _("Adakah yang memakai zat di tempat tinggal klien?")),
        one(
            "family",
            _("Bagaimana hubungan klien dengan keluarganya?"),
            ("close", _("Dekat dan saling mendukung")),
            ("fair", _("Cukup baik")),
            ("strained", _("Sering berselisih")),
            ("broken", _("Terputus")),
            ("none", _("Tidak ada keluarga")),
        ),
    ),
)

LAW = Section(
    "law",
    "hukum",
    _("Perkara hukum"),
    _("Tiga puluh hari terakhir."),
    WORKER_WITH_CLIENT,
    (
        one(
            "law",
            _("Apakah klien berurusan dengan hukum?"),
            ("none", _("Tidak")),
            ("report", _("Hanya wajib lapor atau pembimbingan")),
            ("police", _("Ditangkap atau diperiksa polisi")),
            ("court", _("Menjalani proses pengadilan")),
        ),
    ),
)

HEALTH = Section(
    "wellbeing",
    "keadaan",
    _("Kesehatan"),
    _("Klien menilai keadaannya sendiri selama 30 hari terakhir."),
    WORKER_WITH_CLIENT,
    (
        number("body", _("Kesehatan badan, 0 sampai 20"), FULL, FEELING),
        number("mind", _("Kesehatan jiwa dan perasaan, 0 sampai 20"), FULL, FEELING),
        number("life", _("Mutu hidup secara keseluruhan, 0 sampai 20"), FULL, FEELING),
    ),
)

SUPPORT = Section(
    "support",
    "dukungan",
    _("Dukungan dan kesiapan"),
    _("Tiga puluh hari terakhir."),
    WORKER_WITH_CLIENT,
    (
        _days("groups", _("Berapa kali klien mengikuti kelompok pemulihan atau bantu diri?")),
        one(
            "stage",
            _("Bagaimana kesiapan klien?"),
            ("unaware", _("Tidak merasa perlu berubah")),
            ("thinking", _("Memikirkan perubahan")),
            ("preparing", _("Bersiap berubah")),
            ("acting", _("Sedang berubah")),
            ("keeping", _("Mempertahankan perubahan")),
        ),
        words("plan", _("Uraian: yang diperlukan klien sampai kontak berikutnya")),
    ),
)

THEMES = (USE, LAPSE, WORK, HOME, LAW, HEALTH, SUPPORT)


def theme(code: str) -> Section | None:
    return next((section for section in THEMES if section.code == code), None)
