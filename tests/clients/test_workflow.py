"""The whole table of moves, said once more by hand: a slip in either place shows."""

import pytest

from clients.enums import CaseStatus
from clients.workflow import CASE
from common.workflow import IllegalMove


S = CaseStatus
ALLOWED = {
    ("start_screening", S.INTAKE): S.SCREENING,
    ("start_screening", S.MEDICAL_FIRST): S.SCREENING,
    ("refer_to_medical", S.SCREENING): S.MEDICAL_FIRST,
    ("refer_to_medical", S.DECISION): S.MEDICAL_FIRST,
    ("go_on_screening", S.MEDICAL_FIRST): S.SCREENING,
    ("go_on_deciding", S.MEDICAL_FIRST): S.DECISION,
    ("propose", S.SCREENING): S.DECISION,
    ("decide", S.DECISION): S.PLACEMENT,
    ("decide_again", S.PLACEMENT): S.DECISION,
    ("start_service", S.PLACEMENT): S.IN_SERVICE,
    ("end_service", S.IN_SERVICE): S.AFTERCARE,
    ("find", S.CLOSED): S.AFTERCARE,
    **{("close", status): S.CLOSED for status in S if status != S.CLOSED},
}
EVERY_TRY = [(verb, status) for verb, *_rest in CASE.moves for status in S]


@pytest.mark.parametrize(("verb", "status"), EVERY_TRY)
def test_a_move_leads_where_the_table_says_or_nowhere(verb, status):
    if (verb, status) in ALLOWED:
        assert CASE.next(verb, status) == ALLOWED[verb, status]
    else:
        with pytest.raises(IllegalMove):
            CASE.next(verb, status)


@pytest.mark.parametrize(("verb", "status"), EVERY_TRY)
def test_may_agrees_with_the_table(verb, status):
    assert CASE.may(verb, status) is ((verb, status) in ALLOWED)


def test_an_unknown_verb_leads_nowhere():
    with pytest.raises(IllegalMove):
        CASE.next("reopen", S.CLOSED)
