"""The regencies as this process knows them: reference data that changes once a year, asked for once a minute."""

import time
from functools import lru_cache

from regions.models import Regency


AT_MOST_SECONDS = 60


def regencies() -> dict[str, Regency]:
    """By their code, with their province, in the order of forms; at most a minute old."""
    return _asked(int(time.monotonic() // AT_MOST_SECONDS))


def regency(code: str) -> Regency:
    """One that was added since is asked for by itself."""
    known = regencies().get(code)
    return known or Regency.objects.select_related("province").get(code=code)


def forget() -> None:
    _asked.cache_clear()


@lru_cache(maxsize=1)
def _asked(_minute: int) -> dict[str, Regency]:
    rows = Regency.objects.select_related("province").order_by("province__code", "name")
    return {row.code: row for row in rows}
