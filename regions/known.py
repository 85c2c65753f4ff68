"""The regencies as this process knows them: reference data that comes with a release, asked for once.

After `load_regions` the processes of the site are started anew (docs/operations.md).
"""

from functools import cache

from regions.models import Regency


@cache
def regencies() -> dict[str, Regency]:
    """By their code, with their province, as forms list them."""
    rows = Regency.objects.select_related("province").order_by("province__code", "name")
    return {row.code: row for row in rows}


def regency(code: str) -> Regency:
    """One that is not known yet may have been loaded since."""
    if code not in regencies():
        regencies.cache_clear()
    return regencies()[code]
