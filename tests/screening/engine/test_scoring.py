"""ASSIST 3.1 scores: golden cases, band edges, and the skip rules that shape them."""

import pytest
from hypothesis import given

from screening.engine import UnknownInstrument, score
from tests.screening.engine.sheets import (
    HEAVIEST,
    HIGH,
    LOW,
    MODERATE,
    STOPPED,
    SUBSTANCES,
    expected_score,
    sheet,
    valid_sheets,
    worse_pairs,
)


RISKS = ("low", "moderate", "high")

GOLDEN = [
    ("cannabis", "weekly weekly never never never never", 9, "moderate"),
    ("tobacco", "daily daily never - earlier past_3_months", 21, "moderate"),
    ("alcohol", "weekly never never never past_3_months never", 10, "low"),
    ("alcohol", "weekly monthly never never earlier never", 11, "moderate"),
    ("alcohol", "daily daily daily weekly never never", 26, "moderate"),
    ("alcohol", "daily daily daily daily never never", 27, "high"),
    ("cannabis", "monthly never never never never never", 3, "low"),
    ("cannabis", "weekly never never never never never", 4, "moderate"),
    ("opioids", "daily daily daily weekly never never", 26, "moderate"),
    ("opioids", "daily daily daily daily never never", 27, "high"),
    ("tobacco", "monthly never never - never never", 3, "low"),
    ("tobacco", "weekly never never - never never", 4, "moderate"),
    ("tobacco", "daily daily daily - past_3_months never", 25, "moderate"),
    ("tobacco", "daily weekly daily - earlier past_3_months", 27, "high"),
    ("tobacco", "daily daily daily - past_3_months past_3_months", 31, "high"),
    ("amphetamine", HEAVIEST, 39, "high"),
    ("sedatives", "never - - - earlier never", 3, "low"),
    ("sedatives", "never - - - past_3_months never", 6, "moderate"),
    ("other", "once_twice once_twice once_twice once_twice earlier earlier", 20, "moderate"),
]


@pytest.mark.parametrize(("substance", "words", "points", "risk"), GOLDEN)
def test_a_golden_case_scores_as_the_manual_says(substance, words, points, risk):
    band = score("assist", sheet(**{substance: words})).bands[substance]

    assert (band.score, band.risk) == (points, risk)


@pytest.mark.parametrize("substance", [s for s in SUBSTANCES if s not in {"alcohol", "tobacco"}])
def test_every_other_substance_is_moderate_from_four(substance):
    at_three = score("assist", sheet(**{substance: "monthly never never never never never"}))
    at_four = score("assist", sheet(**{substance: "weekly never never never never never"}))

    assert (at_three.risk, at_four.risk) == ("low", "moderate")


def test_the_result_names_its_instrument_and_version():
    result = score("assist", sheet())

    assert (result.instrument, result.version) == ("assist", "3.1")


def test_the_highest_band_gives_the_risk():
    result = score("assist", sheet(alcohol=LOW, cannabis=MODERATE, opioids=HIGH))

    assert result.risk == "high"


def test_tobacco_alone_never_raises_the_risk():
    result = score("assist", sheet(tobacco="daily daily daily - past_3_months past_3_months"))

    assert (result.bands["tobacco"].risk, result.risk) == ("high", "low")


def test_every_substance_has_a_band_even_when_never_used():
    bands = score("assist", sheet(cannabis=MODERATE)).bands

    assert tuple(bands) == SUBSTANCES
    assert (bands["opioids"].score, bands["opioids"].risk, bands["opioids"].parts) == (0, "low", ())


def test_no_use_at_all_stops_after_the_first_question():
    result = score("assist", {"q1": dict.fromkeys(SUBSTANCES, False)})

    assert (result.risk, result.injecting) == ("low", "never")


def test_no_use_at_all_accepts_empty_rows_and_never_injecting():
    answers = sheet() | {f"q{number}": {} for number in range(2, 8)} | {"q8": "never"}

    assert score("assist", answers).risk == "low"


@pytest.mark.parametrize("answer", ["never", "earlier", "past_3_months"])
def test_injecting_is_kept_on_the_result(answer):
    assert score("assist", sheet(q8=answer, opioids=STOPPED)).injecting == answer


def test_injecting_brings_no_points():
    never, now = (sheet(q8=q8, opioids=MODERATE) for q8 in ("never", "past_3_months"))

    assert score("assist", never).bands["opioids"] == score("assist", now).bands["opioids"]


def test_a_named_version_is_used():
    assert score("assist", sheet(), version="3.1").version == "3.1"


@pytest.mark.parametrize(("code", "version"), [("assist", "9.9"), ("nonesuch", None)])
def test_an_instrument_never_published_is_refused(code, version):
    with pytest.raises(UnknownInstrument):
        score(code, sheet(), version=version)


def test_scoring_leaves_the_answers_alone():
    answers = sheet(cannabis=MODERATE)

    score("assist", answers)

    assert answers == sheet(cannabis=MODERATE)


@given(valid_sheets())
def test_any_valid_sheet_scores_by_the_printed_weights(answers):
    bands = score("assist", answers).bands

    assert {s: bands[s].score for s in SUBSTANCES} == {
        s: expected_score(answers, s) for s in SUBSTANCES
    }


@given(valid_sheets())
def test_the_parts_add_up_to_the_score(answers):
    for band in score("assist", answers).all_bands:
        assert sum(part.points for part in band.parts) == band.score


@given(valid_sheets())
def test_the_same_answers_give_the_same_result(answers):
    first, second = score("assist", answers), score("assist", answers)

    assert first == second
    assert hash(first) == hash(second)


@given(worse_pairs())
def test_a_worse_answer_never_lowers_a_band(pair):
    before, after = (score("assist", answers) for answers in pair)

    for substance in SUBSTANCES:
        old, new = before.bands[substance], after.bands[substance]
        assert new.score >= old.score
        assert RISKS.index(new.risk) >= RISKS.index(old.risk)
    assert RISKS.index(after.risk) >= RISKS.index(before.risk)
