import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import timezone, translation

from common.templatetags import ui


AFTERNOON = dt.datetime(2026, 11, 21, 14, 20, tzinfo=ZoneInfo("Asia/Jakarta"))


def rendered(template: str, **context) -> str:
    return Template(template).render(Context(context))


def test_a_badge_says_its_state_in_shape_word_and_colour():
    badge = rendered('{% badge "Risiko tinggi" "danger" "alert-octagon" %}')

    assert "badge-danger" in badge
    assert "#alert-octagon" in badge
    assert "Risiko tinggi" in badge


def test_a_badge_shows_markup_as_text():
    assert "&lt;b&gt;" in ui.badge("<b>", "info")


def test_an_icon_is_hidden_from_screen_readers():
    assert 'aria-hidden="true"' in ui.icon("home")


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Rian Saputra", "RS"), ("Sukarno", "S"), ("ni luh ayu", "NL"), ("", "")],
)
def test_initials_are_the_first_letters_of_two_words(name, letters):
    assert ui.initials(name) == letters


def test_a_day_is_written_the_indonesian_way():
    assert ui.day(dt.date(2026, 5, 2)) == "2 Mei 2026"


def test_a_moment_carries_its_zone():
    assert ui.moment(AFTERNOON) == "21 Nov 2026, 14.20 WIB"


def test_the_same_moment_is_two_hours_later_in_papua():
    with timezone.override("Asia/Jayapura"):
        assert ui.moment(AFTERNOON) == "21 Nov 2026, 16.20 WIT"


def test_a_moment_in_english_keeps_the_zone():
    with translation.override("en"):
        assert ui.moment(AFTERNOON).endswith("WIB")


@pytest.mark.parametrize("show", [ui.day, ui.moment, ui.clock])
def test_no_date_shows_nothing(show):
    assert show(None) == ""


def test_a_changed_query_keeps_the_other_choices():
    request = RequestFactory().get("/klien/", {"q": "rian", "halaman": "3"})

    address = rendered("{% query halaman=4 %}", request=request)

    assert address == "?q=rian&amp;halaman=4"


def test_none_takes_a_choice_out_of_the_query():
    request = RequestFactory().get("/klien/", {"halaman": "3"})

    assert rendered("{% query halaman=None %}", request=request) == "?"
