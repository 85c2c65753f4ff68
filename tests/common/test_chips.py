"""The links above the lists."""

from django.http import QueryDict

from common.chips import Chip, choice_chips, removable_chips, with_query


HERE = QueryDict("tahap=service&risiko=high&halaman=3")


def test_a_question_is_changed_and_the_list_begins_anew():
    assert with_query(HERE, risiko="low") == "?tahap=service&risiko=low"


def test_an_empty_question_is_taken_out():
    assert with_query(HERE, tahap="", risiko="") == "?"


def test_each_choice_has_a_chip_behind_the_one_for_all():
    chips = choice_chips(
        HERE,
        "risiko",
        [("low", "Rendah"), ("high", "Tinggi")],
        chosen="high",
        counts={"": 9, "high": 4},
    )

    assert chips == [
        Chip("Semua", "?tahap=service", 9),
        Chip("Rendah", "?tahap=service&risiko=low", 0),
        Chip("Tinggi", "?tahap=service&risiko=high", 4, active=True),
    ]


def test_where_nothing_is_counted_no_number_shows():
    (every, one) = choice_chips(QueryDict(), "saat", [("late", "Terlambat")], chosen="")

    assert (every.count, one.count, every.active) == (None, None, True)


def test_a_filter_in_force_can_be_taken_off_where_it_has_words():
    chosen = {"risiko": "high", "tahap": "service"}

    assert removable_chips(HERE, chosen, {"risiko": {"high": "Risiko tinggi"}.get}) == [
        Chip("Risiko tinggi", "?tahap=service")
    ]
