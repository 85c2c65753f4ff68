from django.utils.translation import gettext_lazy as _

from screening.assessment.questions import Section, many, one, words
from screening.assessment.sections.common import WORKER_WITH_CLIENT


PSYCHOLOGICAL = Section(
    "psychological",
    "psikologis",
    _("Psikologis"),
    _(
        "Perasaan, pikiran, dan cara menghadapi masalah. Hentikan bila klien tertekan; lanjutkan lain waktu."
    ),
    WORKER_WITH_CLIENT,
    (
        one(
            "mood",
            _("Bagaimana suasana hati klien akhir-akhir ini?"),
            ("stable", _("Stabil")),
            ("low", _("Sering sedih atau putus asa")),
            ("anxious", _("Sering cemas atau takut")),
            ("angry", _("Mudah marah")),
            ("changing", _("Cepat berubah")),
        ),
        many(
            "hardship",
            _("Pengalaman berat apa yang diceritakan klien?"),
            ("none", _("Tidak ada yang diceritakan")),
            ("loss", _("Kehilangan orang dekat")),
            ("violence", _("Kekerasan")),
            ("neglect", _("Ditelantarkan semasa kecil")),
            ("bullying", _("Perundungan atau dikucilkan")),
            ("prison", _("Ditahan atau dipenjara")),
            ("other", _("Lainnya")),
        ),
        one(
            "coping",
            _("Apa yang paling sering dilakukan klien saat menghadapi masalah?"),
            ("solves", _("Mencari jalan keluar")),
            ("talks", _("Bercerita kepada orang lain")),
            ("faith", _("Beribadah atau menenangkan diri")),
            ("withdraws", _("Menarik diri")),
            ("uses", _("Memakai zat")),
            ("explodes", _("Marah atau merusak")),
        ),
        one(
            "treated",
            _("Pernahkah klien dibantu psikolog, psikiater, atau konselor?"),
            ("never", _("Belum pernah")),
            ("past", _("Pernah")),
            ("now", _("Sedang berjalan")),
        ),
        one(
            "insight",
            _("Bagaimana klien memandang pemakaian zatnya?"),
            ("no_problem", _("Bukan masalah")),
            ("unsure", _("Belum yakin")),
            ("problem", _("Masalah yang ingin diatasi")),
            ("in_change", _("Sedang diubah")),
        ),
        many(
            "triggers",
            _("Apa yang biasanya memicu keinginan memakai?"),
            ("friends", _("Teman atau tempat tertentu")),
            ("stress", _("Tekanan atau pertengkaran")),
            ("boredom", _("Bosan atau sepi")),
            ("money", _("Memegang uang")),
            ("pain", _("Sakit atau sulit tidur")),
            ("work", _("Tuntutan pekerjaan")),
            ("none", _("Tidak ada yang khusus")),
        ),
        words("story", _("Uraian: keadaan psikologis dan pengamatan saat wawancara")),
    ),
)
