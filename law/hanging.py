"""What becomes of the legal register when its case is closed, stopped or handed over."""

from django.utils.translation import gettext_lazy as _

from clients.hanging import OVER, Hangs, Passing, on_each
from clients.models import Case
from law.enums import OrderEnd
from law.models import Order


RECORD = _("Register hukum; disimpan bersama berkasnya.")


def close_orders(case: Case, passing: Passing) -> None:
    open_ones = Order.objects.open().filter(case=case)
    open_ones.update(closed_on=passing.on, closed_as=OrderEnd.CASE_CLOSED)


TABLES = {
    "law.Stage": Hangs(_("Tahap perkara"), stays=RECORD),
    "law.Order": Hangs(
        _("Surat perkara"),
        stays=_("Perintah hukum berlaku tanpa persetujuan klien, siapa pun petugasnya."),
        acts=on_each(OVER, close_orders),
    ),
    "law.Extension": Hangs(_("Perpanjangan"), stays=RECORD),
    "law.ProbationOfficer": Hangs(_("Pendamping Bapas"), stays=RECORD),
}
