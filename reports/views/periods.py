"""Which days a page of figures counts."""

from datetime import date, timedelta

from accounts.http import Request
from reports.forms import PeriodForm, QuarterForm
from reports.months import quarters_before


YEAR = timedelta(days=365)


def period_form(request: Request, today: date, *, exactly: bool) -> PeriodForm | QuarterForm:
    """Two periods that differ by a few days would tell what either hides: others choose among quarters."""
    if exactly:
        return PeriodForm(request.GET or _last_year(today))
    return QuarterForm(request.GET or {"triwulan": quarters_before(today)[0]}, today=today)


def _last_year(today: date) -> dict[str, str]:
    return {"sejak": (today - YEAR).isoformat(), "sampai": today.isoformat()}
