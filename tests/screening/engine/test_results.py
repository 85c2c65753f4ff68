"""A result can be stored, restored and explained."""

import dataclasses
import json

import pytest
from hypothesis import given

from screening.engine import Result, explain, score
from tests.screening.engine.sheets import MODERATE, STOPPED, SUBSTANCES, sheet, valid_sheets


@given(valid_sheets())
def test_a_result_survives_a_json_column(answers):
    result = score("assist", answers)

    assert Result.from_dict(json.loads(json.dumps(result.to_dict()))) == result


def test_a_result_cannot_be_changed():
    result = score("assist", sheet())

    with pytest.raises(dataclasses.FrozenInstanceError):
        result.risk = "high"
    with pytest.raises(TypeError):
        result.bands["alcohol"] = None


def test_a_part_is_question_answer_and_points():
    band = score("assist", sheet(cannabis=MODERATE)).bands["cannabis"]

    assert band.parts[:3] == (("q2", "weekly", 4), ("q3", "weekly", 5), ("q4", "never", 0))


def test_a_part_is_missing_where_nothing_was_asked():
    band = score("assist", sheet(cannabis=STOPPED)).bands["cannabis"]

    assert [part.question for part in band.parts] == ["q2", "q6", "q7"]


def test_the_explanation_covers_every_substance():
    assert tuple(e.substance for e in explain(score("assist", sheet()))) == SUBSTANCES


def test_the_explanation_puts_words_to_every_part():
    result = score("assist", sheet(cannabis=MODERATE))
    cannabis = next(e for e in explain(result) if e.substance == "cannabis")

    assert (cannabis.label.id, cannabis.score, cannabis.risk_label.id) == ("Kanabis", 9, "sedang")
    assert [(line.label.en, line.points) for line in cannabis.lines[:2]] == [
        ("About every week", 4),
        ("About every week", 5),
    ]


@given(valid_sheets())
def test_every_explanation_adds_up(answers):
    for explanation in explain(score("assist", answers)):
        assert sum(line.points for line in explanation.lines) == explanation.score
