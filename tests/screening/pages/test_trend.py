from datetime import timedelta
from xml.etree import ElementTree

import pytest
from django.urls import reverse

from screening.engine import get_scale, score_scale
from screening.enums import AssessmentStatus
from screening.models import AssessmentPart
from screening.trends import trend_of
from tests import people
from tests.screening.factories import AT
from tests.screening.pages.test_lists import queries_of
from tests.screening.review_factories import in_care, rescreened


pytestmark = pytest.mark.django_db


def url_of(client, name="trend"):
    return reverse(f"screening:{name}", args=[client.pk])


def measured(case, code, part="", **status):
    signed = {
        "status": AssessmentStatus.SIGNED,
        "submitted_by": people.ani(),
        "submitted_at": AT,
        "signed_by": people.budi(),
        "signed_at": AT,
    }
    assessment = case.assessments.create(
        kind="initial", started_by=people.ani(), started_at=AT, **(status or signed)
    )
    answers = {item.code: item.options[0].value for item in get_scale(code).items}
    return AssessmentPart.objects.create(
        assessment=assessment,
        code=part or code,
        version="1.0",
        result=score_scale(code, answers).to_dict(),
        saved_by=people.ani(),
        saved_at=AT,
    )


def twice_screened():
    case = in_care("high", "balai")
    rescreened(case, "high", at=AT - timedelta(days=14))
    rescreened(case, "low")
    return case


def test_a_substance_has_its_scores_in_order_of_time():
    case = twice_screened()

    (line,) = trend_of(case.client, people.ani()).substances

    assert [score for _day, score in line.points] == [31, 2]
    assert (line.label, line.limits, line.change) == (
        "Amfetamin dan sejenisnya",
        (4, 27),
        -29,
    )


def test_a_single_score_has_no_change():
    case = in_care()
    rescreened(case, "low")

    assert trend_of(case.client, people.ani()).substances[0].change is None


def test_a_scale_with_a_total_has_one_line_and_others_one_for_each_domain():
    case = in_care()
    measured(case, "srq20")
    measured(case, "whoqol_bref")

    labels = [line.label for line in trend_of(case.client, people.ani()).scales]

    assert labels[0] == "SRQ-20: tekanan jiwa"
    assert labels[1:3] == [
        "WHOQOL-BREF: kualitas hidup: Mutu hidup (1-5)",
        "WHOQOL-BREF: kualitas hidup: Kesehatan (1-5)",
    ]
    assert len(labels) == 7


def test_the_views_of_one_scale_are_lines_of_their_own():
    case = in_care()
    measured(case, "social_functioning", part="social_func_family")

    (line,) = trend_of(case.client, people.ani()).scales

    assert line.label == "Keberfungsian sosial: Pandangan keluarga"


def test_readiness_is_followed_by_action_and_maintenance_and_not_by_its_sum():
    case = in_care()
    measured(case, "readiness")

    lines = trend_of(case.client, people.ani()).scales

    assert [line.label for line in lines] == [
        "Kesiapan berubah: Aksi",
        "Kesiapan berubah: Pemeliharaan",
    ]
    assert {(line.least, line.most) for line in lines} == {(1, 5)}


def test_an_assessment_not_signed_yet_is_left_out():
    case = in_care()
    measured(case, "srq20", status=AssessmentStatus.DRAFT)

    assert not trend_of(case.client, people.ani()).has_points


def test_scores_of_others_are_not_seen():
    case = twice_screened()

    assert not trend_of(case.client, people.citra()).has_points


def test_the_page_shows_the_figures_as_a_table_beside_the_chart(ani):
    case = twice_screened()
    measured(case, "apgar")

    text = ani.get(url_of(case.client)).content.decode()

    assert f"{url_of(case.client, 'trend_chart')}?apa=zat" in text
    assert f"{url_of(case.client, 'trend_chart')}?apa=skala" in text
    assert ">31<" in text
    assert "-29" in text


def test_a_client_without_scores_is_told_so(ani):
    assert "Belum ada skor" in ani.get(url_of(in_care().client)).content.decode()


@pytest.mark.parametrize("asked", ["?apa=zat", "?apa=skala", "?apa=zat&lebar=wide", ""])
def test_the_chart_is_a_drawing_without_scripts_and_styles(ani, asked):
    case = twice_screened()
    measured(case, "whoqol_bref")

    answer = ani.get(url_of(case.client, "trend_chart") + asked)

    assert answer["Content-Type"] == "image/svg+xml; charset=utf-8"
    assert ElementTree.fromstring(answer.content).tag.endswith("svg")
    assert b"style" not in answer.content


def test_the_chart_names_the_substance_and_its_scores(ani):
    case = twice_screened()

    drawn = ani.get(url_of(case.client, "trend_chart")).content.decode()

    assert "Amfetamin dan sejenisnya" in drawn
    assert ">31<" in drawn


def test_an_auditor_sees_neither_scores_nor_chart(sign_in):
    case = twice_screened()
    gita = sign_in(people.gita())

    assert "tidak ditampilkan untuk peran Anda" in gita.get(url_of(case.client)).content.decode()
    assert gita.get(url_of(case.client, "trend_chart")).status_code == 403


def test_the_page_costs_the_same_for_two_screenings_as_for_six(ani):
    case = twice_screened()
    ani.get(url_of(case.client))
    few = queries_of(ani, url_of(case.client))
    for days in range(1, 5):
        rescreened(case, "moderate", at=AT + timedelta(days=days))

    assert queries_of(ani, url_of(case.client)) == few
