"""The section about health: what a place must not interrupt, or must be ready for (engine/facts.py).

Nobody asks for the status of HIV; the medicine is asked, so that it goes on. Whether a cough was tested is not
asked here: a clinician's result says it, and nothing is finished without one.
"""

from django.utils.translation import gettext as _

from screening.interview.asks import Ask, Choice
from screening.interview.drafts import Draft


HEALTH = ("tb_treatment", "hiv_art", "chronic_disease", "cares_for_infant")


def asks_of_health(_draft: Draft) -> tuple[Ask, ...]:
    return (
        _ask(
            "tb_treatment",
            _("Apakah klien sedang minum obat TB?"),
            _("Obat yang diambil di puskesmas atau rumah sakit, sampai tuntas."),
        ),
        _ask(
            "hiv_art",
            _("Adakah obat antiretroviral (ARV) yang diminum klien?"),
            _(
                "Hanya bila klien sendiri ingin menyampaikannya, berdua saja."
                " Jangan menanyakan hasil tes HIV: yang perlu diketahui hanya supaya obat tidak terputus."
            ),
        ),
        _ask(
            "chronic_disease",
            _("Adakah penyakit menahun lain dengan obat yang diminum teratur?"),
            _("Misalnya diabetes, tekanan darah, epilepsi, atau gangguan jiwa."),
        ),
        _ask(
            "cares_for_infant",
            _("Apakah klien menyusui, atau mengasuh anak di bawah tiga tahun yang akan ikut?"),
        ),
    )


def _ask(name: str, label: str, hint: str = "") -> Ask:
    choices = (
        Choice("yes", value=True, label=_("Ya")),
        Choice("no", value=False, label=_("Tidak")),
        Choice("unknown", value=None, label=_("Belum ditanyakan, atau tidak mau menjawab")),
    )
    return Ask(("facts", name), label, hint, choices=choices)
