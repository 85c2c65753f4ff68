"""What the services of a stay share: which days can be, and how they are told."""

from datetime import date

from django.utils.translation import gettext as _

from common import dates
from common.errors import DomainError


def demand_day(day: date, *, first: date, today: date, field: str) -> None:
    if day > today:
        raise DomainError(
            _("Tanggal tidak boleh setelah hari ini."), code="future_date", field=field
        )
    if day < first:
        raise DomainError(
            _("Tanggal tidak boleh sebelum %(first)s.") % {"first": dates.day(first)},
            code="too_early",
            field=field,
        )
