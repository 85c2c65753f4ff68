"""What the legal register brings to those below."""

from django.utils.translation import gettext_lazy as _

from clients.events import register_events
from clients.field_rules import Field, register_fields
from clients.hanging import register_hanging
from clients.tabs import Tab, register_tab
from clients.waits import Kind, register_waits
from common.menu import register_pages
from files.services import BAD_FILES
from law.event_texts import EVENTS, GROUP
from law.hanging import TABLES
from law.permissions import can_read_register
from law.services.held_papers import tell_of_bad_paper


FIELDS = {
    "law.Stage": dict.fromkeys(("legal_status", "is_detained", "note"), Field.LEGAL),
    "law.Order": dict.fromkeys(
        ("ordered_by", "office", "letter_number", "articles", "ordered_base", "note"), Field.LEGAL
    ),
    "law.Extension": {"letter_number": Field.LEGAL},
    "law.ProbationOfficer": dict.fromkeys(("office", "name", "phone"), Field.LEGAL),
}
# Lists of work are read by more people than the register: these say that there is a term, not which.
REGISTER = ("law:register", "client_id")
WAITS = {
    "order_30": Kind(_("Tenggat hukum dalam 30 hari"), *REGISTER),
    "order_14": Kind(_("Tenggat hukum dalam 14 hari"), *REGISTER),
    "order_7": Kind(_("Tenggat hukum dalam 7 hari"), *REGISTER),
    "order_over": Kind(_("Tenggat hukum lewat: putuskan kelanjutannya"), *REGISTER),
    "court_report": Kind(_("Kirim laporan hukum"), *REGISTER),
    "order_missing": Kind(_("Catat surat perkara"), *REGISTER),
    "bapas": Kind(_("Catat pendamping Bapas"), *REGISTER),
}


def register() -> None:
    register_fields(FIELDS)
    register_hanging(TABLES)
    register_tab(Tab("law", _("Hukum"), "law:register", 35, can_read_register))
    register_pages("clients:list", "law:register")
    register_events(GROUP, EVENTS)
    register_waits(WAITS)
    BAD_FILES.add("legal paper", tell_of_bad_paper)
