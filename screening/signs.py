"""The red flags of the engine as safety shows them: what to do now, by when, and whom to call."""

from functools import partial

from safety.signs import SIGNS, Call, Sign
from screening.engine.red_flags import ALL, HOTLINES, RedFlag
from screening.interview.asks import say


EVERYWHERE = ("112", "119 ext. 8", "129", "184")


def register() -> None:
    for flag in ALL:
        SIGNS.add(flag.code, _sign(flag))


def _sign(flag: RedFlag) -> Sign:
    return Sign(
        code=flag.code,
        name=partial(say, flag.sign),
        do_now=partial(say, flag.do_now),
        within_hours=flag.within_hours,
        kind=flag.kind,
        calls=_calls(flag),
    )


def _calls(flag: RedFlag) -> tuple[Call, ...]:
    """Those of the flag that are not called everywhere, then those that are."""
    own = [line for line in HOTLINES if line.number in set(flag.hotlines) - set(EVERYWHERE)]
    general = [line for line in HOTLINES if line.number in EVERYWHERE]
    return tuple(Call(line.number, line.tel, partial(say, line.label)) for line in own + general)
