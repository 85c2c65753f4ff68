"""From results and facts to a proposal: safety, then law, then class, then adjusters.

Deterministic and without I/O: the same results and facts under the same ruleset give the same
proposal. Capacity, overrides and the decision itself are not the engine's.
"""

from dataclasses import replace

from screening.engine import red_flags, rulesets
from screening.engine.cases import Case, assist_of, read_results, scales_of
from screening.engine.facts import FactsRead, read_facts
from screening.engine.levels import BASE_OF, BASES, RISKS, Base, Risk, one_down, one_up, worst
from screening.engine.proposals import Argument, Note, Proposal, Unsettled
from screening.engine.rules import EXPLAINING, Effect, Ruleset
from screening.engine.texts import Text, same


CAPPED: Risk = "moderate"


def route(results: object, facts: object = None, ruleset: str | None = None) -> Proposal:
    """Propose a care base from screening results by instrument name, and facts (see facts.py).

    Never raises for what it is given about a client: what cannot be used is named in a warning.
    Raises UnknownRuleset for a ruleset that was never published.
    """
    rules = rulesets.get(ruleset)
    facts_read = read_facts(facts, rules.checks)
    case = place(adjust(classify(_opened(results, facts_read, rules), rules), rules), rules)
    return Proposal(
        ruleset=rules.version,
        state=_state(case, rules),
        base=case.base,
        risk=case.risk,
        base_from_class=case.own_base,
        supporting=_supporting(case, rules),
        reason_notes=_flag_notes(case, rules) + _notes(case, rules, *EXPLAINING),
        warning_notes=_notes(case, rules, Effect.WARNING) + _complaints(results, facts_read, rules),
        change_notes=_notes(case, rules, Effect.CHANGE),
        arguments=_arguments(case, rules),
        readings=case.readings,
        months=_months(case, rules),
        holds=tuple(flag.code for flag in case.flags) if rules.lenses else (),
        barred=_barred(case, rules),
        conditions=tuple(need.code for need in rules.conditions if need.when(case)),
        lenses=tuple(lens.seen(case) for lens in rules.lenses),
        before=_before(case, rules),
    )


def classify(case: Case, rules: Ruleset) -> Case:
    """Step C. A red flag, something unclear, or no result at all, leaves the class open."""
    if not case.readings or _is_held(case, rules):
        return case
    tools_risk = worst(reading.risk for reading in case.readings)
    classed = replace(case, tools_risk=tools_risk, start=tools_risk)
    return replace(classed, start=RISKS[-1]) if rules.holding(classed, Effect.TOP) else classed


def adjust(case: Case, rules: Ruleset) -> Case:
    """Step D: at most one class up however much raises, or one class down when nothing does."""
    if case.start is None:
        return case
    weighed = replace(case, raises=_codes(case, rules))
    risk = _adjusted(weighed, case.start, rules)
    return replace(weighed, risk=risk, own_base=BASE_OF[risk])


def place(case: Case, rules: Ruleset) -> Case:
    """The lead base: none before safety, then the order of a court, then a preference, then class.

    A base that is barred gives way to the next heavier one.
    """
    if _is_held(case, rules):
        return case
    preferred = [rule.base for rule in rules.holding(case, Effect.PLACE)]
    wanted = _plain(case.facts.court_order) if case.facts.court_order else None
    base = wanted or (preferred[0] if preferred else case.own_base)
    return replace(case, base=_open_base(base, _barred(case, rules)))


def _open_base(base: Base | None, barred: tuple[Base, ...]) -> Base | None:
    if base is None:
        return None
    return next(heavier for heavier in BASES[BASES.index(base) :] if heavier not in barred)


def _barred(case: Case, rules: Ruleset) -> tuple[Base, ...]:
    bases = {rule.base for rule in rules.holding(case, Effect.BAR)}
    return tuple(base for base in BASES[:-1] if base in bases)


def _is_held(case: Case, rules: Ruleset) -> bool:
    return bool(case.flags or rules.holding(case, Effect.HOLD))


def _opened(results: object, facts_read: FactsRead, rules: Ruleset) -> Case:
    facts = facts_read.facts
    readings, _ = read_results(results, facts, rules.rate)
    opened = Case(
        facts,
        flags=red_flags.raised(facts.red_flags, rules.flags),
        readings=readings + rules.read(facts),
        assist=assist_of(results),
        scales=scales_of(results),
        unclear=tuple(name for name in facts_read.unusable if name in rules.safety),
    )
    return rules.open(opened)


def _codes(case: Case, rules: Ruleset) -> tuple[str, ...]:
    return tuple(rule.code for rule in rules.holding(case, Effect.RAISE))


def _adjusted(case: Case, start: Risk, rules: Ruleset) -> Risk:
    if case.raises:
        found = one_up(start)
    else:
        found = one_down(start) if rules.holding(case, Effect.LOWER) else start
    return min(found, CAPPED, key=RISKS.index) if rules.holding(case, Effect.CAP) else found


def _plain(base: Base) -> Base:
    """The engine's own word for a base that may arrive as another app's enum."""
    return BASES[BASES.index(base)]


def _state(case: Case, rules: Ruleset) -> str:
    if case.flags:
        return "medical_first"
    if rules.holding(case, Effect.HOLD):
        return "unclear"
    if case.facts.court_order:
        return "ordered"
    return "proposed" if case.base else "no_result"


def _supporting(case: Case, rules: Ruleset) -> tuple[Base, ...]:
    bases = {rule.base for rule in rules.holding(case, Effect.SUPPORT)}
    return tuple(base for base in BASES if base in bases)


def _arguments(case: Case, rules: Ruleset) -> tuple[Argument, ...]:
    """Only where there is a base to weigh."""
    if case.base is None:
        return ()
    return tuple(
        Argument(rule.base, rule.effect == Effect.FOR, rule.note(case))
        for rule in rules.holding(case, Effect.FOR, Effect.AGAINST)
        if rule.base
    )


def _months(case: Case, rules: Ruleset) -> tuple[int, int] | None:
    """What the order says, else the ruleset's range for the base."""
    if case.base is None:
        return None
    if case.facts.court_order and case.facts.order_months:
        return case.facts.order_months, case.facts.order_months
    return rules.programme.get(case.base)


def _notes(case: Case, rules: Ruleset, *effects: Effect) -> tuple[Note, ...]:
    notes = (rule.note(case) for rule in rules.holding(case, *effects))
    return tuple(note._replace(lens=rules.lens_of.get(note.code, "")) for note in notes)


def _before(case: Case, rules: Ruleset) -> tuple[Unsettled, ...]:
    """In the order of the kinds; nobody leaves while there is no base to leave for."""
    if case.base is None:
        return ()
    said = {rule.code for rule in rules.holding(case, Effect.WARNING)}
    return tuple(Unsettled(kind, code) for code, kind in rules.before.items() if code in said)


def _flag_notes(case: Case, rules: Ruleset) -> tuple[Note, ...]:
    codes = {flag: f"A1_{flag.code.upper()}" for flag in case.flags}
    return tuple(
        Note(
            code,
            Text(
                f"Tanda bahaya: {flag.sign.id}. Rujukan medis dahulu. {flag.do_now.id}",
                f"Red flag: {flag.sign.en}. Medical referral first. {flag.do_now.en}",
            ),
            rules.lens_of.get(code, ""),
        )
        for flag, code in codes.items()
    )


def _complaints(results: object, facts_read: FactsRead, rules: Ruleset) -> tuple[Note, ...]:
    """Warnings about what was given but could not be used, each naming it."""
    _, unusable_results = read_results(results, facts_read.facts)
    listed = {flag.code for flag in rules.flags}
    unlisted = [code for code in facts_read.facts.red_flags if code not in listed]
    named = [
        *(("unknown_fact", name) for name in facts_read.unknown),
        *(("unusable_fact", name) for name in facts_read.unusable),
        *(("unknown_flag", name) for name in unlisted),
        *(("unusable_result", name) for name in unusable_results),
    ]
    return tuple(Note(code, _COMPLAINTS[code].filled({"name": same(name)})) for code, name in named)


_COMPLAINTS = {
    "unknown_fact": Text(
        "Fakta {name} tidak dikenal dan tidak dipakai.", "The fact {name} is unknown and not used."
    ),
    "unusable_fact": Text(
        "Fakta {name} tidak terbaca dan tidak dipakai; periksa isiannya.",
        "The fact {name} cannot be read and is not used; check the entry.",
    ),
    "unknown_flag": Text(
        "Tanda bahaya {name} tidak ada dalam daftar, tetapi tetap diutamakan.",
        "The red flag {name} is not on the list, but still comes first.",
    ),
    "unusable_result": Text(
        "Hasil {name} tidak terbaca dan tidak dipakai.",
        "The result {name} cannot be read and is not used.",
    ),
}
