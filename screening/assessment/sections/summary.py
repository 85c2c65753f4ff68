from django.utils.translation import gettext_lazy as _

from screening.assessment.questions import Section, words
from screening.assessment.sections.common import WORKER


SUMMARY_QUESTION = "summary"

SUMMARY = Section(
    "summary",
    "kesimpulan",
    _("Kesimpulan"),
    _(
        "Rangkum keadaan klien dan saran layanan dalam beberapa kalimat; inilah yang dibaca lebih dahulu."
    ),
    WORKER,
    (
        words(
            SUMMARY_QUESTION,
            _("Kesimpulan dan saran"),
            _("Masalah utama, kekuatan, kebutuhan, dan layanan yang disarankan."),
            required=True,
        ),
    ),
)
