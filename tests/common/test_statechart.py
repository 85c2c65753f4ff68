"""A table of moves as a drawing: every state and every move is in it, and no two arrows end on one spot."""

import re
from xml.etree import ElementTree

from common.statechart import Chart, Move, svg


STATES = {"a": "Awal", "b": "Tengah & lalu", "c": "Akhir"}
MOVES = [
    Move("go", ("a",), "b"),
    Move("finish", ("b",), "c"),
    Move("skip", ("a",), "c"),
    Move("return", ("b", "c"), "a"),
    Move("again", ("b",), "b"),
]


def test_every_state_and_every_move_is_in_the_drawing():
    drawing = svg(Chart(STATES, MOVES), "Alur")

    words = {element.text for element in ElementTree.fromstring(drawing).iter() if element.text}
    assert words >= {*STATES, *STATES.values(), *(move.verb for move in MOVES), "Alur"}


def test_no_two_arrows_end_on_the_same_spot():
    drawing = svg(Chart(STATES, MOVES), "Alur")

    ends = re.findall(r'd="M(\d+ \d+)[HV]\d+" fill="none" stroke="#4d5a6b" marker-end', drawing)
    assert len(ends) == len(set(ends)) == len(MOVES)


def test_a_move_to_the_next_state_needs_no_lane():
    chart = Chart(STATES, MOVES)

    assert [move.verb for move in chart.lanes(forward=True)] == ["again", "skip"]
    assert [move.verb for move in chart.lanes(forward=False)] == ["return"]
