"""How long care usually lasts: as decided, else the setting. A month of a programme counts as thirty days."""

from datetime import date, timedelta

from django.conf import settings

from clients.models import Case
from screening.models import RoutingDecision


DAYS_A_MONTH = 30


def usual_end(base: str, starts_on: date) -> date:
    """The end that the setting gives a base of care."""
    return _after(int(settings.PROGRAMME_MONTHS[base]), starts_on)


def decided_end(case: Case, base: str, starts_on: date) -> date:
    """The end that was decided with this base; another base has its usual length."""
    rows = RoutingDecision.objects.live().filter(screening__case=case, base=base).order_by("-pk")
    months = rows.values_list("programme_months", flat=True).first()
    return _after(months, starts_on) if months else usual_end(base, starts_on)


def _after(months: int, starts_on: date) -> date:
    return starts_on + timedelta(days=months * DAYS_A_MONTH)
