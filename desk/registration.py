"""What the desk brings to those below."""

from django.utils.translation import gettext_lazy as _

from clients.waits import Kind, register_waits


def register() -> None:
    # An institution's agreements stand below the clients, so the desk names them.
    register_waits(
        {
            "agreement": Kind(
                _("Perjanjian segera berakhir"), "partners:institution", "institution_id"
            )
        }
    )
