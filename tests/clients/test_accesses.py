"""The read log as people read it: of one client, of the country, and its weekly signals."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.enums import Role
from accounts.models import User
from clients.accesses import signals_of_the_week
from common.enums import ReadAction
from common.models import ReadLog
from common.reading import log_read
from tests import people
from tests.clients.factories import CaseFactory, ClientFactory, ShareFactory
from tests.guards.append_only import triggers_off


pytestmark = pytest.mark.django_db

NATION = "/audit/akses/"


def rows_of(client, url, who=people.hadi, **asked) -> list[ReadLog]:
    client.force_login(who())
    answer = client.get(url, asked)
    assert answer.status_code == 200
    found = answer.context.get("lines") or answer.context.get("page") or []
    return [getattr(line, "entry", line) for line in found]


def file_log(case) -> str:
    return reverse("clients:access", args=[case.client_id])


def test_the_file_tells_who_looked_in_which_role_for_which_institution_and_why(client):
    case = CaseFactory()
    row = log_read(people.eko().pk, ReadAction.EMERGENCY, [case.client_id], "Keselamatan jiwa")
    with triggers_off():
        ReadLog.objects.filter(pk=row.pk).update(role=Role.SUPERVISOR)  # before a promotion
    client.force_login(people.budi())

    page = client.get(file_log(case)).content.decode()

    for told in ("Eko Prasetyo", "Supervisor · Sentra Kenanga", "Akses darurat", "Keselamatan"):
        assert told in page


def test_the_file_tells_of_lists_too(client):
    case = CaseFactory()
    listed = log_read(people.budi().pk, ReadAction.LIST, [case.client_id, 10**9])
    log_read(people.budi().pk, ReadAction.LIST, [10**9])

    rows = rows_of(client, file_log(case), people.ani, tindakan="list")

    assert rows == [listed]


def test_a_period_narrows_by_the_day(client):
    case = CaseFactory()
    row = log_read(people.budi().pk, ReadAction.REVEAL, [case.client_id])
    today = timezone.localdate()
    asked = {"tindakan": "reveal"}

    def found(**period):
        return rows_of(client, file_log(case), people.ani, **asked, **period)

    assert found(sejak=today, sampai=today) == [row]
    assert found(sejak=today + timedelta(days=1)) == []
    assert found(sampai=today - timedelta(days=1)) == []


@pytest.mark.parametrize("who", [people.gita, people.hadi])
def test_the_countrys_log_shows_numbers_and_no_name(client, who):
    case = CaseFactory(client__name="Rian Saputra")
    log_read(people.ani().pk, ReadAction.OPEN, [case.client_id])
    client.force_login(who())

    page = client.get(NATION).content.decode()

    assert case.client.registration_number in page
    assert "Rian" not in page


@pytest.mark.parametrize("url", [NATION, "/audit/tanda/"])
@pytest.mark.parametrize("who", [people.ani, people.budi, people.eko, people.dewi, people.fitri])
def test_nobody_else_reads_it(client, url, who):
    client.force_login(who())

    assert client.get(url).status_code == 403


def test_it_is_searched_by_number_person_and_action(client):
    case, other = CaseFactory(), CaseFactory()
    wanted = log_read(people.ani().pk, ReadAction.OPEN, [case.client_id])
    log_read(people.ani().pk, ReadAction.OPEN, [other.client_id])
    log_read(people.ani().pk, ReadAction.LIST, [case.client_id])
    log_read(people.budi().pk, ReadAction.OPEN, [case.client_id])

    asked = {"klien": case.client.registration_number.lower(), "petugas": "lestari"}

    assert rows_of(client, NATION, **asked, tindakan="open") == [wanted]
    asked["petugas"] = "ANI@contoh.id"
    assert rows_of(client, NATION, **asked, tindakan="open") == [wanted]


def test_an_unknown_number_finds_nothing(client):
    log_read(people.ani().pk, ReadAction.OPEN, [ClientFactory().pk])

    assert rows_of(client, NATION, klien="KPN-26-99999") == []


def test_older_rows_follow_without_a_gap(client):
    person = ClientFactory()
    rows = [log_read(people.ani().pk, ReadAction.OPEN, [person.pk]) for _ in range(60)]
    first = rows_of(client, NATION, tindakan="open")

    rest = rows_of(client, NATION, tindakan="open", sebelum=first[-1].pk)

    assert first + rest == rows[::-1]


def test_a_wide_row_shows_a_few_numbers_and_how_many_more(client):
    everyone = [ClientFactory() for _ in range(5)]
    log_read(people.ani().pk, ReadAction.LIST, [person.pk for person in everyone])
    client.force_login(people.hadi())

    page = client.get(NATION).content.decode()

    assert sum(person.registration_number in page for person in everyone) == 3
    assert "dan 2 lagi" in page


def signals(user) -> dict[str, int]:
    return {str(s.what).split()[0]: s.times for s in signals_of_the_week() if s.user == user}


def read(user, *cases, at=None):
    for case in cases:
        row = log_read(user.pk, ReadAction.OPEN, [case.client_id])
        noon = timezone.localtime().replace(hour=12) - timedelta(days=1)
        with triggers_off():
            ReadLog.objects.filter(pk=row.pk).update(at=at or noon)


def test_an_ordinary_week_gives_no_signal():
    case = CaseFactory()
    read(people.ani(), case)
    read(people.budi(), case)

    assert signals_of_the_week() == []


def test_a_file_outside_the_caseload_is_a_signal():
    read(people.citra(), CaseFactory(), CaseFactory())

    assert signals(people.citra()) == {"Klien": 2}


def test_a_supported_case_is_inside():
    case = CaseFactory()
    case.supporters.add(people.citra())
    read(people.citra(), case)

    assert signals(people.citra()) == {}


def test_a_leaders_caseload_is_the_institutions():
    case = CaseFactory()
    ShareFactory(client=case.client)
    read(people.eko(), case)
    assert signals(people.eko()) == {"Klien": 1}

    case.care_institution = people.kenanga()
    case.save()

    assert signals(people.eko()) == {}


@pytest.mark.parametrize(("hour", "strange"), [(21, {}), (22, {"Berkas": 1}), (4, {"Berkas": 1})])
def test_the_night_is_a_signal(hour, strange):
    jakarta = ZoneInfo("Asia/Jakarta")
    at = (timezone.now() - timedelta(days=2)).astimezone(jakarta).replace(hour=hour, minute=0)
    read(people.ani(), CaseFactory(), at=at)

    assert signals(people.ani()) == strange


def test_last_week_is_over():
    read(people.citra(), CaseFactory(), at=timezone.now() - timedelta(days=8))

    assert signals_of_the_week() == []


def test_far_more_than_colleagues_is_a_signal():
    for name in ("hana", "indah", "joko"):
        colleague = User.objects.create_user(
            f"{name}@contoh.id",
            "x",
            name=name,
            role=Role.SOCIAL_WORKER,
            institution=people.melati(),
        )
        read(colleague, CaseFactory(lead_worker=colleague))
    read(people.ani(), *(CaseFactory() for _ in range(5)))

    assert signals(people.ani()) == {"Jauh": 5}


def noted(user, action, clients, purpose=""):
    ReadLog.objects.create(
        user=user, role=user.role, action=action, client_ids=clients, purpose=purpose
    )


def test_reading_many_by_the_api_is_a_signal():
    """The review took 33 people with clear telephones, and the signs were as before."""
    noted(people.budi(), ReadAction.API, list(range(1, 21)))
    noted(people.budi(), ReadAction.API, list(range(15, 34)))

    assert signals(people.budi()) == {"Banyak": 33}


def test_a_few_people_by_the_api_are_none():
    for _time in range(5):
        noted(people.budi(), ReadAction.API, list(range(1, 31)))

    assert signals(people.budi()) == {}


def test_every_list_that_left_the_house_is_a_signal():
    for _time in range(2):
        noted(people.ani(), ReadAction.EXPORT, [1, 2], "Laporan: rapat.")

    assert signals(people.ani()) == {"Ekspor": 2}


def test_the_own_calendar_is_none():
    noted(people.ani(), ReadAction.EXPORT, [1, 2])

    assert signals(people.ani()) == {}


@pytest.mark.parametrize(("times", "strange"), [(20, {}), (21, {"Data": 21})])
def test_lifting_masks_again_and_again_is_a_signal(times, strange):
    for number in range(times):
        noted(people.ani(), ReadAction.REVEAL, [number + 1], "NIK: surat")

    assert signals(people.ani()) == strange
