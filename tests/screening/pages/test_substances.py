"""The substances of an interview in the browser: asked, kept, shown, followed."""

import pytest
from django.urls import reverse

from screening.models import Screening
from screening.services.endings import finish_screening
from screening.trends import trend_of
from tests import people
from tests.screening.engine.sheets import HIGH, LOW, sheet
from tests.screening.factories import AT, NO_DANGER, ScreeningFactory, page_of
from tests.screening.review_factories import in_care, rescreened


pytestmark = pytest.mark.django_db

TWO = {"amphetamine": HIGH, "cannabis": LOW}


def url(screening, slug, name="section"):
    return reverse(f"screening:{name}", args=[screening.pk, slug])


def test_two_main_drugs_are_asked_back_and_nothing_is_lost(ani):
    screening = ScreeningFactory(safe=True, answers=sheet(**TWO))
    page = page_of("substances", {"role-cannabis": "main", "role-amphetamine": "main"})

    answer = ani.post(url(screening, "zat-utama"), page)

    assert answer.status_code == 422
    assert "Pilih tepat satu zat utama." in answer.content.decode()
    assert answer.context["form"]["role-cannabis"].value() == "main"


def test_half_a_page_is_kept_for_later(ani):
    screening = ScreeningFactory(safe=True, answers=sheet(opioids=HIGH))

    ani.post(url(screening, "cara-memakai"), {"age-opioids": "17", "action": "later"})

    assert Screening.objects.get().substances == {"age": {"opioids": 17}}


def test_the_name_of_another_drug_is_kept_and_shown(ani):
    screening = ScreeningFactory(answered=True, answers=sheet(other=HIGH))
    page = page_of("substances", {"other_name": " Tembakau   gorila "})

    ani.post(url(screening, "zat-utama"), page)
    ani.post(reverse("screening:review", args=[screening.pk]))

    text = ani.get(reverse("screening:result", args=[screening.pk])).content.decode()
    assert "Zat lain: Tembakau gorila" in text
    assert "usia pertama kali memakai" in text


def test_who_may_not_see_answers_sees_no_substances(ani, sign_in):
    screening = ScreeningFactory(answered=True)
    finish_screening(screening=screening, actor=people.ani(), at=AT)
    result = reverse("screening:result", args=[screening.pk])

    assert "Zat dan cara memakai" in ani.get(result).content.decode()
    assert "Zat dan cara memakai" not in sign_in(people.gita()).get(result).content.decode()


def test_a_rescreening_shows_what_was_told_once_to_be_confirmed(ani):
    case = in_care()
    rescreened(case, "high")
    ani.post(reverse("screening:start", args=[case.pk]), {"reason": "relapse"})
    draft = case.screenings.drafts().get()
    draft.red_flags, draft.answers = NO_DANGER, sheet(amphetamine=HIGH)
    draft.save()

    form = ani.get(url(draft, "cara-memakai")).context["form"]

    assert form["age-amphetamine"].value() == "12"
    assert form["days-amphetamine"].value() == ""
    assert case.screenings.drafts().get().substances == {}


def test_days_of_the_main_drug_are_a_line_of_the_trend(ani):
    case = in_care()
    rescreened(case, "high")

    (line,) = trend_of(case.client, people.ani()).days

    assert (line.code, line.least, line.most) == ("amphetamine", 0, 30)
    assert [score for _day, score in line.points] == [20]
    page = ani.get(reverse("screening:trend", args=[case.client_id])).content.decode()
    assert "Hari memakai zat utama" in page
