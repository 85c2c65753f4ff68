"""An interview under way: what is asked, what is open, what no longer applies."""

from hypothesis import given, strategies as st

from screening.engine import asked, missing, prune, score
from tests.screening.engine.sheets import (
    ANYTHING,
    MODERATE,
    RECENTLY,
    ROWS,
    STOPPED,
    SUBSTANCES,
    fill,
    sheet,
    valid_sheets,
)


def test_an_empty_draft_asks_only_the_first_question():
    assert asked({}) == tuple(("q1", substance) for substance in SUBSTANCES)


def test_a_substance_ever_used_opens_its_rows():
    opened = asked({"q1": {"cannabis": True}})[len(SUBSTANCES) :]

    assert opened == (("q2", "cannabis"), ("q6", "cannabis"), ("q7", "cannabis"), ("q8", None))


def test_recent_use_opens_the_middle_questions():
    opened = asked({"q1": {"cannabis": True}, "q2": {"cannabis": "weekly"}})

    assert {("q3", "cannabis"), ("q4", "cannabis"), ("q5", "cannabis")} <= set(opened)


def test_recent_use_of_tobacco_does_not_open_q5():
    opened = asked({"q1": {"tobacco": True}, "q2": {"tobacco": "daily"}})

    assert ("q4", "tobacco") in opened
    assert ("q5", "tobacco") not in opened


def test_a_life_without_use_asks_no_more():
    assert missing(sheet()) == ()


def test_missing_lists_the_open_rows_in_order():
    answers = sheet(cannabis=MODERATE)
    del answers["q3"], answers["q8"]

    assert missing(answers) == (("q3", "cannabis"), ("q8", None))


def test_an_unreadable_answer_counts_as_open():
    answers = sheet(cannabis=MODERATE)
    answers["q3"]["cannabis"] = "sometimes"

    assert missing(answers) == (("q3", "cannabis"),)


def test_pruning_drops_what_a_changed_answer_leaves_out():
    answers = sheet(cannabis=MODERATE, tobacco=STOPPED)
    answers["q1"]["cannabis"] = False

    assert prune(answers) == sheet(tobacco=STOPPED)


def test_pruning_drops_q3_to_q5_once_use_is_not_recent():
    answers = sheet(cannabis=MODERATE)
    answers["q2"]["cannabis"] = "never"

    assert prune(answers) == sheet(cannabis=STOPPED)


def test_pruning_drops_q8_once_nothing_was_ever_used():
    answers = sheet(cannabis=MODERATE, q8="earlier")
    answers["q1"]["cannabis"] = False

    assert prune(answers) == sheet()


def test_pruning_leaves_the_draft_itself_alone():
    answers = sheet(cannabis=MODERATE) | {"q9": 1}

    prune(answers)

    assert answers == sheet(cannabis=MODERATE) | {"q9": 1}


def test_a_draft_that_is_no_mapping_asks_from_the_start():
    assert (prune(None), len(missing(None))) == ({}, len(SUBSTANCES))


@given(valid_sheets())
def test_a_valid_sheet_is_complete_and_pruning_changes_nothing(answers):
    assert missing(answers) == ()
    assert prune(answers) == answers


@given(st.dictionaries(st.sampled_from(["q1", "q2", "q3", "q7", "q8", "x"]), ROWS | ANYTHING))
def test_any_draft_scores_after_pruning_and_filling(draft):
    answers = prune(draft)
    while open_rows := missing(answers):
        answers = fill(answers, open_rows)

    score("assist", answers)


@given(
    valid_sheets(),
    st.sampled_from(SUBSTANCES),
    st.booleans(),
    st.sampled_from([*RECENTLY, "daily"]),
)
def test_a_changed_sheet_scores_after_pruning_and_filling(answers, substance, ever, lately):
    changed = fill(answers, ())
    changed["q1"][substance] = ever
    changed.setdefault("q2", {})[substance] = lately
    changed = prune(changed)
    while open_rows := missing(changed):
        changed = fill(changed, open_rows)

    score("assist", changed)
