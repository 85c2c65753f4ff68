"""When two moments are told apart: once an hour is often enough."""

from datetime import UTC, datetime


def same_hour(one: datetime, other: datetime) -> bool:
    """Indonesia's zones differ by whole hours."""
    return _hour(one.astimezone(UTC)) == _hour(other.astimezone(UTC))


def _hour(at: datetime) -> datetime:
    return at.replace(minute=0, second=0, microsecond=0)
