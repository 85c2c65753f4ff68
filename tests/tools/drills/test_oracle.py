"""The drill's judgement: acknowledged exactly once, unanswered at most once, and nothing else."""

from collections import Counter

from tools.drills.oracle import Tally, gaps, judge


SENT = {"a", "b", "c"}
TOLD = {"a", "b"}


def of(*found: str) -> Tally:
    return judge(SENT, TOLD, Counter(found))


def test_everything_acknowledged_once_is_clean():
    assert of("a", "b").is_clean


def test_an_unanswered_entry_may_be_there_once():
    assert of("a", "b", "c").is_clean


def test_an_acknowledged_entry_that_is_not_there_is_lost():
    assert of("a", "c") == Tally(acknowledged=2, unanswered=1, lost=1, doubled=0, unknown=0)


def test_an_acknowledged_entry_that_is_there_twice_is_doubled():
    assert of("a", "a", "b").doubled == 1


def test_an_unanswered_entry_that_is_there_twice_is_doubled_too():
    assert of("a", "b", "c", "c").doubled == 1


def test_an_entry_that_nobody_sent_is_not_clean():
    assert not of("a", "b", "z").is_clean


def test_a_trail_with_the_same_difference_before_and_after_has_no_gap():
    assert gaps({"event": 2}, {"event": 2}) == []


def test_a_row_whose_making_is_not_in_the_trail_is_a_gap():
    assert gaps({"event": 2}, {"event": 3}) == ["event"]
