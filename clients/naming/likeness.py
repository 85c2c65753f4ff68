"""How alike two names are: every word of the shorter one has its own in the longer one, in any order."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from clients.naming.keys import SHORTEST_TO_MISSPELL
from clients.naming.words import heard, words_of


SAME, ONE_OFF, INITIAL, TWO_OFF, NONE = 1.0, 0.9, 0.8, 0.6, 0.0
TWO_OFF_RATIO = 0.8
# "Dedi" beside "Dedi Kurniawan" says less than two words that are both there.
OF_A_PART = 0.7


def likeness(one: str, other: str) -> float:
    """From 0, another name, to 1, the same."""
    few, many = sorted((words_of(one), words_of(other)), key=len)
    if not few:
        return NONE
    # Sri Wahyuni and Sriwahyuni are one: the same letters, spaced otherwise.
    return max(_of_words(few, many), _of_words(_joined(few, many), _joined(many, few)))


def _joined(words: list[str], beside: list[str]) -> list[str]:
    """With two neighbours as one word where that is a word of the other name."""
    known = {heard(word) for word in beside}
    for place in range(len(words) - 1):
        both = words[place] + words[place + 1]
        if heard(both) in known:
            return [*words[:place], both, *_joined(words[place + 2 :], beside)]
    return words


def _of_words(few: Sequence[str], many: Sequence[str]) -> float:
    """The mean of the best pairs, each word once; the surest are paired first, and initials alone are none."""
    few, many = sorted((few, many), key=len)
    pairs = sorted(
        (
            (-_pair(heard(word), heard(other)), mine, theirs)
            for mine, word in enumerate(few)
            for theirs, other in enumerate(many)
        ),
    )
    if -pairs[0][0] < ONE_OFF:
        return NONE
    total, taken, given = 0.0, set[int](), set[int]()
    for worth, mine, theirs in pairs:
        if mine not in taken and theirs not in given:
            total -= worth
            taken.add(mine)
            given.add(theirs)
    return total / len(few) * (OF_A_PART if len(few) == 1 < len(many) else 1)


def _pair(one: str, other: str) -> float:
    if min(len(one), len(other)) == 1:
        return INITIAL if one[0] == other[0] else NONE
    if one == other:
        return SAME
    if min(len(one), len(other)) < SHORTEST_TO_MISSPELL:
        return NONE
    if is_one_off(one, other):
        return ONE_OFF
    return TWO_OFF if SequenceMatcher(None, one, other).ratio() >= TWO_OFF_RATIO else NONE


def is_one_off(one: str, other: str) -> bool:
    """One letter more, less or other, or two neighbours exchanged."""
    few, many = sorted((one, other), key=len)
    same = next((n for n, (a, b) in enumerate(zip(few, many, strict=False)) if a != b), len(few))
    if len(few) < len(many):
        return few[same:] == many[same + 1 :]
    exchanged = few[same + 1 : same + 2] + few[same : same + 1] + few[same + 2 :]
    return few[same + 1 :] == many[same + 1 :] or exchanged == many[same:]
