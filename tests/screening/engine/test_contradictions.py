"""Answers that do not go together are told, kept with the result, and scored as given."""

import json

import pytest

from screening.engine import (
    Result,
    ScaleResult,
    contradictions,
    contradictions_at,
    score,
    score_scale,
)
from screening.engine.contradictions import ALL
from tests.screening.engine.sheets import HIGH, LOW, SMOKED, STOPPED, sheet
from tests.screening.engine.test_scale_scores import numbered, yes


def told(instrument, answers):
    return [note.code for note in contradictions(instrument, answers)]


@pytest.mark.parametrize("traces", [(2,), (4,), (7,), (8,), (9,), (4, 8)])
def test_no_drugs_this_year_and_what_came_of_them_do_not_go_together(traces):
    assert told("dast10", yes(10, 3, *traces)) == ["dast10_no_use"]


@pytest.mark.parametrize("answers", [yes(10, 3), yes(10, 3, 5, 6, 10), yes(10, 1, 4, 8), {}])
def test_regret_worry_and_illness_may_outlast_the_use(answers):
    assert told("dast10", answers) == []


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("0 4 3 0 0 0 0 0 0 0", ["audit_never_drinks"]),
        ("0 0 0 0 0 0 0 1 0 0", ["audit_never_drinks"]),
        ("0 0 0 0 0 0 0 0 4 4", []),
        ("1 0 3 0 0 0 0 0 0 0", ["audit_six_glasses"]),
        ("2 1 4 0 0 0 0 0 0 0", ["audit_six_glasses"]),
        ("2 1 3 0 0 0 0 0 0 0", []),
        ("4 4 4 4 4 4 4 4 4 4", []),
    ],
)
def test_drinking_is_told_alike_in_every_item_of_audit(words, codes):
    assert told("audit", numbered(words)) == codes


@pytest.mark.parametrize(
    ("answers", "codes"),
    [
        (sheet(tobacco=SMOKED, q8="past_3_months"), ["assist_injects_nothing"]),
        (sheet(alcohol=HIGH, q8="earlier"), ["assist_injects_nothing"]),
        (sheet(opioids=STOPPED, q8="past_3_months"), ["assist_injects_unused"]),
        (sheet(opioids=STOPPED, q8="earlier"), []),
        (sheet(opioids=LOW, q8="past_3_months"), []),
        (sheet(tobacco=SMOKED), []),
    ],
)
def test_whoever_injects_takes_something_that_is_injected(answers, codes):
    assert told("assist", answers) == codes


@pytest.mark.parametrize(
    "answers", [None, [], "q1", {"q1": "no", "q8": {}}, {"q8": "earlier", "q1": 7}]
)
def test_a_sheet_that_cannot_be_read_raises_nothing(answers):
    for code in ("assist", "dast10", "audit"):
        contradictions(code, answers)


def test_a_contradiction_is_told_at_the_question_where_it_shows():
    answers = sheet(tobacco=SMOKED, q8="past_3_months")

    assert [note.code for note in contradictions_at("assist", "q8", answers)]
    assert not contradictions_at("assist", "q1", answers)


def test_a_contradictory_sheet_is_scored_as_given_and_never_silently():
    result = score_scale("audit", numbered("0 4 3 0 0 0 0 0 0 0"))

    assert (result.total, [note.code for note in result.contradictions]) == (
        7, ["audit_never_drinks"],
    )  # fmt: skip


def test_contradictions_survive_storing():
    scale = score_scale("dast10", yes(10, 3, 4))
    assist = score("assist", sheet(tobacco=SMOKED, q8="past_3_months"))

    assert ScaleResult.from_dict(json.loads(json.dumps(scale.to_dict()))) == scale
    assert Result.from_dict(json.loads(json.dumps(assist.to_dict()))) == assist
    assert assist.contradictions


@pytest.mark.parametrize("kind", [score("assist", sheet()), score_scale("dast10", yes(10, 3))])
def test_a_result_of_before_is_read_without_them(kind):
    stored = kind.to_dict()
    for later in ("contradictions", "advised"):
        stored.pop(later, None)

    assert type(kind).from_dict(stored) == kind


def test_every_contradiction_has_a_code_of_its_own_and_both_languages():
    assert len({one.code for one in ALL}) == len(ALL)
    assert all(one.text.id and one.text.en and " " not in one.code for one in ALL)
