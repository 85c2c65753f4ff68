from django.utils.translation import gettext_lazy as _

from partners.enums import FAMILY_SERVICES
from screening.assessment.questions import Section, many, one, words
from screening.assessment.sections.common import WORKER, yes_no


FAMILY = Section(
    "family",
    "keluarga",
    _("Keluarga"),
    _("Hubungan, pengasuhan, dan kemampuan keluarga mendampingi. Dengarkan klien dan keluarganya."),
    WORKER,
    (
        one(
            "family_support",
            _("Bagaimana dukungan keluarga bagi pemulihan klien?"),
            ("strong", _("Kuat")),
            ("fair", _("Cukup")),
            ("weak", _("Lemah")),
            ("refuses", _("Belum bersedia mendampingi")),
            ("violent", _("Ada kekerasan")),
            ("unknown", _("Belum diketahui")),
        ),
        one(
            "relations",
            _("Bagaimana hubungan antaranggota keluarga?"),
            ("close", _("Akrab")),
            ("fair", _("Biasa saja")),
            ("tense", _("Sering bertengkar")),
            ("distant", _("Renggang")),
            ("broken", _("Terputus")),
        ),
        yes_no(
            "active_user_in_household", _("Adakah orang serumah yang saat ini masih memakai zat?")
        ),
        one(
            "knowledge",
            _("Seberapa jauh keluarga memahami pemulihan dari zat?"),
            ("good", _("Memahami")),
            ("some", _("Sedikit")),
            ("none", _("Belum memahami")),
            ("blames", _("Menyalahkan klien")),
        ),
        one(
            "children",
            _("Adakah anak yang diasuh klien, dan bagaimana keadaannya?"),
            ("none", _("Tidak ada")),
            ("cared", _("Ada, terawat")),
            ("help", _("Ada, perlu bantuan pengasuhan")),
            ("at_risk", _("Ada, perlu pelindungan")),
        ),
        many(
            "needs",
            _("Layanan keluarga apa yang diperlukan?"),
            *((service.value, service.label) for service in FAMILY_SERVICES),
            ("none", _("Belum ada")),
        ),
        words("story", _("Uraian: susunan keluarga, hubungan, dan riwayat pemakaian zat")),
    ),
)
