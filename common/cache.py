"""The cache that counts sign-in attempts."""

from typing import Any

from django.core.cache.backends.db import DatabaseCache
from django.db import OperationalError, ProgrammingError


class TableCache(DatabaseCache):
    """A table that is missing or closed to us is an outage (503), never an open door.

    Without it nobody could count the attempts, so the page says that the service is disturbed.
    """

    def get_many(self, keys: Any, version: int | None = None) -> dict[str, Any]:
        try:
            return super().get_many(keys, version)
        except ProgrammingError as error:
            raise OperationalError("the cache table cannot be read") from error

    def _base_set(self, mode: str, key: str, value: Any, timeout: Any = None) -> Any:
        try:
            return super()._base_set(mode, key, value, timeout)  # type: ignore[misc]
        except ProgrammingError as error:
            raise OperationalError("the cache table cannot be written") from error
