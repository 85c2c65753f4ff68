"""The list of regions: complete, tidy, loadable twice, and refused when it is another list."""

import pytest
from django.core.management import CommandError, call_command

from regions.enums import TimeZone
from regions.kemendagri import PROVINCES
from regions.management.commands.load_regions import areas_of_lokal
from regions.models import Province, Regency
from regions.services import WrongSource, load_areas


pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def areas():
    return areas_of_lokal()


def test_the_table_of_facts_adds_up_to_the_nation():
    assert len(PROVINCES) == 38
    assert sum(facts.kabupaten for facts in PROVINCES.values()) == 416
    assert sum(facts.kota for facts in PROVINCES.values()) == 98


def test_loads_38_provinces_and_514_regencies(capsys):
    call_command("load_regions")

    assert (Province.objects.count(), Regency.objects.count()) == (38, 514)
    assert capsys.readouterr().out == "38 provinces, 514 regencies.\n"


def test_loading_twice_changes_nothing(areas):
    load_areas(areas)
    before = sorted(Regency.objects.values_list("code", "name", "province_id"))

    load_areas(areas)

    assert sorted(Regency.objects.values_list("code", "name", "province_id")) == before


def test_loading_again_brings_changed_names(areas):
    load_areas(areas)

    load_areas({**areas, "32.71": "Kota Hujan"})

    assert Regency.objects.get(code="3271").name == "Kota Hujan"


@pytest.mark.parametrize(
    ("code", "name", "province"),
    [
        ("3201", "Kabupaten Bogor", "Jawa Barat"),
        ("3271", "Kota Bogor", "Jawa Barat"),
        ("3174", "Kota Administrasi Jakarta Selatan", "DKI Jakarta"),
        ("3471", "Kota Yogyakarta", "DI Yogyakarta"),
        ("9501", "Kabupaten Jayawijaya", "Papua Pegunungan"),
    ],
)
def test_a_regency_carries_its_name_and_province(areas, code, name, province):
    load_areas(areas)

    regency = Regency.objects.select_related("province").get(code=code)

    assert (regency.name, regency.province.name) == (name, province)


def test_no_name_has_stray_spaces(areas):
    load_areas(areas)

    names = [*Province.objects.values_list("name", flat=True)]
    names += Regency.objects.values_list("name", flat=True)

    assert [name for name in names if name != " ".join(name.split())] == []


@pytest.mark.parametrize(
    ("code", "zone"),
    [
        ("11", TimeZone.WIB),
        ("61", TimeZone.WIB),
        ("62", TimeZone.WIB),
        ("63", TimeZone.WITA),
        ("51", TimeZone.WITA),
        ("76", TimeZone.WITA),
        ("81", TimeZone.WIT),
        ("96", TimeZone.WIT),
    ],
)
def test_a_province_lives_in_its_time_zone(areas, code, zone):
    load_areas(areas)

    assert Province.objects.get(code=code).time_zone == zone


def without(areas, code):
    return {key: name for key, name in areas.items() if key != code}


def test_a_missing_regency_is_named_and_nothing_is_written(areas):
    known = list(Province.objects.order_by("pk").values())

    with pytest.raises(WrongSource, match="province 32 has 18 kabupaten and 9 kota"):
        load_areas(without(areas, "32.71"))

    assert list(Province.objects.order_by("pk").values()) == known


def test_a_missing_province_is_refused(areas):
    with pytest.raises(WrongSource, match="provinces missing: 96"):
        load_areas(without(areas, "96"))


def test_the_statistics_offices_code_97_is_refused(areas):
    with pytest.raises(WrongSource, match="provinces unknown: 97"):
        load_areas({**areas, "97": "Papua Pegunungan"})


def test_a_name_that_is_neither_kabupaten_nor_kota_is_refused(areas):
    with pytest.raises(WrongSource, match="1 names begin with neither"):
        load_areas({**areas, "32.99": "Bogor"})


def test_the_command_says_why_it_refuses(monkeypatch, areas):
    command = "regions.management.commands.load_regions.areas_of_lokal"
    monkeypatch.setattr(command, lambda: without(areas, "32.71"))

    with pytest.raises(CommandError, match="The regions were not loaded: province 32"):
        call_command("load_regions")
