"""What the desk brings to those below."""

from django.utils.translation import gettext_lazy as _

from clients.waits import Kind, register_waits
from common.summary import register_summary
from desk.selectors import nation


def register() -> None:
    register_summary(nation.SUMMARY, nation.count)
    # An institution's agreements stand below the clients, so the desk names them.
    register_waits(
        {
            "agreement": Kind(
                _("Perjanjian segera berakhir"), "partners:institution", "institution_id"
            )
        }
    )
