from django.utils.translation import gettext_lazy as _

from partners.enums import ATENSI_COMPONENTS
from screening.assessment.questions import Section, many, one, words
from screening.assessment.sections.common import WORKER_WITH_CLIENT


STRENGTHS = Section(
    "strengths",
    "kekuatan-kebutuhan",
    _("Kekuatan dan kebutuhan"),
    _(
        "Apa yang sudah dimiliki klien untuk pulih, dan apa yang diperlukan. Ini bekal rencana layanan."
    ),
    WORKER_WITH_CLIENT,
    (
        many(
            "strengths",
            _("Kekuatan apa yang dimiliki klien?"),
            ("motivation", _("Kemauan untuk berubah")),
            ("skills", _("Keterampilan kerja")),
            ("education", _("Pendidikan")),
            ("family", _("Keluarga yang mendampingi")),
            ("friends", _("Teman yang mendukung")),
            ("faith", _("Keyakinan")),
            ("health", _("Tubuh yang sehat")),
            ("experience", _("Pernah berhenti memakai")),
            ("none", _("Belum terlihat")),
        ),
        many(
            "needs",
            _("Komponen ATENSI apa yang diperlukan?"),
            *((part.value, part.label) for part in ATENSI_COMPONENTS),
        ),
        one(
            "urgency",
            _("Seberapa mendesak kebutuhan itu?"),
            ("today", _("Hari ini")),
            ("week", _("Dalam seminggu")),
            ("month", _("Dalam sebulan")),
            ("later", _("Dapat direncanakan")),
        ),
        one(
            "barriers",
            _("Apa penghalang terbesar untuk mengikuti layanan?"),
            ("none", _("Tidak ada")),
            ("distance", _("Jarak atau ongkos")),
            ("work", _("Pekerjaan atau sekolah")),
            ("care", _("Mengasuh anak atau keluarga")),
            ("law", _("Perkara hukum")),
            ("shame", _("Malu atau takut")),
            ("motivation", _("Belum ada kemauan")),
        ),
        words(
            "wishes",
            _("Apa yang ingin dicapai klien, dengan kata-katanya sendiri?"),
            required=True,
        ),
        words("story", _("Uraian: potensi, sumber, dan kebutuhan lain")),
    ),
)
