import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from common.sealed import datakeys
from tests import people
from tests.clients.factories import CaseFactory
from tests.screening.factories import ScreeningFactory, finished


pytestmark = pytest.mark.django_db

LIST = "/skrining/"


def queries_of(browser, address):
    datakeys.forget_all()  # what the test itself has opened
    with CaptureQueriesContext(connection) as captured:
        assert browser.get(address).status_code == 200
    return len(captured)


def test_the_list_has_an_indonesian_address():
    assert reverse("screening:list") == LIST


def test_drafts_come_first_with_how_far_they_are(ani):
    CaseFactory(next_due_on="2026-01-01")
    draft = ScreeningFactory(safe=True)

    tasks = ani.get(LIST).context["tasks"]

    assert tasks[0].case == draft.case
    assert 0 < tasks[0].percent < 100


def test_the_list_holds_what_waits_for_screening_or_a_decision(ani):
    waiting = {CaseFactory().pk, CaseFactory(decided=True).pk}
    CaseFactory(in_service=True)
    CaseFactory(closed=True)

    assert {task.case.pk for task in ani.get(LIST).context["tasks"]} == waiting


def test_an_overdue_case_is_marked(ani):
    CaseFactory(next_due_on="2020-01-01")

    assert "Lewat" in ani.get(LIST).content.decode()


def test_others_cases_are_not_listed(ani):
    from tests.clients.factories import ClientFactory

    CaseFactory(client=ClientFactory(registered_by=people.citra()))

    assert ani.get(LIST).context["tasks"] == []


def test_an_empty_list_says_what_to_do(ani):
    page = ani.get(LIST).content.decode()

    assert "Tidak ada" in page


def test_the_recently_finished_follow(ani):
    screening = finished()

    assert list(ani.get(LIST).context["finished"]) == [screening]


def test_the_list_costs_the_same_for_one_row_as_for_twenty_five(ani):
    ScreeningFactory(safe=True)
    finished()
    ani.get(LIST)
    one = queries_of(ani, LIST)
    for _ in range(8):
        ScreeningFactory(safe=True)
        CaseFactory()
        finished()

    many = queries_of(ani, LIST)

    assert one == many <= 12


def test_the_twenty_sixth_row_is_on_the_next_page(ani):
    CaseFactory.create_batch(26)

    assert len(ani.get(LIST).context["tasks"]) == 25
    assert len(ani.get(f"{LIST}?halaman=2").context["tasks"]) == 1


@pytest.mark.parametrize("page", ["0", "-1", "abc", "999"])
def test_a_page_that_is_none_shows_the_nearest(ani, page):
    assert ani.get(LIST, {"halaman": page}).status_code == 200


def test_the_tab_of_a_client_lists_their_screenings(ani):
    screening = finished()

    answer = ani.get(reverse("screening:client", args=[screening.case.client_id]))

    assert list(answer.context["screenings"]) == [screening]
    assert reverse("screening:decide", args=[screening.case_id]) in answer.content.decode()


def test_a_draft_in_the_tab_has_no_decision_but_a_way_to_go_on(ani):
    screening = ScreeningFactory(safe=True)

    answer = ani.get(reverse("screening:client", args=[screening.case.client_id]))

    page = answer.content.decode()
    assert reverse("screening:continue", args=[screening.case_id]) in page
    assert "<dt>Keputusan</dt>" not in page


def test_the_tab_costs_the_same_for_many_screenings(ani):
    screening = finished()
    address = reverse("screening:client", args=[screening.case.client_id])
    ani.get(address)
    one = queries_of(ani, address)
    for _ in range(3):
        closed = CaseFactory(client=screening.case.client, closed=True, is_current=False)
        ScreeningFactory(case=closed, answered=True)

    assert queries_of(ani, address) == one
