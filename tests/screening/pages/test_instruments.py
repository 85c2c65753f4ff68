import pytest
from django.urls import reverse

from screening.engine import get_scale, published_scales, score_scale
from screening.models import AssessmentPart
from tests import people
from tests.screening.factories import AT, finished
from tests.screening.pages.test_lists import queries_of


pytestmark = pytest.mark.django_db

LIST = "/skrining/instrumen/"
DAST = "/skrining/instrumen/dast10/1.1/"


def answered(code):
    return {item.code: item.options[0].value for item in get_scale(code).items}


def part(screening, code):
    assessment = screening.case.assessments.create(
        kind="initial", started_by=people.ani(), started_at=AT
    )
    return AssessmentPart.objects.create(
        assessment=assessment,
        code=code,
        version=get_scale(code).version,
        result=score_scale(code, answered(code)).to_dict(),
        saved_by=people.ani(),
        saved_at=AT,
    )


def used(browser):
    rows = browser.get(LIST).context["rows"]
    return {sheet.code: count for sheet, count in rows if sheet.is_newest}


def test_every_published_version_is_listed(ani):
    rows = [(sheet.code, sheet.version) for sheet, _ in ani.get(LIST).context["rows"]]

    assert rows[0] == ("assist", "3.1")
    assert sorted(rows[1:]) == sorted((s.code, s.version) for s in published_scales())
    assert rows.index(("audit", "1.1")) + 1 == rows.index(("audit", "1.0"))


def test_screenings_and_assessments_are_counted(ani):
    part(finished(), "dast10")
    finished()

    assert (used(ani)["assist"], used(ani)["dast10"], used(ani)["audit"]) == (2, 1, 0)


def test_cases_of_others_are_not_counted(sign_in):
    part(finished(), "dast10")

    assert set(used(sign_in(people.citra())).values()) == {0}


def test_the_list_costs_the_same_however_often_they_are_used(ani):
    ani.get(LIST)
    none = queries_of(ani, LIST)
    for _ in range(3):
        part(finished(), "dast10")

    assert queries_of(ani, LIST) == none


@pytest.mark.parametrize(
    ("code", "version"),
    [("assist", "3.1"), *((scale.code, scale.version) for scale in published_scales())],
)
def test_an_instrument_shows_every_item_and_its_source(ani, code, version):
    response = ani.get(reverse("screening:instrument", args=[code, version]))

    sheet = response.context["sheet"]
    assert sum(len(group.rows) for group in sheet.groups) == sheet.items
    assert sheet.licence in response.content.decode().replace("&#x27;", "'")


def test_a_reversed_item_shows_the_points_it_brings(ani):
    rows = ani.get(DAST).context["sheet"].groups[0].rows

    assert rows[0].choices == (("Ya", 1), ("Tidak", 0))
    assert rows[2].choices == (("Ya", 0), ("Tidak", 1))
    assert "nilai dibalik" in rows[2].remarks


def test_what_does_not_apply_shows_no_points(ani):
    address = reverse("screening:instrument", args=["social_functioning", "1.1"])
    rows = {row.code: row for row in ani.get(address).context["sheet"].groups[0].rows}

    assert rows["roles1"].choices[-1] == ("Tidak berlaku", None)
    assert len(rows["needs1"].choices) == 5


def test_a_page_tells_what_its_reader_should_know(ani):
    page = ani.get(reverse("screening:instrument", args=["srq20", "1.0"])).content.decode()

    assert "Batas 6 adalah yang dipakai di Indonesia" in page


@pytest.mark.parametrize("who", ["dewi", "fitri", "gita", "hadi"])
def test_every_role_may_read_them(sign_in, who):
    browser = sign_in(getattr(people, who)())

    assert [browser.get(page).status_code for page in (LIST, DAST)] == [200, 200]


@pytest.mark.parametrize("address", ["dast10/0.9/", "cage/1.0/"])
def test_what_was_never_published_is_not_found(ani, address):
    assert ani.get(LIST + address).status_code == 404


def test_the_screening_list_leads_to_them(ani):
    assert LIST in ani.get("/skrining/").content.decode()
