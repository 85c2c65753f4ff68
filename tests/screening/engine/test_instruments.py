"""The published instruments are complete, bilingual and closed."""

import dataclasses

import pytest

from screening.engine import Text, instruments
from tests.screening.engine.sheets import SUBSTANCES


ASSIST = instruments.get("assist")


def texts_in(value):
    """Every Text inside a piece of instrument data."""
    if isinstance(value, Text):
        yield value
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from texts_in(getattr(value, field.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from texts_in(item)


def test_the_newest_published_version_is_the_default():
    assert ASSIST is instruments.get("assist", "3.1")


def test_published_instruments_have_one_module_for_each_version():
    names = [(instrument.code, instrument.version) for instrument in instruments.published()]

    assert names == [("assist", "3.1")]


def test_assist_knows_the_ten_substances_in_order():
    assert tuple(substance.code for substance in ASSIST.substances) == SUBSTANCES


def test_assist_has_eight_questions_in_order():
    assert [question.code for question in ASSIST.questions] == [f"q{n}" for n in range(1, 9)]


@pytest.mark.parametrize(
    ("code", "points", "counted"),
    [
        ("q1", (3, 0), False),
        ("q2", (0, 2, 3, 4, 6), True),
        ("q3", (0, 3, 4, 5, 6), True),
        ("q4", (0, 4, 5, 6, 7), True),
        ("q5", (0, 5, 6, 7, 8), True),
        ("q6", (0, 6, 3), True),
        ("q7", (0, 6, 3), True),
        ("q8", (0, 2, 1), False),
    ],
)
def test_assist_carries_the_weights_of_the_manual(code, points, counted):
    question = ASSIST.question(code)

    assert tuple(option.points for option in question.options) == points
    assert question.counted is counted


@pytest.mark.parametrize("instrument", instruments.published())
def test_every_text_is_written_in_both_languages(instrument):
    texts = list(texts_in(instrument))

    assert len(texts) > 50
    assert all(text.id.strip() and text.en.strip() for text in texts)


@pytest.mark.parametrize("instrument", instruments.published())
def test_a_published_instrument_cannot_be_changed(instrument):
    with pytest.raises(dataclasses.FrozenInstanceError):
        instrument.version = "0"


def test_a_text_is_read_in_either_language():
    text = Text("rendah", "low")

    assert (text.in_language("id"), text.in_language("en-gb")) == ("rendah", "low")
