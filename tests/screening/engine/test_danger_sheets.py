"""Golden tables of the sheets that ask about danger: SRQ-29's further items, and ASQ."""

import pytest

from screening.engine import score_scale, unanswered


# SRQ-29, items 21-29: no sum over all; psychosis and trauma each for itself.
SRQ29 = [
    ((), 0, 0, ()),
    ((21,), 0, 0, ()),
    ((22,), 1, 0, ("psychiatric",)),
    ((23,), 1, 0, ("psychiatric",)),
    ((24,), 1, 0, ("psychiatric",)),
    ((25,), 0, 1, ()),
    ((25, 26, 27, 28, 29), 0, 5, ()),
    (tuple(range(21, 30)), 3, 5, ("psychiatric",)),
]


@pytest.mark.parametrize(("positive", "psychosis", "trauma", "flags"), SRQ29)
def test_srq29(positive, psychosis, trauma, flags):
    sheet = {f"q{n}": "yes" if n in positive else "no" for n in range(21, 30)}

    result = score_scale("srq29", sheet)

    assert dict(result.domains) == {"psychosis": psychosis, "trauma": trauma}
    assert (result.total, result.risk, result.flags) == (None, None, flags)


def asked(words):
    """ASQ as letters: y yes, n no, d would not answer, - not asked."""
    codes = ("dead", "better_off", "thoughts", "tried", "tried_lately", "now")
    return {
        code: {"y": "yes", "n": "no", "d": "declined"}[word]
        for code, word in zip(codes, words, strict=True)
        if word != "-"
    }


INTENT, ATTEMPT = "suicide_intent", "suicide_attempt"
# ASQ: the last but one tells how long ago, and is not counted.
ASQ = [
    ("nnnn--", 0, "negative", ()),
    ("ynnn-n", 1, "positive", (INTENT,)),
    ("nynn-n", 1, "positive", (INTENT,)),
    ("nnyn-n", 1, "positive", (INTENT,)),
    ("nnnynn", 1, "positive", ()),
    ("nnnyyn", 1, "positive", (ATTEMPT,)),
    ("yyyyyn", 4, "positive", (INTENT, ATTEMPT)),
    ("nnnyny", 2, "acute", (INTENT,)),
    ("ynnn-y", 2, "acute", (INTENT,)),
    ("yyyyyy", 5, "acute", (INTENT, ATTEMPT)),
    ("dnnn-n", 1, "positive", (INTENT,)),
    ("ndnn-n", 1, "positive", (INTENT,)),
    ("nndn-n", 1, "positive", (INTENT,)),
    ("nnnddn", 1, "positive", (ATTEMPT,)),
    ("nnndnn", 1, "positive", ()),
    ("nnnydn", 1, "positive", (ATTEMPT,)),
    ("ynnn-d", 2, "acute", (INTENT,)),
    ("dddddd", 5, "acute", (INTENT, ATTEMPT)),
]


@pytest.mark.parametrize(("words", "total", "band", "flags"), ASQ)
def test_asq(words, total, band, flags):
    result = score_scale("asq", asked(words))

    assert (result.total, result.band, result.risk) == (total, band, None)
    assert result.flags == flags


def test_an_attempt_that_is_denied_raises_nothing_by_an_older_answer_about_its_time():
    assert score_scale("asq", asked("ynnnyn")).flags == (INTENT,)


def test_danger_now_stands_against_four_times_no():
    result = score_scale("asq", asked("nnnn-y"))

    assert (result.band, result.flags) == ("acute", (INTENT,))


@pytest.mark.parametrize(
    ("words", "needed"),
    [("nnnn--", ()), ("ynnn--", ("now",)), ("dnnn--", ("now",)), ("nnny--", ("tried_lately", "now")), ("nn----", ("thoughts", "tried", "tried_lately", "now"))],
)  # fmt: skip
def test_asq_asks_on_after_a_yes(words, needed):
    assert unanswered("asq", asked(words)) == needed
