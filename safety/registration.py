"""What safety brings to those below."""

from django.utils.translation import gettext_lazy as _

from clients.enums import NextStep
from clients.events import register_events
from clients.field_rules import Field, register_fields
from clients.hanging import register_hanging
from clients.waits import Kind, register_waits
from clients.work import BEGINNINGS, register_steps
from common.menu import register_pages
from safety.event_texts import EVENTS
from safety.hanging import TABLES


# Of which kind of fact each delicate column is (clients/field_rules.py).
FIELDS = {
    "safety.MedicalReferral": {
        "sign_codes": Field.ANSWERS,
        **dict.fromkeys(("hospital_name", "companion", "reason"), Field.NOTES),
    },
    "safety.MedicalResult": dict.fromkeys(("clinician", "place", "note"), Field.NOTES),
    "safety.Concern": dict.fromkeys(("words", "to_call", "settled_words"), Field.NOTES),
    "safety.ConcernStep": {"words": Field.NOTES},
}


def register() -> None:
    register_fields(FIELDS)
    register_hanging(TABLES)
    register_steps({NextStep.RETRIAGE: "safety:case"})
    BEGINNINGS.add("danger", "safety:case")
    register_waits(
        {
            "referral": Kind(
                _("Catat hasil rujukan medis"), "safety:result", red=_("Rujukan medis berjalan.")
            ),
            "referral_late": Kind(_("Rujukan medis tanpa hasil"), "safety:result"),
            "concern": Kind(_("Hubungi pelindung dan catat langkahnya"), "safety:concern_step"),
            # On the file it leads whoever reads to all about it, since only leaders settle it.
            "protection": Kind(
                _("Nyatakan pelindungan selesai"),
                "safety:case",
                "case_id",
                red=_("Pelindungan belum selesai."),
            ),
        }
    )
    register_pages("clients:list", "safety:case")
    for group, texts in EVENTS:
        register_events(group, texts)
