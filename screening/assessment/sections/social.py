from django.utils.translation import gettext_lazy as _

from screening.assessment.questions import Section, many, number, one, words
from screening.assessment.sections.common import WORKER_WITH_CLIENT, yes_no


SOCIAL = Section(
    "social",
    "sosial",
    _("Sosial dan ekonomi"),
    _("Tempat tinggal, pekerjaan atau sekolah, penghasilan, dokumen, dan perkara hukum."),
    WORKER_WITH_CLIENT,
    (
        one(
            "housing",
            _("Di mana klien tinggal?"),
            ("own", _("Rumah sendiri atau keluarga")),
            ("rented", _("Kontrakan atau kos")),
            ("relatives", _("Menumpang")),
            ("institution", _("Asrama atau lembaga")),
            ("street", _("Tidak tetap atau di jalan")),
        ),
        yes_no("home_safe", _("Apakah tempat tinggal itu aman bagi pemulihan klien?")),
        one(
            "occupation",
            _("Apa kegiatan utama klien?"),
            ("works", _("Bekerja tetap")),
            ("casual", _("Bekerja tidak tetap")),
            ("studies", _("Sekolah atau kuliah")),
            ("home", _("Mengurus rumah tangga")),
            ("seeks", _("Mencari pekerjaan")),
            ("none", _("Tidak ada")),
        ),
        one(
            "income",
            _("Apakah kebutuhan sehari-hari klien tercukupi?"),
            ("enough", _("Cukup")),
            ("barely", _("Pas-pasan")),
            ("lacking", _("Sering kurang")),
            ("debts", _("Kurang dan berutang")),
        ),
        many(
            "documents",
            _("Dokumen apa yang belum dimiliki klien?"),
            ("none", _("Semua sudah ada")),
            ("ktp", _("KTP")),
            ("kk", _("Kartu keluarga")),
            ("birth", _("Akta lahir")),
            ("jkn", _("Jaminan kesehatan")),
            ("school", _("Ijazah")),
        ),
        one(
            "law",
            _("Adakah perkara hukum yang memengaruhi layanan?"),
            ("none", _("Tidak ada")),
            ("past", _("Pernah, sudah selesai")),
            ("running", _("Sedang berjalan")),
            ("sentence", _("Menjalani putusan atau wajib lapor")),
        ),
        number(
            "dependants",
            _("Berapa orang yang menjadi tanggungan klien?"),
            30,
            _("Isi 0 bila tidak ada."),
        ),
        words("story", _("Uraian: keadaan sosial dan ekonomi")),
    ),
)
