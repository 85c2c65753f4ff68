"""Row B29: no cell of fewer than five people is shown, nor can be reckoned from what is."""

from itertools import product

import pytest
from hypothesis import given, settings, strategies as st

from common.small_cells import FEWEST, covered, covered_pairs, told


@pytest.mark.parametrize(("count", "shown"), [(0, 0), (1, None), (4, None), (5, 5), (600, 600)])
def test_a_figure_alone_is_told_from_five_on(count, shown):
    assert told(count) == shown


def test_a_total_does_not_give_the_small_one_away():
    assert covered({"a": 3, "b": 9, "c": 20}, 32) == {"a": None, "b": None, "c": 20}


def test_a_table_without_small_cells_stays_whole():
    assert covered({"a": 0, "b": 9}, 9) == {"a": 0, "b": 9}


def test_ones_alone_hide_the_noughts_too():
    """Five provinces with one client each: their sum says that each has one."""
    parts = {**dict.fromkeys("abcde", 1), "f": 0}

    assert set(covered(parts, 5).values()) == {None}


def test_under_a_hidden_total_nothing_is_told():
    """The review's report about exactly one person: all of them men, all from Aceh."""
    assert covered({"male": 1, "female": 0}, told(1)) == {"male": None, "female": None}


cells = st.lists(st.integers(0, 9), min_size=1, max_size=6)


@given(cells)
def test_no_hidden_part_can_be_reckoned_from_the_others_and_the_total(counts):
    parts, total = dict(enumerate(counts)), sum(counts)
    shown = covered(parts, told(total))
    hidden = [key for key, count in shown.items() if count is None]

    assert not [n for n in shown.values() if n is not None and 0 < n < FEWEST]
    for key in hidden:
        assert len(possible(shown, told(total), key)) > 1


def possible(shown, total, key):
    """What a reader may think that a hidden part is: a nought is shown as one, unless all are hidden."""
    known = sum(n for n in shown.values() if n is not None)
    hidden = [one for one, n in shown.items() if n is None]
    least = 0 if len(hidden) == len(shown) else 1
    if total is None:
        return {1, 2}
    rest = total - known
    if len(hidden) == 1:
        return {rest}
    most = rest - least * (len(hidden) - 1)
    return set(range(least, most + 1))


pairs = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), min_size=1, max_size=3)


@settings(max_examples=60, deadline=None)
@given(pairs)
def test_no_hidden_cell_of_two_ways_can_be_reckoned(counts):
    """A nought is nobody, and may be: under a total of nought there is nothing else."""
    rows = dict(enumerate(counts))
    shown = covered_pairs(rows)
    firsts = told(sum(a for a, _b in counts))
    seconds = told(sum(b for _a, b in counts))
    whole = told(sum(a + b for a, b in counts))
    firsts = None if seconds is None else firsts

    assert not [n for pair in shown.values() for n in pair if n is not None and 0 < n < FEWEST]
    for told_whole, first in shown.values():
        if told_whole is not None and first is not None:
            assert not 0 < told_whole - first < FEWEST
    worlds = list(consistent(shown, firsts, whole, most=max(map(sum, counts)) + 3))
    assert worlds
    for key, (told_whole, first) in shown.items():
        if first is None and rows[key][0]:
            assert len({world[key][0] for world in worlds}) > 1
        if told_whole is None and sum(rows[key]):
            assert len({sum(world[key]) for world in worlds}) > 1


def consistent(shown, firsts, whole, most):
    """Every country that would give the same page, as far as a reader knows who has not seen the rule at work."""
    for cells in product(*(options(*pair, most) for pair in shown.values())):
        if firsts is not None and sum(a for a, _b in cells) != firsts:
            continue
        if whole is not None and sum(a + b for a, b in cells) != whole:
            continue
        if whole is None and not 0 < sum(a + b for a, b in cells) < FEWEST:
            continue
        yield dict(enumerate(cells))


def options(whole, first, most):
    if whole is not None and first is not None:
        return [(first, whole - first)]
    if whole is not None:
        return [(a, whole - a) for a in range(whole + 1)]
    return [(a, n - a) for n in range(most) for a in range(n + 1)]
