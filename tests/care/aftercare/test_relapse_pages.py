import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from clients.models import Case
from screening.models import Screening
from tests import people
from tests.care.aftercare.relapse_factories import RelapseFactory
from tests.clients.factories import CaseFactory
from tests.screening.factories import consenting_case
from tests.screening.review_factories import rescreened


pytestmark = pytest.mark.django_db
PLAN = {
    "warning_signs": "Sulit tidur.",
    "what_to_do": "Menelepon kakak.",
    "whom_to_call": "Kakak, 0812.",
}

ANSWER = {"answer": "support", "note": "Kelompok tiap minggu."}


@pytest.fixture
def case():
    today = timezone.localdate()
    return consenting_case(in_aftercare=True, service_ended_on=today - dt.timedelta(days=9))


def address(name, row):
    return reverse(f"care:{name}", args=[row.pk])


def page_of(browser, name, row) -> str:
    return browser.get(address(name, row)).content.decode()


def test_a_relapse_stands_in_red_above_every_page_of_the_file(signed_in, case):
    ani = signed_in(people.ani())
    told = {"on": timezone.localdate().isoformat(), "words": "Memakai lagi."}

    answer = ani.post(address("relapse_name", case), told)

    relapse = case.relapses.get()
    assert answer.url == address("relapse", relapse)
    profile = ani.get(reverse("clients:profile", args=[case.client_id])).content.decode()
    assert "Kambuh." in profile
    assert answer.url in profile


def test_the_red_line_goes_once_it_is_settled(signed_in):
    case = RelapseFactory(settled=True).case

    page = signed_in(people.ani()).get(reverse("clients:profile", args=[case.client_id]))

    assert "Kambuh." not in page.content.decode()


def test_the_task_of_the_safety_plan_leads_to_the_relapse(signed_in):
    relapse = RelapseFactory()

    answer = signed_in(people.ani()).get(reverse("care:open_relapse", args=[relapse.case_id]))

    assert answer.url == address("relapse", relapse)


def test_a_safety_plan_is_written_and_shown(signed_in):
    relapse = RelapseFactory()
    ani = signed_in(people.ani())

    ani.post(address("relapse_plan", relapse), PLAN)

    assert "Menelepon kakak." in page_of(ani, "relapse", relapse)


def test_what_follows_is_offered_after_the_new_look(signed_in, case):
    relapse = RelapseFactory(case=case, planned=True)
    ani = signed_in(people.ani())
    assert address("relapse_settle", relapse) not in page_of(ani, "relapse", relapse)

    rescreened(case, "low", at=timezone.now(), reason="relapse")

    assert address("relapse_settle", relapse) in page_of(ani, "relapse", relapse)


def test_back_into_care_leads_to_the_interview_of_the_new_case(signed_in, case):
    relapse = RelapseFactory(case=case)

    answer = signed_in(people.ani()).post(
        address("relapse_reentry", relapse), {"note": "Perlu dirawat."}
    )

    new = Case.objects.get(is_current=True)
    assert new.reentry_of == case
    assert answer.url == reverse("screening:continue", args=[new.pk])
    assert Screening.objects.get(case=new).is_draft


@pytest.fixture
def again(case):
    """A new episode of somebody whose safety plan stands in the one before it."""
    RelapseFactory(case=case, settled=True)
    Case.objects.update(
        status="closed",
        closed_on=timezone.localdate(),
        close_reason="relapsed",
        is_current=False,
        next_step="",
        next_due_on=None,
    )
    return CaseFactory(
        client=case.client, in_service=True, reentry_of=case, reentry_reason="relapse"
    )


def file_page(browser, case) -> str:
    return browser.get(reverse("care:aftercare", args=[case.client_id])).content.decode()


def test_the_safety_plan_of_the_episode_before_is_shown_in_the_new_one(signed_in, again):
    page = file_page(signed_in(people.ani()), again)

    assert "Rencana aman dari episode sebelumnya" in page
    assert "20 Okt 2026" in page
    assert "Menelepon kakak." in page
    assert "Pakai lagi" not in page


def closed(case):
    case.status, case.closed_on, case.close_reason = "closed", timezone.localdate(), "lost"
    case.next_step, case.next_due_on = "", None
    case.save()


def test_once_the_case_is_closed_no_safety_plan_is_offered(signed_in, again):
    relapse = RelapseFactory(case=again)
    closed(again)
    budi = signed_in(people.budi())

    assert "Pakai lagi" not in file_page(budi, again)
    assert address("relapse_plan", relapse) not in page_of(budi, "relapse", relapse)


def test_once_the_case_is_closed_no_answer_to_a_relapse_is_offered(signed_in, again):
    relapse = RelapseFactory(case=again, planned=True)
    rescreened(again, "low", at=timezone.now(), reason="relapse")
    closed(again)
    budi = signed_in(people.budi())

    assert address("relapse_settle", relapse) not in page_of(budi, "relapse", relapse)
    assert budi.post(address("relapse_settle", relapse), ANSWER).status_code == 422


def test_it_is_taken_into_the_new_one_by_whoever_writes_it_there(signed_in, again):
    relapse = RelapseFactory(case=again)
    budi = signed_in(people.budi())
    form = f"{address('relapse_plan', relapse)}?dari=sebelumnya"
    assert form in file_page(budi, again)

    page = budi.get(form).content.decode()
    assert "Menelepon kakak." in page

    budi.post(form, PLAN)
    relapse.refresh_from_db()
    assert (relapse.what_to_do, relapse.planned_by) == (PLAN["what_to_do"], people.budi())
    assert "Rencana aman dari episode sebelumnya" not in file_page(budi, again)
