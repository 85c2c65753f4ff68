"""Answers of an instrument that do not go together, in the browser."""

import pytest

from screening.assessment.comparing import compare
from screening.assessment.selectors import sheet_of
from tests.screening.assessment.test_pages import address, page_of
from tests.screening.assessment_factories import begun, compared, filled, section_of
from tests.screening.factories import AT


pytestmark = pytest.mark.django_db


def test_a_contradiction_is_told_before_the_page_is_left_and_kept(ani):
    assessment = begun()
    page = page_of(section_of(assessment, "dast10"), q1=["no"], q3=["yes"], q8=["yes"])

    answer = ani.post(address("_section", assessment, "dast10"), page)
    again = ani.post(
        address("_section", assessment, "dast10"),
        {**page, "revision": "1", "seen": "dast10_no_use"},
    )

    assert answer.status_code == 200
    assert "Ada jawaban yang bertentangan" in answer.content.decode()
    assert again.status_code == 302
    kept = assessment.parts.get().result["contradictions"]
    assert [code for code, *_text in kept] == ["dast10_no_use"]


def test_the_warning_stands_beside_the_score(ani):
    assessment = filled(dast10={"q1": ["no"], "q4": ["yes"]})

    assert (
        "Ada jawaban yang bertentangan" in ani.get(address("_review", assessment)).content.decode()
    )


def test_a_page_without_contradictions_leads_on_at_once(ani):
    assessment = begun()

    answer = ani.post(
        address("_section", assessment, "dast10"), page_of(section_of(assessment, "dast10"))
    )

    assert answer.status_code == 302


def test_readiness_is_compared_by_its_subscales():
    now = compared(readiness={"action1": ["5"], "precontemplation1": ["5"]})
    before = now.case.assessments.order_by("pk").first()

    sections = compare(*(sheet_of(one, AT.date()).progress for one in (before, now)))

    (readiness,) = (s for s in sections if str(s.title) == "Kesiapan berubah")
    assert [pair.title for pair in readiness.scores] == ["Aksi", "Pemeliharaan"]
    assert readiness.scores[0].difference == pytest.approx(1.33)


def test_versions_that_count_alike_are_compared():
    now = compared()
    before = now.case.assessments.order_by("pk").first()
    before.parts.filter(code="dast10").update(version="1.0")

    sections = compare(*(sheet_of(one, AT.date()).progress for one in (before, now)))

    (dast,) = (s for s in sections if str(s.title).startswith("DAST-10"))
    assert [(pair.before, pair.now) for pair in dast.scores] == [(1, 1)]
