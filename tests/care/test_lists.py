import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests import people
from tests.care.factories import FollowUpFactory, PlacementFactory
from tests.clients.factories import CaseFactory


pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)


def queries(browser, address, **asked):
    with CaptureQueriesContext(connection) as caught:
        answer = browser.get(address, asked)
    assert answer.status_code == 200
    return len(caught)


@pytest.mark.parametrize(
    ("make", "page", "asked"),
    [
        (PlacementFactory, "care:placements", {"arah": "outgoing"}),
        (FollowUpFactory, "care:schedule", {}),
        (FollowUpFactory, "care:schedule", {"tampilan": "bulan", "bulan": "2026-10"}),
    ],
)
def test_a_list_costs_the_same_for_one_row_as_for_twenty_five(signed_in, make, page, asked):
    ani, address = signed_in(people.ani()), reverse(page)
    make()
    ani.get(address, asked)  # fills the caches of the shell
    one = queries(ani, address, **asked)

    for _ in range(24):
        make()

    assert queries(ani, address, **asked) == one <= 12


def test_the_receiver_sees_requests_by_the_day_an_answer_is_due(signed_in):
    late = PlacementFactory(answer_due_on=timezone.localdate() + 9 * DAY)
    soon = PlacementFactory(answer_due_on=timezone.localdate() + DAY)
    begun = PlacementFactory(active=True)

    page = signed_in(people.eko()).get(reverse("care:placements"))

    assert list(page.context["page_obj"]) == [soon, late, begun]


def test_a_request_whose_answer_is_late_says_so(signed_in):
    PlacementFactory(answer_due_on=timezone.localdate() - DAY)

    page = signed_in(people.eko()).get(reverse("care:placements"))

    assert "Lewat 1 hari" in page.content.decode()


def test_the_receiver_sees_how_full_the_institution_is(signed_in):
    PlacementFactory(active=True)

    page = signed_in(people.eko()).get(reverse("care:placements"))

    assert "1 dari 10" in page.content.decode()


def test_the_sender_sees_what_was_asked_of_others(signed_in):
    placement = PlacementFactory()

    page = signed_in(people.ani()).get(reverse("care:placements"))

    assert list(page.context["page_obj"]) == [placement]
    assert "Sentra Kenanga" in page.content.decode()


def test_a_chip_narrows_to_one_status(signed_in):
    asked, begun = PlacementFactory(), PlacementFactory(active=True)
    eko, address = signed_in(people.eko()), reverse("care:placements")

    waiting = eko.get(address, {"status": "requested"})
    running = eko.get(address, {"status": "active"})

    assert list(waiting.context["page_obj"]) == [asked]
    assert list(running.context["page_obj"]) == [begun]


@pytest.mark.parametrize(
    "asked", [{"status": "\0"}, {"arah": "x" * 5000}, {"page": "abc"}, {"status": "gone"}]
)
def test_strange_questions_to_the_list_are_let_pass(signed_in, asked):
    assert signed_in(people.eko()).get(reverse("care:placements"), asked).status_code == 200


def test_an_empty_list_says_why(signed_in):
    page = signed_in(people.eko()).get(reverse("care:placements")).content.decode()

    assert "Belum ada permintaan masuk" in page


def test_a_filter_that_leaves_nothing_offers_to_take_it_off(signed_in):
    PlacementFactory()

    page = signed_in(people.eko()).get(reverse("care:placements"), {"status": "ended"})

    assert "Hapus saringan" in page.content.decode()


def due(days, **facts):
    return FollowUpFactory(due_on=timezone.localdate() + days * DAY, **facts)


def test_the_schedule_shows_late_today_and_this_week(signed_in):
    coming, overdue, today = due(7), due(-9), due(0)
    due(8)

    page = signed_in(people.ani()).get(reverse("care:schedule"))

    shown = [(group.heading, group.rows) for group in page.context["groups"]]
    assert shown == [
        ("Terlambat", [overdue]),
        ("Hari ini", [today]),
        ("Minggu ini", [coming]),
    ]


def test_what_comes_later_is_folded_by_month(signed_in):
    row = due(70)
    month = row.due_on.replace(day=1)

    page = signed_in(people.ani()).get(reverse("care:schedule"))

    assert page.context["later"] == [(month, 1, f"?tampilan=bulan&bulan={month:%Y-%m}")]
    assert list(page.context["page_obj"]) == []


def test_the_agenda_can_be_narrowed_to_what_is_overdue(signed_in):
    due(20)
    overdue = due(-9)

    page = signed_in(people.ani()).get(reverse("care:schedule"), {"saat": "overdue"})

    assert list(page.context["page_obj"]) == [overdue]


def test_a_supervisor_narrows_the_agenda_to_one_worker(signed_in):
    due(1)
    own = due(2, case=CaseFactory(in_aftercare=True, lead_worker=people.budi()))

    page = signed_in(people.budi()).get(reverse("care:schedule"), {"petugas": people.budi().pk})

    assert list(page.context["page_obj"]) == [own]


def test_a_worker_of_another_institution_narrows_nothing(signed_in):
    row = due(1)

    page = signed_in(people.budi()).get(reverse("care:schedule"), {"petugas": people.citra().pk})

    assert list(page.context["page_obj"]) == [row]


def test_the_agenda_can_be_narrowed_to_one_kind(signed_in):
    due(1)
    month = due(2, milestone="M3")

    page = signed_in(people.ani()).get(reverse("care:schedule"), {"jenis": "months"})

    assert list(page.context["page_obj"]) == [month]


def test_the_month_shows_three_a_day_and_says_how_many_more(signed_in):
    for _ in range(5):
        FollowUpFactory(due_on=dt.date(2026, 10, 14))

    page = signed_in(people.ani()).get(
        reverse("care:schedule"), {"tampilan": "bulan", "bulan": "2026-10"}
    )

    days = {day.date: day for week in page.context["weeks"] for day in week}
    assert len(days[dt.date(2026, 10, 14)].rows) == 3
    assert days[dt.date(2026, 10, 14)].more == 2
    assert "<table" in page.content.decode()


@pytest.mark.parametrize("month", ["", "abc", "2026-13", "0001-01", "9999-12", "\0"])
def test_a_month_that_is_none_is_this_month(signed_in, month):
    page = signed_in(people.ani()).get(
        reverse("care:schedule"), {"tampilan": "bulan", "bulan": month}
    )

    assert page.context["month"].first == timezone.localdate().replace(day=1)


def test_nobody_is_to_be_called_in_a_case_closed_for_another_reason(signed_in):
    due(1, case=CaseFactory(closed=True))

    page = signed_in(people.ani()).get(reverse("care:schedule"))

    assert list(page.context["page_obj"]) == []


def test_nobody_sees_the_calls_of_another_institution(signed_in):
    due(1)

    page = signed_in(people.dewi()).get(reverse("care:schedule"))

    assert list(page.context["page_obj"]) == []
    assert "Belum ada jadwal" in page.content.decode()


def test_the_family_of_many_clients_is_named_with_one_query_for_their_keys(client):
    client.force_login(people.ani())
    address = reverse("care:placements") + "?arah=outgoing"

    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert client.get(address).status_code == 200
        return len(asked)

    PlacementFactory(with_family=True)
    queries()
    one = queries()
    contacts = [PlacementFactory(with_family=True).family_contact for _ in range(9)]

    assert queries() == one
    assert contacts[-1].name in client.get(address).content.decode()
