from hypothesis import given, strategies as st

from desk.selectors.nation import ProvinceCount
from desk.tiles import _places, tiles


def test_every_province_has_a_tile_of_its_own():
    places = _places()

    assert len(places) == 38
    assert len({(x, y) for _short, x, y in places.values()}) == 38


def test_no_cases_is_one_class():
    drawn, legend = tiles([ProvinceCount("11", "Aceh", 0)])

    assert drawn[0].shade == 0
    assert [(row.low, row.high) for row in legend] == [(0, 0)]


@given(st.lists(st.integers(min_value=0, max_value=10**6), min_size=1, max_size=38))
def test_every_value_lies_in_the_class_that_the_legend_gives_it(values):
    codes = sorted(_places())
    drawn, legend = tiles([ProvinceCount(codes[n], "", value) for n, value in enumerate(values)])

    assert len(legend) <= 5
    for tile in drawn:
        row = legend[tile.shade]
        assert row.low <= tile.value <= row.high
