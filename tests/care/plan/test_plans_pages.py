"""Pages of the plan, of conferences and of terminations: what stands on them, for whom, and what is refused."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from care.enums import EndReason, PlanStatus, TerminationStatus
from care.models import CaseConference, ConferenceDecision, PlanGoal, ServicePlan, Termination
from clients.enums import CaseStatus
from clients.models import Case, CaseTask
from tests import people
from tests.care.aftercare.life_factories import OverdoseAdviceFactory
from tests.care.factories import PlacementFactory
from tests.care.plan_factories import (
    AftercarePlanFactory,
    CaseConferenceFactory,
    PlanGoalFactory,
    PlanServiceFactory,
    TerminationFactory,
    whole_plan,
)
from tests.clients.factories import CaseFactory, ShareFactory


pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
SOON = (TODAY + dt.timedelta(days=20)).isoformat()


def of(case, name):
    return reverse(f"care:{name}", args=[case.pk])


def tab(case):
    return reverse("care:plan", args=[case.client_id])


def text(answer) -> str:
    return answer.content.decode()


def test_a_case_without_a_plan_says_how_one_begins(signed_in):
    case = CaseFactory(in_service=True)

    assert "Susun rencana layanan" in text(signed_in(people.ani()).get(tab(case)))


def test_before_a_base_was_decided_no_plan_is_offered(signed_in):
    case = CaseFactory()

    assert of(case, "plan_start") not in text(signed_in(people.ani()).get(tab(case)))


def test_a_new_plan_offers_the_services_usual_for_the_base(signed_in):
    case = CaseFactory(in_service=True, base="family")

    page = text(signed_in(people.ani()).get(of(case, "plan_start")))

    assert "Preservasi keluarga" in page
    assert "Terapi fisik" not in page


def test_a_plan_is_started_with_the_services_chosen(signed_in):
    case = CaseFactory(in_service=True)
    body = {"summary": "Pulih.", "review_on": SOON, "components": ["C4b"]}

    answer = signed_in(people.ani()).post(of(case, "plan_start"), body)

    assert answer["Location"] == tab(case)
    assert ServicePlan.objects.get().services.get().component == "C4b"


def test_a_second_draft_is_refused_and_what_was_typed_is_kept(signed_in):
    plan = whole_plan()
    body = {"summary": "Arah yang lain.", "review_on": SOON}

    answer = signed_in(people.ani()).post(of(plan.case, "plan_start"), body)

    assert answer.status_code == 422
    assert "Arah yang lain." in text(answer)


def test_the_links_to_change_a_plan_are_there_only_while_it_is_drafted(signed_in):
    plan = whole_plan()
    link = reverse("care:goal", args=[plan.goals.get().pk])
    ani = signed_in(people.ani())
    assert link in text(ani.get(tab(plan.case)))

    ServicePlan.objects.update(
        status=PlanStatus.SUBMITTED, submitted_by=people.ani(), submitted_at=timezone.now()
    )

    assert link not in text(ani.get(tab(plan.case)))


def test_a_supporting_institution_writes_in_the_same_plan(signed_in):
    plan = whole_plan()
    ShareFactory(client=plan.case.client, institution=people.harapan())
    body = {"domain": "family", "words": "Pulang ke rumah.", "due_on": SOON}

    answer = signed_in(people.dewi()).post(of(plan.case, "goal_new"), body)

    assert answer.status_code == 302
    assert PlanGoal.objects.filter(plan=plan).count() == 2


def test_whoever_does_not_answer_for_others_approves_no_plan(signed_in):
    plan = whole_plan(submitted=True)

    assert signed_in(people.ani()).get(of(plan.case, "plan_answer")).status_code == 403


def test_a_supporting_institution_approves_no_plan(signed_in):
    plan = whole_plan(submitted=True)
    ShareFactory(client=plan.case.client, institution=people.harapan())

    assert signed_in(people.dewi()).get(of(plan.case, "plan_answer")).status_code == 403


def test_a_supervisor_approves_a_plan(signed_in):
    plan = whole_plan(submitted=True)

    signed_in(people.budi()).post(of(plan.case, "plan_answer"), {"verdict": "approve"})

    plan.refresh_from_db()
    assert (plan.status, plan.approved_by) == (PlanStatus.APPROVED, people.budi())


def test_ones_own_plan_is_not_approved(signed_in):
    plan = whole_plan(submitted=True, submitted_by=people.budi())

    answer = signed_in(people.budi()).post(of(plan.case, "plan_answer"), {"verdict": "approve"})

    assert answer.status_code == 422


def test_a_plan_is_not_returned_without_a_word(signed_in):
    plan = whole_plan(submitted=True)

    answer = signed_in(people.budi()).post(of(plan.case, "plan_answer"), {"verdict": "return"})

    assert answer.status_code == 422
    assert "Tulis apa yang perlu diubah." in text(answer)


def test_what_was_returned_says_why(signed_in):
    plan = whole_plan(return_note="Tambah tujuan keluarga.")

    assert "Tambah tujuan keluarga." in text(signed_in(people.ani()).get(tab(plan.case)))


def test_an_oral_agreement_names_a_witness(signed_in):
    plan = whole_plan(approved=True)
    body = {"on": TODAY.isoformat(), "by": "client", "how": "oral"}
    ani = signed_in(people.ani())

    assert ani.post(of(plan.case, "plan_agree"), body).status_code == 422
    assert ani.post(of(plan.case, "plan_agree"), {**body, "witness": "Wati"}).status_code == 302


def test_the_task_of_a_review_leads_to_the_review(signed_in):
    plan = whole_plan(agreed=True)

    answer = signed_in(people.ani()).get(of(plan.case, "open_plan"))

    assert answer["Location"] == of(plan.case, "plan_review")


def test_a_review_asks_for_every_goal(signed_in):
    plan = whole_plan(agreed=True)
    goal = plan.goals.get()
    body = {f"status_{goal.pk}": "met", "note": "Maju.", "review_on": SOON}

    answer = signed_in(people.ani()).post(of(plan.case, "plan_review"), body)

    assert answer["Location"] == tab(plan.case)
    assert CaseTask.objects.get().due_on.isoformat() == SOON


def test_an_older_version_is_still_read(signed_in):
    old = whole_plan(agreed=True, summary="Rencana yang lama.")
    whole_plan(case=old.case, number=2)
    ani = signed_in(people.ani())
    page = reverse("care:plan_version", args=[old.pk])

    assert page in text(ani.get(tab(old.case)))
    assert "Rencana yang lama." in text(ani.get(page))


def test_the_sheet_for_signatures_has_room_for_them(signed_in):
    plan = whole_plan(approved=True)

    page = text(signed_in(people.ani()).get(reverse("care:plan_print", args=[plan.pk])))

    assert "Nama dan tanda tangan" in page


def test_a_long_plan_costs_no_more_than_a_short_one(signed_in):
    plan, ani = whole_plan(), signed_in(people.ani())
    ani.get(tab(plan.case))
    with CaptureQueriesContext(connection) as short:
        ani.get(tab(plan.case))
    for _row in range(12):
        PlanServiceFactory(plan=plan, goal=PlanGoalFactory(plan=plan), worker=people.budi())

    with CaptureQueriesContext(connection) as long:
        ani.get(tab(plan.case))

    assert len(long) <= len(short) + 1  # the institutions and workers of the lines come along


def test_an_auditor_reads_that_there_is_a_plan_and_not_its_words(signed_in):
    plan = whole_plan(summary="Rahasia klien.")

    page = text(signed_in(people.gita()).get(tab(plan.case)))

    assert "Rencana layanan, versi 1" in page
    assert "Rahasia klien." not in page


def test_a_conference_is_written_down_and_read(signed_in):
    case, ani = CaseFactory(in_service=True), signed_in(people.ani())
    body = {
        "on": TODAY.isoformat(),
        "time": "00:00",
        "place": "Ruang rapat",
        "attendees": "Sri, ibu klien",
        "agenda": "Arah layanan",
        "minutes": "Semua setuju.",
        "agrees_to_lighter_care": "on",
    }

    answer = ani.post(of(case, "conference_new"), body, follow=True)

    assert "Sri, ibu klien" in text(answer)
    assert CaseConference.objects.get().agrees_to_lighter_care


def test_a_conference_lies_not_in_the_future(signed_in):
    case = CaseFactory(in_service=True)
    words = dict.fromkeys(("place", "attendees", "agenda", "minutes"), "Ada.")
    body = {"on": SOON, "time": "00:00", **words}

    assert signed_in(people.ani()).post(of(case, "conference_new"), body).status_code == 422


def test_a_decision_becomes_a_task_of_its_owner(signed_in):
    row = CaseConferenceFactory()
    body = {"words": "Menghubungi bengkel.", "owner": people.budi().pk, "due_on": SOON}

    signed_in(people.ani()).post(reverse("care:decision_new", args=[row.pk]), body)

    task = CaseTask.objects.get()
    assert ConferenceDecision.objects.get().words == task.detail
    assert (task.owner, task.institution) == (people.budi(), people.melati())


def test_a_stranger_owns_no_decision(signed_in):
    row = CaseConferenceFactory()
    body = {"words": "Menghubungi bengkel.", "owner": people.dewi().pk, "due_on": SOON}

    answer = signed_in(people.ani()).post(reverse("care:decision_new", args=[row.pk]), body)

    assert answer.status_code == 422


def test_the_gate_says_what_is_missing_with_the_way_to_it(signed_in):
    case = TerminationFactory(on=TODAY).case

    page = text(signed_in(people.ani()).get(of(case, "termination")))

    assert "Masih ada 4 syarat yang belum terpenuhi." in page
    assert of(case, "aftercare_plan") in page
    assert of(case, "termination_ask") not in page


def test_an_item_is_left_out_with_a_reason_that_is_read_by_who_agrees(signed_in):
    case = TerminationFactory(on=TODAY).case
    url = reverse("care:gate_waive", args=[case.pk, "goals"])

    signed_in(people.ani()).post(url, {"reason": "Rencana belum sempat disusun."})

    assert "Rencana belum sempat disusun." in text(
        signed_in(people.budi()).get(of(case, "termination"))
    )


def test_there_is_no_such_item(signed_in):
    case = TerminationFactory(on=TODAY).case

    url = reverse("care:gate_waive", args=[case.pk, "cuaca"])

    assert signed_in(people.ani()).get(url).status_code == 404


def test_a_request_with_something_missing_is_refused(signed_in):
    case = TerminationFactory(on=TODAY).case

    assert signed_in(people.ani()).post(of(case, "termination_ask")).status_code == 422


def test_the_end_is_agreed_to_by_another_person(signed_in):
    row = TerminationFactory(on=TODAY, reason=EndReason.LOST)
    OverdoseAdviceFactory(case=row.case)
    signed_in(people.ani()).post(of(row.case, "termination_ask"))

    answer = signed_in(people.budi()).post(
        of(row.case, "termination_answer"), {"verdict": "approve"}
    )

    assert answer["Location"] == reverse("care:aftercare", args=[row.case.client_id])
    assert Case.objects.get().status == CaseStatus.AFTERCARE


def test_a_social_worker_agrees_to_no_end(signed_in):
    row = TerminationFactory(asked=True, asked_by=people.budi())

    url = of(row.case, "termination_answer")

    assert signed_in(people.ani()).post(url, {"verdict": "approve"}).status_code == 403


def test_a_death_ends_care_without_anybodys_leave(signed_in):
    row = TerminationFactory(on=TODAY, reason=EndReason.DIED)

    signed_in(people.ani()).post(of(row.case, "termination_ask"))

    assert Case.objects.get().status == CaseStatus.CLOSED


def test_an_end_is_taken_back(signed_in):
    row = TerminationFactory(asked=True)

    signed_in(people.ani()).post(of(row.case, "termination_cancel"))

    assert Termination.objects.get().status == TerminationStatus.CANCELLED


def test_without_a_request_the_gate_leads_to_the_placement(signed_in):
    placement = PlacementFactory(active=True)

    answer = signed_in(people.ani()).get(of(placement.case, "termination"))

    assert answer["Location"] == reverse("care:open", args=[placement.case_id])


def test_the_plan_after_care_stands_on_its_tab(signed_in):
    row = AftercarePlanFactory(warning_signs="Sulit tidur.")

    page = text(signed_in(people.ani()).get(reverse("care:aftercare", args=[row.case.client_id])))

    assert "Sulit tidur." in page


def test_what_waits_for_a_supervisor_stands_on_their_home(signed_in):
    plan, end = whole_plan(submitted=True), TerminationFactory(asked=True)

    page = text(signed_in(people.budi()).get(reverse("desk:home")))

    assert of(plan.case, "plan_answer") in page
    assert of(end.case, "termination") in page


def test_ones_own_request_does_not_wait_for_oneself(signed_in):
    plan = whole_plan(submitted=True, submitted_by=people.budi())

    page = text(signed_in(people.budi()).get(reverse("desk:home")))

    assert of(plan.case, "plan_answer") not in page
