from django.utils.translation import gettext_lazy as _

from screening.assessment.questions import Section, many, one, words
from screening.assessment.sections.common import WORKER_WITH_CLIENT, yes_no


SPIRITUAL = Section(
    "spiritual",
    "spiritual",
    _("Spiritual"),
    _(
        "Apa yang memberi arti dan kekuatan. Hormati setiap agama dan keyakinan; klien boleh tidak menjawab."
    ),
    WORKER_WITH_CLIENT,
    (
        one(
            "importance",
            _("Seberapa penting agama atau keyakinan bagi klien?"),
            ("very", _("Sangat penting")),
            ("fairly", _("Cukup penting")),
            ("little", _("Kurang penting")),
            ("not", _("Tidak penting")),
            ("declined", _("Memilih tidak menjawab")),
        ),
        one(
            "practice",
            _("Seberapa sering klien beribadah atau melakukan kegiatan rohani?"),
            ("daily", _("Setiap hari")),
            ("weekly", _("Setiap minggu")),
            ("rarely", _("Jarang")),
            ("never", _("Tidak pernah")),
            ("declined", _("Memilih tidak menjawab")),
        ),
        many(
            "meaning",
            _("Apa yang memberi arti dan harapan bagi klien?"),
            ("family", _("Keluarga")),
            ("faith", _("Agama atau keyakinan")),
            ("work", _("Pekerjaan atau karya")),
            ("friends", _("Persahabatan")),
            ("helping", _("Menolong orang lain")),
            ("nothing", _("Belum menemukan")),
        ),
        yes_no("companion", _("Adakah pembimbing rohani yang dipercaya klien?")),
        yes_no("wishes", _("Apakah klien menghendaki bimbingan rohani dalam layanan?")),
        words("story", _("Uraian: keyakinan, nilai, dan harapan klien")),
    ),
)
