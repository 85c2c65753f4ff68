"""Both tables of moves, said once more by hand: a slip in either place shows."""

import pytest

from care.enums import SupportStatus, TransferStatus
from care.workflow import SUPPORT, TRANSFER
from common.workflow import IllegalMove


T, S = TransferStatus, SupportStatus
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
    (table, verb, status, allowed.get((verb, status)))
    for table, statuses, allowed in (
        (TRANSFER, T, OF_A_TRANSFER),
        (SUPPORT, S, OF_A_SUPPORT),
    )
    for verb in dict.fromkeys(verb for verb, *_rest in table.moves)
    for status in statuses
]


@pytest.mark.parametrize(("table", "verb", "status", "target"), TRIES)
def test_a_move_leads_where_the_table_says_or_nowhere(table, verb, status, target):
    if target is not None:
        assert table.next(verb, status) == target
    else:
        with pytest.raises(IllegalMove):
            table.next(verb, status)


@pytest.mark.parametrize(("table", "verb", "status", "target"), TRIES)
def test_may_agrees_with_the_table(table, verb, status, target):
    assert table.may(verb, status) is (target is not None)
