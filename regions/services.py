"""Bringing the list of provinces and regencies into the database."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.db import transaction

from regions.kemendagri import PROVINCES, SHORT_NAMES
from regions.models import Province, Regency


PROVINCE_LENGTH = len("11")
REGENCY_LENGTH = len("11.01")
KABUPATEN, KOTA = "Kabupaten ", "Kota "


class WrongSource(ValueError):
    """The areas given are not the list that we know; nothing was written."""


@dataclass(frozen=True, slots=True)
class Loaded:
    provinces: int
    regencies: int


@transaction.atomic
def load_areas(areas: Mapping[str, str]) -> Loaded:
    """Write every province and regency of {"11": name, "11.01": name, ...}; twice gives the same rows."""
    provinces = {code: name for code, name in areas.items() if len(code) == PROVINCE_LENGTH}
    regencies = {code: name for code, name in areas.items() if len(code) == REGENCY_LENGTH}
    faults = [*_province_faults(provinces), *_regency_faults(regencies)]
    if faults:
        raise WrongSource("; ".join(faults))
    Province.objects.bulk_create(
        [_province(code, name) for code, name in provinces.items()],
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=["name", "time_zone"],
    )
    Regency.objects.bulk_create(
        [_regency(code, name) for code, name in regencies.items()],
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=["name", "province"],
    )
    return Loaded(len(provinces), len(regencies))


def _province(code: str, name: str) -> Province:
    return Province(
        code=code, name=SHORT_NAMES.get(code, name), time_zone=PROVINCES[code].time_zone
    )


def _regency(code: str, name: str) -> Regency:
    return Regency(code=code.replace(".", ""), province_id=code[:PROVINCE_LENGTH], name=name)


def _province_faults(provinces: Mapping[str, str]) -> Iterator[str]:
    missing, unknown = PROVINCES.keys() - provinces.keys(), provinces.keys() - PROVINCES.keys()
    if missing:
        yield f"provinces missing: {', '.join(sorted(missing))}"
    if unknown:
        yield f"provinces unknown: {', '.join(sorted(unknown))}"


def _regency_faults(regencies: Mapping[str, str]) -> Iterator[str]:
    kabupaten, kota = _count(regencies, KABUPATEN), _count(regencies, KOTA)
    for code, facts in PROVINCES.items():
        if (kabupaten[code], kota[code]) != (facts.kabupaten, facts.kota):
            yield (
                f"province {code} has {facts.kabupaten} kabupaten and {facts.kota} kota,"
                f" the source says {kabupaten[code]} and {kota[code]}"
            )
    counted = kabupaten.total() + kota.total()
    if counted != len(regencies):
        yield f"{len(regencies) - counted} names begin with neither Kabupaten nor Kota"


def _count(regencies: Mapping[str, str], kind: str) -> Counter[str]:
    return Counter(
        code[:PROVINCE_LENGTH] for code, name in regencies.items() if name.startswith(kind)
    )
