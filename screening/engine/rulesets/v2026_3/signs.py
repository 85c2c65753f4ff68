"""The questions that several rules of 2026.3 ask of a case, each answered in one place."""

from screening.engine.cases import Case, is_used_now
from screening.engine.results import Band
from screening.engine.scale_results import ScaleResult


SRQ20_FROM = 6  # look further (Riskesdas); no disorder, and no reason for a dormitory
AUDIT_SPECIALIST_FROM = 20  # WHO 2001, zone IV
MORNING_DRINK = ("2", "3", "4")  # AUDIT item 6, monthly or more: a sign of dependence
RECOMMENDING = ("prosecutor", "tat")
EARLY_DAYS = 30  # after the end of care, prison or hospital: the most deadly days with opioids
DOWNERS = ("alcohol", "sedatives")


def said_violent(case: Case) -> bool:
    facts = case.facts
    return facts.family_support == "violent" and facts.protection_settled is not True


def violence(case: Case) -> bool:
    """Violence at home that no leader has signed as settled."""
    return said_violent(case) or _concerned(case, "violence_at_home")


def child_in_danger(case: Case) -> bool:
    return _concerned(case, "child_harm")


def threatened(case: Case) -> bool:
    return case.facts.threat is True and case.facts.protection_settled is not True


def concern_open(case: Case) -> bool:
    """Somebody raised a concern that no leader has signed as settled, whatever it is."""
    return case.facts.protection_settled is False


def unprotected(case: Case) -> bool:
    signs = (violence, child_in_danger, threatened, concern_open)
    return any(sign(case) for sign in signs)


def _concerned(case: Case, code: str) -> bool:
    return any(flag.code == code for flag in case.concerns)


def home_unsafe(case: Case) -> bool:
    return case.facts.home_safe is False or case.facts.homeless is True


def home_judged_safe(case: Case) -> bool:
    return case.facts.home_safe is True and case.facts.homeless is not True


def home_unknown(case: Case) -> bool:
    return not home_unsafe(case) and not home_judged_safe(case)


def needs_shelter(case: Case) -> bool:
    """Outpatient care alone would send this person back to where they cannot sleep safely."""
    return home_unsafe(case) or unprotected(case)


def no_family(case: Case) -> bool:
    return case.facts.no_family is True or case.facts.family_support == "none"


def recommended(case: Case) -> bool:
    """A prosecutor's or TAT's paper: weighty, but no verdict."""
    return case.facts.court_order is not None and case.facts.order_by in RECOMMENDING


def verdict(case: Case) -> bool:
    return case.facts.court_order is not None and not recommended(case)


def injects(case: Case) -> bool:
    return case.injecting == "past_3_months" or bool(case.facts.injecting_days_per_month)


def uses_now(case: Case) -> bool:
    """Anything but tobacco within three months; what no ASSIST was asked about is not known to have ended."""
    if case.assist is None or injects(case):
        return True
    if not case.assist.all_bands:
        return case.assist.risk != "low"
    return any(is_used_now(band) for band in case.weighed_bands)


def daily(case: Case, *substances: str) -> bool:
    return any(case.recent_use(substance) == "daily" for substance in substances)


def daily_any(case: Case) -> bool:
    return any(case.recent_use(band.substance) == "daily" for band in case.weighed_bands)


def ever_used(case: Case, substance: str) -> bool:
    """The skip rules ask questions 6 and 7 of every substance ever taken."""
    band = case.band(substance)
    return band is not None and (bool(band.parts) or band.score > 0)


def used_now(case: Case, substance: str) -> bool:
    band = case.band(substance)
    return band is not None and is_used_now(band)


def strong_bands(case: Case, least: int) -> tuple[Band, ...]:
    return tuple(band for band in case.bands_at("moderate", "high") if band.score >= least)


def total(scale: ScaleResult | None) -> int:
    return int(scale.total) if scale and scale.total is not None else 0


def srq20(case: Case) -> int:
    """As reckoned, or as told: whichever is more."""
    return max(case.facts.srq20 or 0, total(case.scale("srq20")))


def audit_total(audit: ScaleResult) -> int:
    """Whoever never drinks is asked items 9 and 10 only (WHO 2001): the others cannot make a class then."""
    if audit.answer("q1") != "0":
        return total(audit)
    return sum(part.points for part in audit.parts if part.question in {"q9", "q10"})


def dependent_drinker(case: Case) -> bool:
    audit = case.scale("audit")
    if audit is None:
        return False
    return audit_total(audit) >= AUDIT_SPECIALIST_FROM or audit.answer("q6") in MORNING_DRINK


def dependent_on_downers(case: Case) -> bool:
    stopped = any(flag.code == "sudden_stop" for flag, _result in case.treated)
    return daily(case, *DOWNERS) or dependent_drinker(case) or stopped


def just_left(case: Case) -> bool:
    days = case.facts.days_since_exit
    return days is not None and days <= EARLY_DAYS


def woman(case: Case) -> bool:
    return case.facts.sex == "female" or case.facts.pregnant is True


def lives_in(case: Case) -> bool:
    """Where the proposal has the client sleep away from home."""
    return case.base == "balai" or (case.base == "institution" and needs_shelter(case))


def in_custody(case: Case) -> bool:
    return case.facts.detained is True or case.facts.legal_status == "prison"


def child_home_safe(case: Case) -> bool:
    """Safety of a child is never assumed: somebody must have judged the home safe."""
    facts = case.facts
    return (
        home_judged_safe(case)
        and not unprotected(case)
        and facts.active_user_in_household is not True
        and facts.family_support not in {"refuses", "none"}
        and facts.no_family is not True
    )


def disabled(case: Case) -> bool:
    return case.facts.disability not in {None, False, "none"}
