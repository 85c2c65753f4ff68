from django.utils.translation import gettext_lazy as _

from screening.assessment.questions import Section, many, one, words
from screening.assessment.sections.common import WORKER_WITH_CLIENT, yes_no


HEALTH = Section(
    "health",
    "kesehatan",
    _("Biologis dan kesehatan"),
    _("Keadaan tubuh, penyakit, dan pengobatan. Tanyakan dan amati; yang perlu diperiksa dirujuk."),
    WORKER_WITH_CLIENT,
    (
        one(
            "general",
            _("Bagaimana keadaan kesehatan klien secara umum?"),
            ("good", _("Baik")),
            ("fair", _("Cukup")),
            ("poor", _("Kurang baik")),
            ("bad", _("Buruk")),
        ),
        many(
            "conditions",
            _("Penyakit atau keluhan apa yang diketahui?"),
            ("none", _("Tidak ada")),
            ("tuberculosis", _("Tuberkulosis atau batuk lama")),
            ("liver", _("Hepatitis atau gangguan hati")),
            ("hiv", _("HIV")),
            ("infection", _("Infeksi menular seksual atau infeksi kulit")),
            ("heart", _("Jantung, paru, atau tekanan darah")),
            ("epilepsy", _("Kejang atau epilepsi")),
            ("pain", _("Nyeri menahun")),
            ("other", _("Lainnya")),
        ),
        one(
            "medicine",
            _("Apakah klien minum obat secara teratur?"),
            ("none", _("Tidak memerlukan obat")),
            ("regular", _("Ya, teratur")),
            ("irregular", _("Ada obat, tetapi tidak teratur")),
            ("no_access", _("Memerlukan obat, tetapi belum mendapatkannya")),
        ),
        one(
            "sleep",
            _("Bagaimana tidur dan makan klien dalam sebulan terakhir?"),
            ("good", _("Keduanya baik")),
            ("sleep", _("Tidur terganggu")),
            ("eating", _("Makan terganggu")),
            ("both", _("Keduanya terganggu")),
        ),
        one(
            "disability",
            _("Adakah disabilitas yang perlu disesuaikan dalam layanan?"),
            ("none", _("Tidak ada")),
            ("physical", _("Gerak")),
            ("sensory", _("Penglihatan atau pendengaran")),
            ("intellectual", _("Intelektual")),
            ("several", _("Lebih dari satu")),
        ),
        yes_no("checkup", _("Apakah klien memerlukan pemeriksaan dokter sebelum layanan dimulai?")),
        one(
            "insurance",
            _("Apakah klien memiliki jaminan kesehatan yang aktif?"),
            ("active", _("Aktif")),
            ("inactive", _("Ada, tidak aktif")),
            ("none", _("Tidak ada")),
            ("unknown", _("Belum diketahui")),
        ),
        words("story", _("Uraian: riwayat penyakit, pemakaian zat, dan pengobatan")),
    ),
)
