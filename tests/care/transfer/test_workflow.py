"""Both tables of moves, said once more by hand: a slip in either place shows."""

import pytest

from care.enums import SupportState, TransferState
from care.workflow import SUPPORT, TRANSFER
from common.workflow import IllegalMove


T, S = TransferState, SupportState
OF_A_TRANSFER = {
    ("accept", T.PROPOSED): T.ACCEPTED,
    ("decline", T.PROPOSED): T.DECLINED,
    ("withdraw", T.PROPOSED): T.WITHDRAWN,
    ("withdraw", T.ACCEPTED): T.WITHDRAWN,
    ("depart", T.ACCEPTED): T.TRAVELLING,
    ("arrive", T.TRAVELLING): T.ARRIVED,
    ("miss", T.TRAVELLING): T.NOT_ARRIVED,
}
OF_A_SUPPORT = {
    ("agree", S.ASKED): S.AGREED,
    ("decline", S.ASKED): S.DECLINED,
    ("end", S.ASKED): S.ENDED,
    ("end", S.AGREED): S.ENDED,
}
TRIES = [
    (table, verb, state, allowed.get((verb, state)))
    for table, states, allowed in (
        (TRANSFER, T, OF_A_TRANSFER),
        (SUPPORT, S, OF_A_SUPPORT),
    )
    for verb in dict.fromkeys(verb for verb, *_rest in table.moves)
    for state in states
]


@pytest.mark.parametrize(("table", "verb", "state", "target"), TRIES)
def test_a_move_leads_where_the_table_says_or_nowhere(table, verb, state, target):
    if target is not None:
        assert table.next(verb, state) == target
    else:
        with pytest.raises(IllegalMove):
            table.next(verb, state)


@pytest.mark.parametrize(("table", "verb", "state", "target"), TRIES)
def test_may_agrees_with_the_table(table, verb, state, target):
    assert table.may(verb, state) is (target is not None)
