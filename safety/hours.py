"""When somebody is there to be told: the hours of an institution, by the clock of its province."""

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo


OPENS, CLOSES = time(8), time(16)
SATURDAY = 5


def is_working_hour(at: datetime, zone: str) -> bool:
    """Monday to Friday, 8 to 16 o'clock."""
    local = at.astimezone(ZoneInfo(zone))
    return local.weekday() < SATURDAY and OPENS <= local.time() < CLOSES


def same_hour(one: datetime, other: datetime) -> bool:
    """Indonesia's zones differ by whole hours."""
    return _hour(one.astimezone(UTC)) == _hour(other.astimezone(UTC))


def _hour(at: datetime) -> datetime:
    return at.replace(minute=0, second=0, microsecond=0)
