import pytest
from django.urls import reverse

from clients.models import Case
from screening.enums import StepCondition
from screening.models import Screening
from screening.services.corrections import start_correction
from tests import people
from tests.screening.factories import AT, finished
from tests.screening.review_factories import in_care, proposed_down, proposed_up, rescreened


pytestmark = pytest.mark.django_db


def page(browser, name, pk):
    return browser.get(reverse(f"screening:{name}", args=[pk]))


def test_the_client_tab_offers_to_screen_again_in_care(ani):
    case = in_care()

    text = page(ani, "client", case.client_id).content.decode()

    assert reverse("screening:start", args=[case.pk]) in text
    assert "Skrining ulang" in text


def test_a_worker_says_why_now(ani):
    case = in_care()

    answer = ani.post(reverse("screening:start", args=[case.pk]), {"reason": "relapse"})

    draft = case.screenings.get()
    assert answer.status_code == 302
    assert (draft.kind, draft.reason) == ("event", "relapse")


def test_the_first_interview_asks_for_no_reason(ani):
    from tests.screening.factories import consenting_case

    text = page(ani, "start", consenting_case().pk).content.decode()

    assert "Mengapa klien diskrining ulang" not in text


def test_the_interview_in_care_goes_through_its_pages(ani):
    case = in_care()
    ani.post(reverse("screening:start", args=[case.pk]), {"reason": ""})
    draft = case.screenings.get()

    assert page(ani, "sections", draft.pk).status_code == 200
    assert "Lanjutkan" in page(ani, "client", case.client_id).content.decode()


def test_finishing_in_care_says_that_the_next_one_is_planned(ani):
    from screening.services.drafts import start_screening
    from tests.screening.review_factories import answered

    draft = answered(start_screening(case=in_care(), actor=people.ani(), at=AT), "moderate")

    answer = ani.post(reverse("screening:review", args=[draft.pk]), follow=True)

    assert "Skrining berikutnya sudah dijadwalkan" in answer.content.decode()
    assert "Menunggu keputusan" not in answer.content.decode()


def test_a_proposed_step_stands_on_the_tab_and_on_the_result(ani):
    step = proposed_up()
    url = reverse("screening:step", args=[step.screening.case_id])

    assert url in page(ani, "client", step.screening.case.client_id).content.decode()
    assert url in page(ani, "result", step.screening_id).content.decode()


def test_the_step_page_shows_both_levels_and_the_reasons(ani):
    step = proposed_up()

    text = page(ani, "step", step.screening.case_id).content.decode()

    assert "Berbasis keluarga" in text
    assert "Balai/Sentra" in text
    assert "Kelas risiko naik." in text
    assert "Syarat yang sudah dipastikan" not in text


def test_accepting_changes_the_case(ani):
    step = proposed_up()
    url = reverse("screening:step", args=[step.screening.case_id])

    answer = ani.post(url, {"answer": "accept"})

    assert answer.status_code == 302
    assert Case.objects.get(pk=step.screening.case_id).risk == "high"
    assert ani.get(url).status_code == 302


def test_lighter_care_asks_for_its_conditions_and_keeps_what_was_ticked(ani):
    step = proposed_down()
    url = reverse("screening:step", args=[step.screening.case_id])

    answer = ani.post(url, {"answer": "accept", "conditions": ["goals", "home_safe"]})

    assert answer.status_code == 422
    assert answer.context["form"]["conditions"].value() == ["goals", "home_safe"]
    assert "semua syarat" in answer.content.decode()


def test_lighter_care_is_accepted_with_all_of_them(ani):
    step = proposed_down()
    url = reverse("screening:step", args=[step.screening.case_id])

    ani.post(url, {"answer": "accept", "conditions": StepCondition.values})

    assert Case.objects.get(pk=step.screening.case_id).base == "family"


def test_a_refusal_without_a_reason_is_sent_back(ani):
    step = proposed_up()

    answer = ani.post(
        reverse("screening:step", args=[step.screening.case_id]), {"answer": "refuse"}
    )

    assert answer.status_code == 422


def test_a_second_answer_is_refused_with_a_sentence(ani):
    step = proposed_up()
    url = reverse("screening:step", args=[step.screening.case_id])
    ani.post(url, {"answer": "accept"})

    answer = ani.post(url, {"answer": "accept"})

    assert answer.status_code == 422
    assert "sudah dijawab" in answer.content.decode()


def test_a_case_without_a_step_leads_back_to_the_tab(ani):
    case = in_care()

    answer = page(ani, "step", case.pk)

    assert answer["Location"] == reverse("screening:client", args=[case.client_id])


def test_the_result_offers_a_correction_that_starts_a_draft(ani):
    old = rescreened(in_care(), "moderate")
    url = reverse("screening:correct", args=[old.pk])
    assert url in page(ani, "result", old.pk).content.decode()

    answer = ani.post(url, {"reason": "Frekuensi pemakaian salah catat."})

    draft = Screening.objects.get(corrects=old)
    assert answer["Location"] == reverse("screening:sections", args=[draft.pk])


def test_a_correction_without_a_reason_is_sent_back(ani):
    old = rescreened(in_care(), "moderate")

    answer = ani.post(reverse("screening:correct", args=[old.pk]), {"reason": "salah"})

    assert answer.status_code == 422
    assert "salah</textarea>" in answer.content.decode()


def test_what_cannot_be_corrected_says_why(ani):
    case = in_care()
    first = rescreened(case, "moderate")
    rescreened(case, "moderate")

    text = page(ani, "correct", first.pk).content.decode()

    assert "Hanya skrining terakhir" in text
    assert "<textarea" not in text


def test_old_and_new_name_each_other(ani):
    from screening.services.endings import finish_screening
    from tests.screening.review_factories import answered

    old = rescreened(in_care(), "moderate")
    draft = start_correction(
        screening=old, reason="Frekuensi pemakaian salah catat.", actor=people.ani(), at=AT
    )
    new = finish_screening(screening=answered(draft, "low"), actor=people.ani(), at=AT)

    assert (
        reverse("screening:result", args=[new.pk]) in page(ani, "result", old.pk).content.decode()
    )
    shown = page(ani, "result", new.pk).content.decode()
    assert reverse("screening:result", args=[old.pk]) in shown
    assert "Frekuensi pemakaian salah catat." in shown


@pytest.mark.parametrize("name", ["step", "correct"])
def test_an_auditor_changes_nothing(sign_in, name):
    step = proposed_up()
    pk = step.screening_id if name == "correct" else step.screening.case_id

    assert page(sign_in(people.gita()), name, pk).status_code == 403


def test_the_waiting_list_costs_no_more_with_a_correction(ani):
    from tests.screening.pages.test_lists import LIST, queries_of

    finished()
    ani.get(LIST)
    one = queries_of(ani, LIST)
    finished()

    assert queries_of(ani, LIST) == one
