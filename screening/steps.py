"""Whether a re-screening speaks for another level of care. Plain rules (domain facts, section 4); a person decides.

A step up never goes below the present base. A medical sign is a referral, no step: cough, a wound or yellow eyes
call for a clinic, not for a dormitory. What was seen to by a clinician but shows a life in danger, and whoever is
not protected where they live, do speak for a step.
"""

from dataclasses import dataclass

from screening.engine.levels import BASE_OF, BASES, RISKS, Risk, is_risk, one_up, worst
from screening.enums import StepDirection, StepReason


LIFE_IN_DANGER = frozenset({"overdose", "suicide_intent", "suicide_attempt", "psychiatric"})
NOT_PROTECTED = frozenset({"child_harm", "violence_at_home"})
SAFE_FROM_HOME = BASES[1]  # the lightest base that is not the family


@dataclass(frozen=True, slots=True)
class Seen:
    """What one screening found; `risk` is "" when it ended at a red flag that still waits for a clinician.

    `signs` are the red flags raised in it. `base` is the one that the rules proposed.
    """

    risk: str
    base: str = ""
    uses_weekly: bool = False
    home_safe: bool | None = None
    is_relapse: bool = False
    is_review: bool = True
    signs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    direction: StepDirection
    reasons: tuple[StepReason, ...]
    risk: str
    base: str


def proposed_step(risk: str, base: str, now: Seen, last: Seen | None) -> Step | None:
    """Of a case of this class and base; `last` is the screening before, the first one included."""
    if not (is_risk(risk) and is_risk(now.risk)):
        return None
    if reasons := _reasons_up(risk, base, now, last):
        higher = _class_up(risk, now, last)
        place = _place_up(higher, base, now)
        if (higher, place) == (risk, base):  # nothing heavier to go to
            return None
        return Step(StepDirection.UP, reasons, higher, place)
    lasting = _lasting(now, last)
    if lasting and _heavier(risk, lasting):
        # Never lighter than the rules propose now: they may bar the family base at a low class.
        place = min((_heaviest(BASE_OF[lasting], now.base), base), key=_weight)
        return Step(StepDirection.DOWN, (StepReason.CLASS_FELL,), lasting, place)
    return None


def _reasons_up(risk: Risk, base: str, now: Seen, last: Seen | None) -> tuple[StepReason, ...]:
    found = {
        StepReason.RED_FLAG: _life_in_danger(now),
        StepReason.CLASS_ROSE: is_risk(now.risk) and _heavier(now.risk, risk),
        StepReason.WEEKLY_USE: _fell_back(now, last),
        StepReason.SAFETY_LOSS: _lost_home(now, last) or _must_leave(base, now),
    }
    return tuple(reason for reason, holds in found.items() if holds)


def _life_in_danger(now: Seen) -> bool:
    return bool(LIFE_IN_DANGER.intersection(now.signs))


def _must_leave(base: str, now: Seen) -> bool:
    return base == BASES[0] and bool(NOT_PROTECTED.intersection(now.signs))


def _fell_back(now: Seen, last: Seen | None) -> bool:
    came_back = last is not None and not last.uses_weekly
    return now.uses_weekly and (now.is_relapse or came_back)


def _lost_home(now: Seen, last: Seen | None) -> bool:
    """Also where nobody had judged it before: unknown was not safe."""
    return now.home_safe is False and not (last is not None and last.home_safe is False)


def _class_up(risk: Risk, now: Seen, last: Seen | None) -> Risk:
    """The class found when that is the heavier one, else one class more; leaving a home alone moves no class."""
    if is_risk(now.risk) and _heavier(now.risk, risk):
        return now.risk
    heavier = _life_in_danger(now) or _fell_back(now, last) or _lost_home(now, last)
    return one_up(risk) if heavier else risk


def _place_up(higher: Risk, base: str, now: Seen) -> str:
    """What the rules propose for a class that they found, else the base of the class; never below the present."""
    wanted = now.base if now.base and now.risk == higher else BASE_OF[higher]
    away = SAFE_FROM_HOME if _must_leave(base, now) else ""
    return _heaviest(wanted, base, away)


def _lasting(now: Seen, last: Seen | None) -> Risk | None:
    """The class that held at two re-screenings running: the heavier of both."""
    if last is None or not (now.is_review and last.is_review):
        return None
    return worst((now.risk, last.risk)) if is_risk(now.risk) and is_risk(last.risk) else None


def _heavier(one: Risk, other: Risk) -> bool:
    return RISKS.index(one) > RISKS.index(other)


def _heaviest(*bases: str) -> str:
    return max((base for base in bases if base), key=_weight)


def _weight(base: str) -> int:
    return [str(known) for known in BASES].index(base)
