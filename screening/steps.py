"""Whether a re-screening speaks for another level of care. Plain rules (domain facts, section 4); a person decides."""

from dataclasses import dataclass

from screening.engine.levels import BASE_OF, BASES, RISKS, Risk, is_risk, one_up, worst
from screening.enums import StepDirection, StepReason


@dataclass(frozen=True, slots=True)
class Seen:
    """What one screening found; `risk` is "" when a red flag ended it."""

    risk: str
    base: str = ""
    uses_weekly: bool = False
    home_safe: bool | None = None
    is_relapse: bool = False
    is_review: bool = True


@dataclass(frozen=True, slots=True)
class Step:
    direction: StepDirection
    reasons: tuple[StepReason, ...]
    risk: str
    base: str


def proposed_step(risk: str, base: str, now: Seen, last: Seen | None) -> Step | None:
    """Of a case of this class and base; `last` is the screening before, the first one included."""
    if not is_risk(risk):
        return None
    if reasons := _reasons_up(risk, now, last):
        higher, place = _place_up(risk, now)
        if (higher, place) == (risk, base):  # nothing heavier to go to
            return None
        return Step(StepDirection.UP, reasons, higher, place)
    lasting = _lasting(now, last)
    if lasting and _heavier(risk, lasting):
        place = min((BASE_OF[lasting], base), key=_weight)
        return Step(StepDirection.DOWN, (StepReason.CLASS_FELL,), lasting, place)
    return None


def _reasons_up(risk: Risk, now: Seen, last: Seen | None) -> tuple[StepReason, ...]:
    came_back = last is not None and not last.uses_weekly
    was_safe = last is not None and last.home_safe is True
    found = {
        StepReason.RED_FLAG: not now.risk,
        StepReason.CLASS_ROSE: is_risk(now.risk) and _heavier(now.risk, risk),
        StepReason.WEEKLY_USE: now.uses_weekly and (now.is_relapse or came_back),
        StepReason.SAFETY_LOSS: now.home_safe is False and was_safe,
    }
    return tuple(reason for reason, holds in found.items() if holds)


def _place_up(risk: Risk, now: Seen) -> tuple[Risk, str]:
    """The class found when that is the heavier one, else one class more than before."""
    if is_risk(now.risk) and _heavier(now.risk, risk):
        return now.risk, now.base or BASE_OF[now.risk]
    return one_up(risk), BASE_OF[one_up(risk)]


def _lasting(now: Seen, last: Seen | None) -> Risk | None:
    """The class that held at two re-screenings running: the heavier of both."""
    if last is None or not (now.is_review and last.is_review):
        return None
    return worst((now.risk, last.risk)) if is_risk(now.risk) and is_risk(last.risk) else None


def _heavier(one: Risk, other: Risk) -> bool:
    return RISKS.index(one) > RISKS.index(other)


def _weight(base: str) -> int:
    return [str(known) for known in BASES].index(base)
