"""Two assessments side by side."""

import pytest
from django.urls import reverse

from screening.assessment.comparing import compare
from screening.assessment.selectors import previous_signed, sheet_of
from tests import people
from tests.screening.assessment_factories import AT, compared, signed, submitted


pytestmark = pytest.mark.django_db


def sections_of(row):
    before = previous_signed(row, people.ani())
    found = compare(sheet_of(before, AT.date()).progress, sheet_of(row, AT.date()).progress)
    return {str(section.title): section for section in found}


def test_a_changed_answer_is_told_from_one_that_stayed():
    row = compared(health={"general": ["bad"]})

    rows = sections_of(row)["Biologis dan kesehatan"].rows

    assert [(r.before, r.now) for r in rows if r.is_changed] == [("Baik", "Buruk")]


def test_scores_stand_beside_each_other_with_their_difference():
    row = compared(srq20={"q1": ["yes"], "q2": ["yes"]})

    pair = next(s for title, s in sections_of(row).items() if "SRQ" in title).scores[0]

    assert (pair.before, pair.now, pair.difference) == (0, 2, 2)


def test_the_page_marks_a_change_with_a_word(ani):
    row = compared(health={"general": ["bad"]})

    page = ani.get(reverse("screening:assessment_compare", args=[row.pk])).content.decode()

    assert "1 berubah" in page
    assert page.count("Berubah</span>") == 1


def test_the_first_has_nothing_to_be_compared_with(ani):
    row = signed()

    answer = ani.get(reverse("screening:assessment_compare", args=[row.pk]))

    assert answer.url == reverse("screening:assessment_result", args=[row.pk])


def test_an_unsigned_one_is_nobodys_past():
    row = submitted()

    assert previous_signed(row, people.ani()) is None


def test_an_auditor_sees_that_there_are_two_and_not_what_they_say(sign_in):
    row = compared()
    url = reverse("screening:assessment_compare", args=[row.pk])

    page = sign_in(people.gita()).get(url).content.decode()

    assert "Baik" not in page
    assert "tidak ditampilkan" in page


def test_the_paper_has_no_navigation_and_says_when_it_is_not_signed(ani):
    page = ani.get(reverse("screening:assessment_print", args=[compared().pk])).content.decode()

    assert "side-nav" not in page
    assert "Belum disahkan." in page
