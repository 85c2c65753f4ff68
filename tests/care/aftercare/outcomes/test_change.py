"""The change of one person: told in numbers and in words, drawn the same."""

import datetime as dt

import pytest
from django.urls import reverse

from care.aftercare.outcomes.change import Measure, panels
from care.aftercare.selectors.change import change_of
from care.aftercare_enums import OutcomePoint
from tests import people
from tests.care.factories import ENDED
from tests.care.outcome_factories import BEFORE, begun, finished
from tests.clients.factories import CaseFactory


MONTH = dt.timedelta(days=30)


def measure(*values, less=True):
    return Measure("Hari memakai", 30, values, less_is_better=less)


@pytest.mark.parametrize(
    ("values", "verdict"),
    [
        ((28, None, 3, None, 0), "better"),
        ((28, 30, None, None, None), "worse"),
        ((4, 9, 4, None, None), "same"),
        ((4, None, None, None, None), None),
    ],
)
def test_the_last_is_held_against_the_first(values, verdict):
    assert measure(*values).verdict == verdict


def test_more_is_better_of_health():
    assert measure(6, 14, None, None, None, less=False).verdict == "better"


def test_the_drawing_is_told_to_whoever_cannot_see_it():
    said = measure(28, None, 3, None, None).sentence

    assert said == "Sebelum layanan: 28; Bulan 3: 3; membaik"


def test_the_drawing_has_a_dot_for_each_interview_at_its_point():
    [panel] = panels([measure(30, None, 15, None, 0)])

    assert [(dot.text, dot.is_last) for dot in panel.dots] == [
        ("30", False),
        ("15", False),
        ("0", True),
    ]
    heights = [dot.y for dot in panel.dots]
    assert heights == sorted(heights)


@pytest.fixture
def case(db):
    one = CaseFactory(in_aftercare=True)
    finished(one, OutcomePoint.START, **BEFORE)
    finished(one, OutcomePoint.M3, ENDED + 3 * MONTH)
    begun(one, OutcomePoint.M6, ENDED + 6 * MONTH)
    return one


def test_only_finished_interviews_count(case):
    change = change_of(case)

    values = {str(one.label): one.values for one in (*change.drawn, *change.told)}
    assert values["Hari memakai zat, dari 30"] == (28, None, 0, None, None)
    assert values["Kesehatan badan, dari 20"] == (6, None, 14, None, None)
    assert values["Bekerja atau bersekolah"] == (False, None, True, None, None)


def test_the_page_draws_and_tells_it(signed_in, case):
    url = reverse("care:aftercare", args=[case.client_id])

    page = signed_in(people.ani()).get(url).content.decode()

    assert "Sebelum layanan: 28; Bulan 3: 0; membaik" in page
    assert page.count("<polyline") == 3


def test_whoever_watches_sees_no_figures_of_one_person(signed_in, case):
    url = reverse("care:aftercare", args=[case.client_id])

    page = signed_in(people.gita()).get(url).content.decode()

    assert "<polyline" not in page
    assert "tidak ditampilkan untuk peran Anda" in page
