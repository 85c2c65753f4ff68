"""How near a day is, as a badge says it."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.translation import gettext as _, ngettext

from common import dates


if TYPE_CHECKING:
    from clients.models import Wait

A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Due:
    text: str
    tone: str
    icon: str = "clock"


def due_of(wait: "Wait", today: date) -> Due | None:
    """How late it is, or how long there is; and when it ends by itself."""
    if wait.late_from is None:
        return Due(dates.day(wait.due_on), "neutral", "calendar") if wait.due_on else None
    return until_it_falls(due_badge(wait.late_from - A_DAY, today), wait.falls_on)


def until_it_falls(due: Due, day: date | None) -> Due:
    if day is None:
        return due
    words = {"due": due.text, "day": date_format(day, "j M")}
    return replace(due, text=_("%(due)s – ditutup sendiri %(day)s") % words)


def due_badge(day: date, today: date) -> Due:
    late = (today - day).days
    if late > 0:
        words = ngettext("Lewat %(days)s hari", "Lewat %(days)s hari", late)
        return Due(words % {"days": late}, "danger")
    if late == 0:
        return Due(_("Hari ini"), "warning")
    return Due(_("Besok") if late == -1 else dates.day(day), "neutral")
