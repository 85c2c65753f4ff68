"""How near a day is, as a badge says it."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _, ngettext

from common import dates


@dataclass(frozen=True, slots=True)
class Due:
    text: str
    tone: str
    icon: str = "clock"


def due_badge(day: date, today: date) -> Due:
    late = (today - day).days
    if late > 0:
        words = ngettext("Lewat %(days)s hari", "Lewat %(days)s hari", late)
        return Due(words % {"days": late}, "danger")
    if late == 0:
        return Due(_("Hari ini"), "warning")
    return Due(_("Besok") if late == -1 else dates.day(day), "neutral")
