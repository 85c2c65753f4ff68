"""What partners bring to those below."""

from django.utils.translation import gettext_lazy as _

from common.listings import LISTINGS
from common.menu import Place, register_place
from partners.views.exported import AGREEMENTS


# Words, not imports: accounts stand above partners. Everybody but the data officer, who watches over files alone.
READERS = {
    "social_worker",
    "supervisor",
    "balai_manager",
    "ipwl_staff",
    "ministry_admin",
    "auditor",
}


def register() -> None:
    LISTINGS.add("agreements", AGREEMENTS)
    label = _("Kemitraan")
    register_place(Place(label, "partners:list", "certificate", 80, READERS, on_phone=False))
