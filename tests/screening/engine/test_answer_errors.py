"""Every answer sheet that is not exactly what the skip rules ask for is refused by name."""

import json
import pickle
from types import MappingProxyType

import pytest
from hypothesis import given, strategies as st

from screening.engine import AnswerError, Result, score
from tests.screening.engine.sheets import ANYTHING, MODERATE, ROWS, STOPPED, sheet


def change(question, substance, answer):
    """The usual sheet with one answer replaced; `del` takes it out."""
    answers = sheet(cannabis=MODERATE, tobacco=STOPPED)
    rows = answers.setdefault(question, {})
    if answer is del_:
        del rows[substance]
    else:
        rows[substance] = answer
    return answers


del_ = object()

FAULTS = [
    # question, substance, what is given there, problem
    ("q1", "opioids", del_, "missing"),
    ("q1", "opioids", None, "unreadable"),
    ("q1", "opioids", "true", "unreadable"),
    ("q1", "opioids", "False", "unreadable"),
    ("q1", "opioids", 0, "unreadable"),
    ("q1", "opioids", 1, "unreadable"),
    ("q1", "opioids", [], "unreadable"),
    ("q1", "betel", False, "unknown"),
    ("q2", "cannabis", del_, "missing"),
    ("q2", "cannabis", None, "unreadable"),
    ("q2", "cannabis", "", "unreadable"),
    ("q2", "cannabis", "Weekly", "unreadable"),
    ("q2", "cannabis", "past_3_months", "unreadable"),
    ("q2", "cannabis", 4, "unreadable"),
    ("q2", "cannabis", True, "unreadable"),
    ("q2", "cannabis", ["weekly"], "unreadable"),
    ("q2", "cannabis", {"weekly": 1}, "unreadable"),
    ("q2", "opioids", "never", "contradictory"),
    ("q2", "opioids", "weekly", "contradictory"),
    ("q2", "opioids", None, "contradictory"),
    ("q2", "betel", "weekly", "unknown"),
    ("q3", "cannabis", del_, "missing"),
    ("q4", "cannabis", del_, "missing"),
    ("q5", "cannabis", del_, "missing"),
    ("q3", "tobacco", "never", "contradictory"),
    ("q4", "tobacco", "weekly", "contradictory"),
    ("q5", "tobacco", "never", "contradictory"),
    ("q5", "opioids", "daily", "contradictory"),
    ("q6", "cannabis", del_, "missing"),
    ("q6", "tobacco", del_, "missing"),
    ("q6", "cannabis", "weekly", "unreadable"),
    ("q6", "cannabis", False, "unreadable"),
    ("q6", "alcohol", "never", "contradictory"),
    ("q7", "cannabis", del_, "missing"),
    ("q7", "cannabis", "no", "unreadable"),
    ("q7", "alcohol", "earlier", "contradictory"),
]


@pytest.mark.parametrize(("question", "substance", "answer", "problem"), FAULTS)
def test_a_faulty_answer_is_refused_by_name(question, substance, answer, problem):
    with pytest.raises(AnswerError) as caught:
        score("assist", change(question, substance, answer))

    error = caught.value
    assert (error.question, error.substance, error.problem) == (question, substance, problem)
    assert question in str(error)
    assert substance in str(error)


def test_q5_of_tobacco_is_refused_even_when_tobacco_is_used():
    answers = sheet(tobacco="daily never never never never never")

    with pytest.raises(AnswerError) as caught:
        score("assist", answers)

    assert (caught.value.question, caught.value.substance) == ("q5", "tobacco")


@pytest.mark.parametrize("answers", [None, "q1", 7, 3.5, True, [], ["q1"], {"q1"}, object()])
def test_answers_that_are_no_mapping_are_refused(answers):
    with pytest.raises(AnswerError):
        score("assist", answers)


def test_no_answers_at_all_miss_the_first_question():
    with pytest.raises(AnswerError) as caught:
        score("assist", {})

    assert (caught.value.question, caught.value.substance) == ("q1", "tobacco")


@pytest.mark.parametrize("question", ["q1", "q2", "q3", "q4", "q5", "q6", "q7"])
@pytest.mark.parametrize("rows", [None, "weekly", 3, False, ["cannabis"], [("cannabis", "weekly")]])
def test_rows_that_are_no_mapping_are_refused(question, rows):
    with pytest.raises(AnswerError) as caught:
        score("assist", sheet(cannabis=MODERATE) | {question: rows})

    assert (caught.value.question, caught.value.problem) == (question, "unreadable")


@pytest.mark.parametrize("key", ["q0", "q9", "Q1", "", None, 1, ("q1",), "notes"])
def test_an_unknown_question_is_refused(key):
    with pytest.raises(AnswerError) as caught:
        score("assist", sheet(cannabis=MODERATE) | {key: {}})

    assert (caught.value.question, caught.value.problem) == (str(key), "unknown")


@pytest.mark.parametrize("key", [None, 1, ("cannabis",), "Cannabis"])
def test_an_unknown_substance_is_refused(key):
    answers = sheet(cannabis=MODERATE)
    answers["q2"][key] = "weekly"

    with pytest.raises(AnswerError) as caught:
        score("assist", answers)

    assert (caught.value.question, caught.value.substance) == ("q2", str(key))


def test_q8_is_needed_once_anything_was_ever_used():
    answers = sheet(tobacco=STOPPED)
    del answers["q8"]

    with pytest.raises(AnswerError, match="q8") as caught:
        score("assist", answers)

    assert (caught.value.question, caught.value.problem) == ("q8", "missing")


@pytest.mark.parametrize("answer", [None, True, "weekly", "", {}, ["never"]])
def test_an_unreadable_q8_is_refused(answer):
    with pytest.raises(AnswerError) as caught:
        score("assist", sheet(cannabis=MODERATE) | {"q8": answer})

    assert (caught.value.question, caught.value.problem) == ("q8", "unreadable")


@pytest.mark.parametrize("answer", ["past_3_months", "earlier", None, [], False])
def test_q8_contradicts_a_life_without_any_use(answer):
    with pytest.raises(AnswerError) as caught:
        score("assist", sheet() | {"q8": answer})

    assert (caught.value.question, caught.value.problem) == ("q8", "contradictory")


def test_a_read_only_mapping_is_as_good_as_a_dict():
    assert isinstance(score("assist", MappingProxyType(sheet(cannabis=MODERATE))), Result)


def test_the_fault_can_be_told_in_both_languages():
    error = AnswerError("missing", "q2", "cannabis")

    assert error.text.id == "belum dijawab"
    assert str(error) == "q2, cannabis: not answered yet"


def test_an_answer_error_survives_pickling():
    error = pickle.loads(pickle.dumps(AnswerError("missing", "q2", "cannabis")))

    assert (error.problem, error.question, error.substance) == ("missing", "q2", "cannabis")


def outcome(answers):
    try:
        return score("assist", answers)
    except AnswerError as error:
        return error


@given(
    st.dictionaries(
        st.sampled_from(["q1", "q2", "q3", "q5", "q6", "q8", "q9"]), ROWS | ANYTHING, max_size=6
    )
)
def test_whatever_is_given_the_only_error_is_an_answer_error(answers):
    assert isinstance(outcome(answers), Result | AnswerError)


def test_answers_survive_json():
    answers = sheet(cannabis=MODERATE)

    assert score("assist", json.loads(json.dumps(answers))) == score("assist", answers)
