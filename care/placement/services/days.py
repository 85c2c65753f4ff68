"""What the services of a stay share: which days can be, and how they are told."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from common.errors import DomainError


def demand_day(day: date, *, first: date, today: date, field: str) -> None:
    if day > today:
        raise DomainError(
            _("Tanggal tidak boleh setelah hari ini."), code="future_date", field=field
        )
    if day < first:
        raise DomainError(
            _("Tanggal tidak boleh sebelum %(first)s.") % {"first": plain_day(first)},
            code="too_early",
            field=field,
        )


def plain_day(day: date) -> str:
    return date_format(day, "j M Y")
