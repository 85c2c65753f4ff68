"""The red flags of the engine as safety shows them: what to do now, by when, and whom to call."""

from collections.abc import Iterable
from functools import partial

from django.utils.translation import gettext as _

from safety.signs import SIGNS, Call, Sign
from screening.engine.red_flags import HOTLINES, RED_FLAGS, RedFlag
from screening.interview.asks import say


# Hours that a look may take (8: the same day), until the engine's list says it.
HOURS = {
    **dict.fromkeys(
        ("overdose", "stimulant_crisis", "injury", "methanol", "withdrawal", "suicide_intent"), 8
    ),
    **dict.fromkeys(("suicide_attempt", "psychiatric", "pregnancy", "child_harm"), 8),
    **dict.fromkeys(("infection", "sudden_stop", "violence_at_home"), 24),
    "tuberculosis": 72,
}
EVERYWHERE = (
    Call("112", "112", lambda: _("Keadaan darurat")),
    Call("119 ext. 8", "119,8", lambda: _("Kesehatan jiwa (Kemenkes)")),
    Call("129", "129", lambda: _("SAPA: perempuan dan anak")),
    Call("184", "184", lambda: _("BNN: NAPZA")),
)


def register() -> None:
    for flag in RED_FLAGS:
        SIGNS.add(flag.code, _sign(flag))


def _sign(flag: RedFlag) -> Sign:
    return Sign(
        code=flag.code,
        name=partial(say, flag.sign),
        do_now=partial(say, flag.do_now),
        within_hours=HOURS[flag.code],
        kind="protection" if flag.group == "protection" else "medical",
        calls=(*_own_calls(flag.hotlines), *EVERYWHERE),
    )


def _own_calls(numbers: Iterable[str]) -> Iterable[Call]:
    """Those of the flag that are not called everywhere."""
    general = {call.number for call in EVERYWHERE}
    return [
        Call(line.number, line.number, partial(say, line.label))
        for line in HOTLINES
        if line.number in numbers and line.number not in general
    ]
