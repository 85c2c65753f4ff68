"""The interview in the browser: its pages, their rules, and going on elsewhere."""

import pytest
from django.urls import reverse

from clients.enums import CaseStatus
from screening.interview.drafts import Draft
from screening.interview.sections import SECTIONS
from screening.models import Screening
from tests import people
from tests.clients.factories import CaseFactory
from tests.screening.engine.sheets import HIGH, SMOKED, STOPPED, SUBSTANCES, sheet, substances_of
from tests.screening.factories import (
    CALM,
    NO_DANGER,
    ScreeningFactory,
    consenting_case,
    finished,
    page_of,
)


pytestmark = pytest.mark.django_db


def url(screening, slug, name="section"):
    return reverse(f"screening:{name}", args=[screening.pk, slug])


def no_danger():
    return page_of("danger", dict.fromkeys(NO_DANGER, "no"))


def ever(*used):
    return page_of("q1", {code: "yes" if code in used else "no" for code in SUBSTANCES})


def test_the_start_page_explains_and_starts_nothing(ani):
    case = consenting_case()

    answer = ani.get(reverse("screening:start", args=[case.pk]))

    assert "rahasia" in answer.content.decode()
    assert not Screening.objects.exists()


def test_starting_leads_to_the_danger_signs(ani):
    case = consenting_case()

    answer = ani.post(reverse("screening:start", args=[case.pk]))

    assert answer["Location"] == url(Screening.objects.get(), "tanda-bahaya")


def test_without_consent_the_start_page_says_so(ani):
    case = CaseFactory()

    answer = ani.post(reverse("screening:start", args=[case.pk]))

    assert answer.status_code == 422
    assert "Belum ada persetujuan yang berlaku" in answer.content.decode()


def test_the_whole_interview_is_walked_section_by_section(ani):
    """Every page posts what it asks; the pages lead from one open section to the next."""
    case = consenting_case()
    answers = sheet(amphetamine=HIGH)
    wanted = Draft(NO_DANGER, answers, CALM, "male", substances=substances_of(answers))

    answer = ani.post(reverse("screening:start", args=[case.pk]))
    walked = []
    while "/bagian/" in answer["Location"]:
        slug = answer["Location"].split("/")[-2]
        section = next(section for section in SECTIONS if section.slug == slug)
        words = {ask.field: wanted.word(ask) for ask in section.asks(wanted)}
        walked.append(slug)
        answer = ani.post(answer["Location"], {**words, "revision": 99, "action": "continue"})

    screening = Screening.objects.get()
    assert walked == [s.slug for s in SECTIONS if s.code != "substances"]  # of one drug: which?
    assert answer["Location"] == reverse("screening:review", args=[screening.pk])
    assert (screening.answers, screening.facts) == (wanted.answers, wanted.facts)


def test_an_interview_goes_on_where_it_was_left_on_another_device(ani, sign_in):
    screening = ScreeningFactory(safe=True)
    ani.post(url(screening, "q1"), ever("alcohol"))

    answer = sign_in(people.ani()).get(reverse("screening:continue", args=[screening.case_id]))

    assert answer["Location"] == url(screening, "q2")


def test_another_device_shows_what_was_answered(ani, sign_in):
    screening = ScreeningFactory(safe=True)
    ani.post(url(screening, "q1"), {**page_of("q1", {"alcohol": "yes"}), "action": "later"})

    form = sign_in(people.ani()).get(url(screening, "q1")).context["form"]

    assert form["q1-alcohol"].value() == "yes"
    assert form["q1-cannabis"].value() == ""


def test_continuing_without_a_draft_leads_to_the_start(ani):
    case = consenting_case()

    answer = ani.get(reverse("screening:continue", args=[case.pk]))

    assert answer["Location"] == reverse("screening:start", args=[case.pk])


def test_danger_signs_come_before_every_other_section(ani):
    screening = ScreeningFactory()

    answer = ani.get(url(screening, "q1"))

    assert answer["Location"] == url(screening, "tanda-bahaya")


def test_a_page_asks_only_about_substances_ever_used(ani):
    screening = ScreeningFactory(safe=True, answers=sheet(alcohol=HIGH, opioids=STOPPED))

    fields = ani.get(url(screening, "q3")).context["form"].fields

    assert set(fields) == {"revision", "seen", "q3-alcohol"}


def test_a_section_with_nothing_to_ask_leads_on(ani):
    screening = ScreeningFactory(safe=True, answers=sheet(opioids=STOPPED))

    answer = ani.get(url(screening, "q3"))

    assert answer["Location"] == url(screening, "cara-memakai")


def test_a_missing_answer_is_named_and_the_others_are_kept(ani):
    screening = ScreeningFactory(safe=True)

    answer = ani.post(url(screening, "q1"), page_of("q1", {"alcohol": "yes"}))

    screening.refresh_from_db()
    assert answer.status_code == 422
    assert "Pilih satu jawaban." in answer.content.decode()
    assert screening.answers == {"q1": {"alcohol": True}}


def test_later_keeps_a_page_answered_in_part(ani):
    screening = ScreeningFactory(safe=True)

    answer = ani.post(url(screening, "q1"), page_of("q1", {"alcohol": "yes"}, action="later"))

    screening.refresh_from_db()
    assert answer["Location"] == reverse("screening:sections", args=[screening.pk])
    assert screening.answers == {"q1": {"alcohol": True}}


def test_a_tampered_option_is_refused_and_not_kept(ani):
    screening = ScreeningFactory(safe=True, answers=sheet(alcohol=HIGH))

    answer = ani.post(url(screening, "q2"), page_of("q2", {"alcohol": "hourly"}))

    screening.refresh_from_db()
    assert answer.status_code == 422
    assert screening.answers["q2"] == {"alcohol": "daily"}


@pytest.mark.parametrize("junk", ["\x00", "x" * 10_000, "9" * 10_000, "-1", "51", "1.5"])
def test_a_number_that_is_none_is_refused(ani, junk):
    screening = ScreeningFactory(answered=True)

    answer = ani.post(
        url(screening, "keadaan"), page_of("situation", {"relapses_after_treatment": junk})
    )

    screening.refresh_from_db()
    assert answer.status_code == 422
    assert screening.facts == CALM


@pytest.mark.parametrize("junk", ["\x00", "x" * 10_000])
def test_an_option_that_is_junk_is_refused(ani, junk):
    screening = ScreeningFactory(safe=True)

    answer = ani.post(url(screening, "q1"), page_of("q1", {"alcohol": junk}))

    assert answer.status_code == 422


def test_answers_to_rows_that_are_not_asked_are_ignored(ani):
    screening = ScreeningFactory(safe=True, answers=sheet(alcohol=HIGH))

    ani.post(url(screening, "q2"), page_of("q2", {"alcohol": "weekly", "opioids": "daily"}))

    screening.refresh_from_db()
    assert screening.answers["q2"] == {"alcohol": "weekly"}


def test_the_person_is_told_when_answers_are_dropped(ani):
    screening = ScreeningFactory(answered=True)

    answer = ani.post(url(screening, "q1"), ever("alcohol"), follow=True)

    assert "tidak lagi ditanyakan" in answer.content.decode()


def test_a_stale_page_shows_both_answers_and_keeps_the_input(ani, sign_in):
    screening = ScreeningFactory(safe=True, answers=sheet(alcohol=HIGH))
    phone, laptop = ani, sign_in(people.budi())
    phone.post(url(screening, "q2"), page_of("q2", {"alcohol": "weekly"}))

    answer = laptop.post(url(screening, "q2"), page_of("q2", {"alcohol": "never"}))

    screening.refresh_from_db()
    assert answer.status_code == 409
    assert "diubah di perangkat lain" in answer.content.decode()
    assert answer.context["differing"] == [("Alkohol", "Kira-kira tiap minggu", "Tidak pernah")]
    assert answer.context["form"]["q2-alcohol"].value() == "never"
    assert screening.answers["q2"] == {"alcohol": "weekly"}


def test_saving_again_from_a_stale_page_is_a_choice_made_knowingly(ani):
    screening = ScreeningFactory(safe=True, answers=sheet(alcohol=HIGH))
    ani.post(url(screening, "q2"), page_of("q2", {"alcohol": "weekly"}))
    ani.post(url(screening, "q2"), page_of("q2", {"alcohol": "never"}))

    answer = ani.post(url(screening, "q2"), page_of("q2", {"alcohol": "never"}, revision="1"))

    screening.refresh_from_db()
    assert answer.status_code == 302
    assert screening.answers["q2"] == {"alcohol": "never"}


@pytest.mark.parametrize("revision", ["", "abc", "-1", "9" * 30])
def test_an_unreadable_revision_counts_as_an_old_page(ani, revision):
    screening = ScreeningFactory(safe=True, answers=sheet(alcohol=HIGH))
    ani.post(url(screening, "q2"), page_of("q2", {"alcohol": "weekly"}))

    answer = ani.post(url(screening, "q2"), page_of("q2", {"alcohol": "never"}, revision=revision))

    assert answer.status_code == 409


def test_the_task_list_counts_the_sections_done(ani):
    screening = ScreeningFactory(safe=True, answers={"q1": sheet(alcohol=HIGH)["q1"]})

    answer = ani.get(reverse("screening:sections", args=[screening.pk]))

    assert "2 dari 12 bagian selesai" in " ".join(answer.content.decode().split())


def test_the_title_of_a_page_names_nobody(ani):
    screening = ScreeningFactory(safe=True)

    page = ani.get(url(screening, "q1")).content.decode()

    title = page.split("<title>")[1].split("</title>")[0]
    assert screening.case.client.name not in title


def test_a_finished_interview_leads_to_its_result(ani):
    screening = finished()

    for address in (
        url(screening, "q1"),
        reverse("screening:sections", args=[screening.pk]),
        reverse("screening:review", args=[screening.pk]),
        reverse("screening:refer", args=[screening.pk]),
    ):
        assert ani.get(address)["Location"] == reverse("screening:result", args=[screening.pk])


def test_starting_twice_by_a_double_click_makes_one_draft(ani):
    case = consenting_case()

    ani.post(reverse("screening:start", args=[case.pk]))
    answer = ani.post(reverse("screening:start", args=[case.pk]))

    case.refresh_from_db()
    assert answer.status_code == 302
    assert Screening.objects.count() == 1
    assert case.status == CaseStatus.SCREENING


def test_answers_that_do_not_go_together_are_told_before_the_page_is_left(ani):
    screening = ScreeningFactory(safe=True, answers=sheet(tobacco=SMOKED))
    page = page_of("q8", {"q8": "past_3_months"})

    answer = ani.post(url(screening, "q8"), page)

    text = answer.content.decode()
    assert answer.status_code == 200
    assert "Ada jawaban yang bertentangan" in text
    assert Screening.objects.get().answers["q8"] == "past_3_months"
    assert 'name="seen" value="assist_injects_nothing ' in text


def test_who_saves_again_knowingly_goes_on(ani):
    screening = ScreeningFactory(safe=True, answers=sheet(tobacco=SMOKED))
    page = page_of("q8", {"q8": "past_3_months"}, seen="assist_injects_nothing ")

    answer = ani.post(url(screening, "q8"), page)

    assert answer["Location"] == url(screening, "kesehatan")


def test_the_warning_stands_on_the_review_and_with_the_result(ani):
    facts = {**CALM, "injecting_days_per_month": 2}
    answers = sheet(tobacco=SMOKED, q8="past_3_months")
    screening = ScreeningFactory(answered=True, answers=answers, facts=facts)
    warning = "Tanyakan zat apa yang disuntikkan"

    review = ani.get(reverse("screening:review", args=[screening.pk])).content.decode()
    ani.post(reverse("screening:review", args=[screening.pk]))
    result = ani.get(reverse("screening:result", args=[screening.pk])).content.decode()

    assert warning in review
    assert warning in result
