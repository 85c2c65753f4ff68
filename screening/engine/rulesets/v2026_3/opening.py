"""Before the steps: which flags hold, which only bar or warn, and what each result says of the present."""

from dataclasses import replace

from screening.engine import instruments
from screening.engine.cases import Case, is_used_now, own_risk
from screening.engine.facts import Facts
from screening.engine.levels import RISKS, Risk, worst
from screening.engine.red_flags import ALL, PREGNANCY_USE, RedFlag, following, is_listed, raised
from screening.engine.results import Band, Result
from screening.engine.rulesets.v2026_1.law import ADULT_FROM
from screening.engine.rulesets.v2026_3.signs import audit_total, daily_any
from screening.engine.scale_results import ScaleResult


CHILD_BEFORE = (
    15  # any use is a concern of its own (NIAAA 2011: 12-14 years, any drinking at least moderate)
)
YOUTH_ALCOHOL_FROM = 2  # ASSIST-Y, alcohol: best cut-off (Eur Addict Res 2019;25:68)
AUDIT_FROM: tuple[tuple[int, Risk], ...] = ((20, "high"), (8, "moderate"), (0, "low"))
"""By the total; items 4-6, 9 and 10 raise the advice (WHO 2001), never the class."""


def rate(result: object, facts: Facts) -> object:
    if isinstance(result, Result) and result.instrument == "assist" and result.all_bands:
        return worst(_band_now(result, band, facts) for band in result.all_bands)
    if (
        isinstance(result, ScaleResult)
        and result.instrument == "audit"
        and result.total is not None
    ):
        return next(risk for least, risk in AUDIT_FROM if audit_total(result) >= least)
    return own_risk(result, facts)


def _band_now(result: Result, band: Band, facts: Facts) -> Risk:
    """What was never taken in the last three months is no present need, whatever questions 6 and 7 add up to."""
    if band.substance == "tobacco" or not is_used_now(band):
        return "low"
    risk = band.risk if facts.first_screening is not False else _risk_of_now(result, band)
    if facts.age is None or facts.age >= ADULT_FROM:
        return risk
    early = facts.age < CHILD_BEFORE
    youth = band.substance == "alcohol" and band.score >= YOUTH_ALCOHOL_FROM
    return max(risk, "moderate" if early or youth else "low", key=RISKS.index)


def _risk_of_now(result: Result, band: Band) -> Risk:
    """At a re-screening what happened "earlier" stays out: else nobody could ever be stepped down."""
    earlier = sum(part.points for part in band.parts if part.answer == "earlier")
    instrument = instruments.get(result.instrument, result.version)
    return instrument.substance(band.substance).risk(band.score - earlier)


def open_case(case: Case) -> Case:
    case = replace(case, now_only=True)
    flags = raised(_codes(case), ALL)
    holding = [flag for flag in flags if flag.kind == "medical" and not _result(case, flag)]
    protection = [flag for flag in flags if flag.kind == "protection"]
    settled = case.facts.protection_settled is True
    return replace(
        case,
        flags=tuple(holding),
        concerns=() if settled else tuple(protection),
        notices=tuple(flag for flag in flags if flag.kind == "notice"),
        treated=tuple(
            (flag, result)
            for flag in flags
            if flag.kind == "medical" and (result := _result(case, flag))
        ),
    )


def _codes(case: Case) -> set[str]:
    """What was raised by people, by a questionnaire's item, and what follows from the answers.

    An unlisted code with a result is left out: there is nothing to say of it.
    """
    facts = case.facts
    codes = {*facts.red_flags, *(code for scale in case.scales for code in scale.flags)}
    codes |= {"severe_loss"} if facts.severe_loss is True else set()
    codes |= {
        *following(
            is_pregnant=facts.pregnant is True,
            uses_daily=daily_any(case),
            stopped_drinking=facts.drinking_stopped_suddenly is True,
        )
    }
    return {code for code in codes if is_listed(code) or code not in facts.medical_results}


def _result(case: Case, flag: RedFlag) -> str:
    """What came of a medical flag; "" while nobody has recorded it."""
    facts = case.facts
    if flag.code == "tuberculosis" and facts.tb_treatment is True:
        return "treatment"
    if flag.code == "tuberculosis" and facts.tb_tested is True:
        return "cleared"
    if flag == PREGNANCY_USE and "pregnancy" in facts.medical_results:
        return facts.medical_results["pregnancy"]
    return facts.medical_results.get(flag.code, "")
