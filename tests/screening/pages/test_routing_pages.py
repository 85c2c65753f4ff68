"""The proposal page, the second judgement, a leader's answer and their second look, as browsers see them."""

import pytest
from django.urls import reverse

from accounts.enums import Role
from accounts.models import User
from clients.enums import CaseStatus, NextStep
from clients.models import Case
from screening.models import RoutingDecision, SecondAssessment
from tests import people
from tests.care.papers import with_assessment
from tests.clients.factories import ShareFactory
from tests.screening.factories import finished
from tests.screening.routing_factories import (
    REASON,
    approved,
    asked_for_approval,
    assessed,
    colleague,
    low,
    moderate,
    two_apart,
)


pytestmark = pytest.mark.django_db

LIGHTER = {"base": "institution", "override_code": "child_care", "reason": REASON}


def url(name, pk):
    if name == "decide":
        with_assessment(Case.objects.get(pk=pk))
    return reverse(f"screening:{name}", args=[pk])


def decide_page(browser, screening):
    return browser.get(url("decide", screening.case_id)).content.decode()


@pytest.fixture
def budi(sign_in):
    return sign_in(people.budi())


def test_every_base_is_weighed_with_both_sides(ani):
    page = decide_page(ani, finished())

    assert page.count("Yang mendukung") == page.count("Yang tidak mendukung") == 3
    assert "Kelas risiko tinggi mengarah ke balai/sentra." in page
    assert "Kelas risiko tinggi memerlukan layanan yang lebih intensif." in page


def test_the_length_and_what_would_change_it_are_shown(ani):
    page = decide_page(ani, finished())

    assert "Lama program yang disarankan: 4–12 bulan" in page
    assert "Apa yang dapat mengubah usulan" in page


def test_rules_stand_with_code_and_source_and_our_own_papers_are_not_named(ani):
    page = decide_page(ani, finished())

    assert "C_HIGH" in page
    assert "WHO ASSIST v3.1 manual (bands)" in page
    assert "domain.md" not in page


def test_supporting_bases_and_length_are_set_beforehand_by_the_rules(ani):
    form = ani.get(url("decide", finished().case_id)).context["form"]

    assert form["supporting"].value() == ["family", "institution"]
    assert form["months"].value() == 4


def test_instruments_that_disagree_are_both_shown(ani):
    screening = low()
    assessed(screening, tools={"dast10": "moderate"})

    page = decide_page(ani, screening)

    assert "Alat ukur tidak sama hasilnya" in page
    assert "DAST-10" in page


def test_instruments_that_agree_are_not_told_apart(ani):
    assert "Alat ukur tidak sama hasilnya" not in decide_page(ani, finished())


def test_bad_input_keeps_everything(ani):
    posted = {**LIGHTER, "reason": "Dekat", "supporting": ["family"], "months": "99"}

    answer = ani.post(url("decide", finished().case_id), posted)

    form = answer.context["form"]
    assert answer.status_code == 422
    assert set(form.errors) == {"reason", "months"}
    assert {name: form[name].value() for name in posted} == posted


def test_a_chosen_length_and_supporters_are_kept(ani):
    screening = moderate()

    ani.post(
        url("decide", screening.case_id),
        {"base": "institution", "supporting": ["family"], "months": "5"},
    )

    decision = RoutingDecision.objects.get()
    assert (decision.supporting, decision.programme_months) == (["family"], 5)


def test_a_page_opened_before_a_newer_proposal_is_told_so(ani):
    screening = moderate()
    seen = ani.get(url("decide", screening.case_id)).context["proposed"].key
    assessed(screening, tools={"dast10": "high"})

    answer = ani.post(url("decide", screening.case_id), {"base": "institution", "seen": seen})

    assert answer.status_code == 422
    page = answer.content.decode()
    assert "usulan yang lebih baru" in page
    assert seen not in page
    assert answer.context["proposed"].key in page


def test_a_lighter_base_for_a_high_risk_is_said_to_wait(ani):
    screening = finished()

    answer = ani.post(url("decide", screening.case_id), LIGHTER, follow=True)

    page = answer.content.decode()
    assert "Menunggu persetujuan" in page
    assert "Keputusan diajukan" in page
    assert Case.objects.get().next_step == NextStep.APPROVE_OVERRIDE


def test_whoever_asked_sees_what_waits_and_may_take_it_back(ani):
    decision = asked_for_approval()

    page = decide_page(ani, decision.screening)
    assert "Tarik permintaan" in page
    assert "Jawab permintaan ini" not in page

    ani.post(url("withdraw_override", decision.pk))
    decision.refresh_from_db()
    assert decision.status == "withdrawn"


def test_nobody_else_may_take_it_back(budi):
    decision = asked_for_approval()

    answer = budi.post(url("withdraw_override", decision.pk), follow=True)

    decision.refresh_from_db()
    assert decision.is_awaiting
    assert "Hanya yang mengajukan" in answer.content.decode()


def test_a_leader_sees_the_reason_and_approves(budi):
    decision = asked_for_approval()
    page = budi.get(url("approval", decision.pk)).content.decode()
    assert REASON in page
    assert "Ketiga basis ditimbang" in page

    answer = budi.post(url("approval", decision.pk), {"answer": "approve", "note": ""})

    assert answer["Location"] == url("result", decision.screening_id)
    assert Case.objects.get().status == CaseStatus.PLACEMENT


def test_a_leader_refuses_with_a_note(budi):
    decision = asked_for_approval()

    refused = budi.post(url("approval", decision.pk), {"answer": "refuse", "note": ""})
    assert refused.status_code == 422
    assert set(refused.context["form"].errors) == {"note"}

    budi.post(url("approval", decision.pk), {"answer": "refuse", "note": "Rumah belum aman."})
    decision.refresh_from_db()
    assert (decision.status, decision.approval_note) == ("refused", "Rumah belum aman.")


def test_an_answered_question_is_only_read(budi):
    decision = approved()

    answer = budi.get(url("approval", decision.pk))

    assert answer["Location"] == url("result", decision.screening_id)


def test_whoever_asked_does_not_answer(ani):
    assert ani.get(url("approval", asked_for_approval().pk)).status_code == 403


def test_a_colleague_without_people_to_lead_does_not_answer(sign_in):
    indah = colleague()
    decision = asked_for_approval()
    decision.screening.case.supporters.add(indah)

    assert sign_in(indah).get(url("approval", decision.pk)).status_code == 403


def test_a_leader_of_an_institution_that_helps_does_not_answer(sign_in):
    decision = asked_for_approval()
    ShareFactory(client=decision.screening.case.client, institution=people.kenanga())

    assert sign_in(people.eko()).get(url("approval", decision.pk)).status_code == 403


@pytest.mark.parametrize("stranger", [people.citra, people.dewi, people.eko, people.fitri])
@pytest.mark.parametrize("name", ["approval", "second", "review_override"])
def test_strangers_are_not_told_that_there_is_anything(sign_in, stranger, name):
    decision = approved()
    pk = {"second": decision.screening_id, "review_override": decision.screening.case_id}

    answer = sign_in(stranger()).get(url(name, pk.get(name, decision.pk)))

    assert answer.status_code == 404


def test_where_nobody_leads_another_colleague_of_the_ipwl_answers(sign_in):
    dewi, indah = people.dewi(), colleague(Role.IPWL_STAFF, people.harapan())
    decision = asked_for_approval(case__client__registered_by=dewi)

    assert sign_in(dewi).get(url("approval", decision.pk)).status_code == 403
    assert sign_in(indah).get(url("approval", decision.pk)).status_code == 200


def test_where_somebody_leads_staff_of_the_ipwl_do_not_answer(sign_in):
    dewi, indah = people.dewi(), colleague(Role.IPWL_STAFF, people.harapan())
    User.objects.create_user(
        "joko@contoh.id", name="Joko", role=Role.SUPERVISOR, institution=people.harapan()
    )
    decision = asked_for_approval(case__client__registered_by=dewi)

    assert sign_in(indah).get(url("approval", decision.pk)).status_code == 403


def test_the_second_look_is_held_on_its_page(budi):
    decision = approved()
    page = budi.get(url("review_override", decision.screening.case_id)).content.decode()
    assert "16 Juni 2026" in page or "17 Jun 2026" in page or "Jun 2026" in page

    budi.post(
        url("review_override", decision.screening.case_id),
        {"outcome": "keep", "note": "Keadaannya baik."},
    )

    decision.refresh_from_db()
    assert (decision.review_outcome, decision.review_note) == ("keep", "Keadaannya baik.")


def test_a_review_without_a_word_is_refused(budi):
    decision = approved()

    answer = budi.post(url("review_override", decision.screening.case_id), {"outcome": "keep"})

    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {"note"}


def test_whoever_decided_does_not_look_again_themselves(ani):
    assert ani.get(url("review_override", approved().screening.case_id)).status_code == 403


def test_without_anything_to_review_the_page_leads_to_the_file(budi):
    screening = finished()

    answer = budi.get(url("review_override", screening.case_id))

    assert answer["Location"] == reverse("screening:client", args=[screening.case.client_id])


def test_whoever_screened_is_asked_to_find_a_colleague(ani):
    page = decide_page(ani, two_apart())

    assert "Penilaian kedua diperlukan" in page
    assert "Catat penilaian kedua" not in page
    assert "Simpan keputusan" not in page


def test_a_colleague_records_a_second_judgement_and_both_are_shown(budi, ani):
    screening = two_apart()
    assert "Catat penilaian kedua" in decide_page(budi, screening)

    budi.post(
        url("second", screening.pk),
        {"risk": "moderate", "judgement": "Klien tampak lebih berat daripada jawabannya."},
    )

    assert SecondAssessment.objects.get().risk == "moderate"
    page = decide_page(ani, screening)
    assert "Klien tampak lebih berat daripada jawabannya." in page
    assert "Simpan keputusan" in page


def test_a_second_judgement_in_part_is_refused_and_kept(budi):
    answer = budi.post(url("second", two_apart().pk), {"judgement": "Berat sekali."})

    assert answer.status_code == 422
    assert "Berat sekali." in answer.content.decode()


def test_whoever_screened_has_no_second_judgement(ani):
    assert ani.get(url("second", two_apart().pk)).status_code == 403
