"""What each list says of itself when it is taken out; of clients see test_making.py."""

import datetime as dt

import pytest
from django.utils import timezone

from accounts.scopes import scope_of
from common.enums import ReadAction
from common.listings import LISTINGS
from common.models import ReadLog
from common.reading import log_read
from common.scope import acting
from tests import people
from tests.care.factories import FollowUpFactory, PlacementFactory
from tests.clients.factories import CaseFactory, ClientFactory
from tests.exports.taking import people_of, taken


pytestmark = pytest.mark.django_db


def row_of(person, at, listing, **facts):
    [row] = people_of(taken(person, at, listing, **facts))
    return row


def test_placements_name_client_sender_and_receiver(at):
    placement = PlacementFactory(case=CaseFactory(to_place=True))

    row = row_of(people.budi(), at, "placements", query={"arah": "outgoing"})

    assert row["Nama"] == placement.client.name
    assert (row["Pengirim"], row["Penerima"]) == (people.MELATI, placement.institution.name)


def test_placements_of_the_other_side_are_another_list(at):
    PlacementFactory(case=CaseFactory(to_place=True))

    assert row_of(people.eko(), at, "placements", query={"arah": "incoming"})


def test_a_relative_who_receives_is_masked_for_the_auditor(at):
    placement = PlacementFactory(with_family=True)

    assert row_of(people.gita(), at, "placements")["Penerima"] == "•••"
    row = row_of(people.budi(), at, "placements", query={"arah": "outgoing"})
    assert row["Penerima"] == placement.family_contact.name


def test_the_schedule_says_whom_to_call_and_between_which_days(at):
    follow_up = FollowUpFactory()

    row = row_of(people.budi(), at, "schedule")

    assert row["Nama"] == follow_up.case.client.name
    assert row["Dihubungi sejak"] == follow_up.window_starts_on.isoformat()


def test_tasks_say_what_waits_and_for_whom(at):
    case = CaseFactory(next_due_on=timezone.localdate() - dt.timedelta(days=2))

    row = row_of(people.ani(), at, "tasks")

    assert (row["Nama"], row["Pelaksana"]) == (case.client.name, "Ani Lestari")
    assert row["Hari terlambat"] == "2"


def test_agreements_say_until_when(at):
    rows = people_of(taken(people.fitri(), at, "agreements", query={"cari": people.MELATI}))

    assert {row["Mitra"] for row in rows} == {people.MELATI}
    assert all(row["Berlaku sampai"] for row in rows)


def test_users_are_those_whom_one_manages(at):
    found = people_of(taken(people.budi(), at, "users"))

    assert {row["Nama"] for row in found} == {"Ani Lestari"}


def test_the_read_log_has_numbers_and_no_names(at):
    client = ClientFactory(name="Rian Saputra")
    with acting(scope_of(people.ani())):
        log_read(people.ani().pk, ReadAction.OPEN, [client.pk])

    row = row_of(people.hadi(), at, "accesses", query={"tindakan": "open"})

    assert (row["Petugas"], row["Nomor klien"]) == ("Ani Lestari", client.registration_number)
    assert "Rian Saputra" not in row.values()


def test_whose_numbers_stand_in_an_exported_log_is_written_down(at):
    client = ClientFactory()
    with acting(scope_of(people.ani())):
        log_read(people.ani().pk, ReadAction.OPEN, [client.pk])

    taken(people.hadi(), at, "accesses")

    assert ReadLog.objects.get(action=ReadAction.EXPORT).client_ids == [client.pk]


def test_a_list_about_nobody_is_written_down_too(at):
    taken(people.fitri(), at, "agreements")

    row = ReadLog.objects.get(action=ReadAction.EXPORT)
    assert (row.client_ids, row.user) == ([], people.fitri())


@pytest.mark.parametrize("key", list(LISTINGS))
def test_every_column_has_a_name_of_its_own(key):
    names = [str(column.label) for column in LISTINGS[key].columns]

    assert len(set(names)) == len(names)
