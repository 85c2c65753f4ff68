import pytest
from django.urls import reverse

from common import menu
from tests import people


def labels(role: str) -> list[str]:
    return [str(item.label) for item in menu.items_for(role, "")]


def active(here: str) -> list[str]:
    places = [place for place in menu.PLACES.values() if "social_worker" in place.roles]
    return [place.url_name for place in places if menu.is_at(place, here)]


@pytest.mark.parametrize("role", ["social_worker", "supervisor", "balai_manager", "ipwl_staff"])
def test_case_work_reaches_every_place(role):
    assert labels(role) == [
        "Beranda",
        "Klien",
        "Tugas",
        "Skrining",
        "Penempatan",
        "Kelompok",
        "Jadwal",
        "Kemitraan",
        "Laporan",
        "Ekspor",
    ]


def test_the_ministry_sees_no_way_to_clients():
    assert labels("ministry_admin") == [
        "Beranda",
        "Kemitraan",
        "Laporan",
        "Akses darurat",
        "Ekspor",
        "Kesehatan sistem",
    ]


def test_an_auditor_reads_clients_but_has_no_work_list():
    assert labels("auditor") == [
        "Beranda",
        "Klien",
        "Riwayat akses",
        "Kemitraan",
        "Laporan",
        "Ekspor",
    ]


@pytest.mark.parametrize(
    ("here", "place"),
    [
        ("desk:home", "desk:home"),
        ("clients:file", "clients:list"),
        ("clients:tasks", "clients:tasks"),
        ("clients:task", "clients:list"),
        ("screening:section", "screening:list"),
        ("care:accept", "care:placements"),
        ("care:follow_up", "care:schedule"),
        ("care:schedule", "care:schedule"),
    ],
)
def test_exactly_one_place_is_where_the_person_is(here, place):
    assert active(here) == [place]


def test_a_page_of_no_app_is_at_no_place():
    assert active("account_change_password") == []


def test_the_phone_bar_has_four_places_and_the_rest_behind_more():
    on_phone = [item.url for item in menu.items_for("social_worker", "") if item.on_phone]

    assert on_phone == [
        reverse(name) for name in ("desk:home", "clients:list", "screening:list", "care:schedule")
    ]


def test_the_page_marks_where_the_person_is(client, db):
    client.force_login(people.ani())

    page = client.get(reverse("clients:list")).content.decode()

    assert f'href="{reverse("clients:list")}" aria-current="page"' in page
