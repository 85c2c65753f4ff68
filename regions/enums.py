from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class TimeZone(TextChoices):
    """Indonesia's three zones, by their IANA names."""

    WIB = "Asia/Jakarta", _("WIB")
    WITA = "Asia/Makassar", _("WITA")
    WIT = "Asia/Jayapura", _("WIT")
