"""The words that rules may put into their sentences, taken from the case in both languages."""

from collections.abc import Callable

from screening.engine import instruments
from screening.engine.cases import Case, Reading
from screening.engine.levels import BASE_LABELS, BASE_OF, RISK_LABELS, Base, Risk
from screening.engine.results import Band
from screening.engine.texts import Text, listed, same


NOTHING = Text("-", "-")
_SOMEBODY = Text("pihak yang berwenang", "the authority")
ORDERED_BY = {
    "judge": Text("hakim", "a judge"),
    "prosecutor": Text("jaksa", "a prosecutor"),
    "tat": Text("Tim Asesmen Terpadu (TAT)", "the integrated assessment team (TAT)"),
}
INSTRUMENTS = {
    "pattern": Text("Pola pemakaian", "Pattern of use"),
    "dsm": Text("Kriteria DSM-5", "DSM-5 criteria"),
    "dast10": Text("DAST-10", "DAST-10"),
}


def words_of(case: Case, text: Text) -> dict[str, Text]:
    """Those that the sentence asks for."""
    named = "".join(text)
    return {name: word(case) for name, word in _WORDS.items() if f"{{{name}}}" in named}


def label_of(substance: str) -> Text:
    """The everyday name of a substance inside a sentence."""
    known = instruments.get("assist").substances
    label = next((s.label for s in known if s.code == substance), same(substance))
    return Text(label.id.lower(), label.en.lower())


def _risk(risk: Risk | None) -> Text:
    return RISK_LABELS[risk] if risk else NOTHING


def _base(base: Base | None) -> Text:
    return BASE_LABELS[base] if base else NOTHING


def _reading(reading: Reading) -> Text:
    name, label = name_of(reading.instrument), RISK_LABELS[reading.risk]
    return Text(f"{name.id} {label.id}", f"{name.en} {label.en}")


def name_of(instrument: str) -> Text:
    """An instrument as a sentence names it."""
    return INSTRUMENTS.get(instrument, same(instrument.upper()))


def _scored(band: Band) -> Text:
    label = label_of(band.substance)
    return Text(f"{label.id} {band.score}", f"{label.en} {band.score}")


def _tobacco(case: Case) -> Text:
    band = case.band("tobacco")
    return _scored(band) if band else NOTHING


def _evidence(case: Case) -> Text:
    """The scores and instruments that arrive at the class, so that nobody has to guess why."""
    risk = case.tools_risk
    if risk is None:
        return NOTHING
    scores = [_scored(band) for band in case.bands_at(risk) if band.score > 0]
    others = [_reading(r) for r in case.readings if r.risk == risk and not _is_assist(case, r)]
    return listed(scores + others) if scores or others else _NO_SCORE


_NO_SCORE = Text("tidak ada skor di luar tembakau", "no score apart from tobacco")


def _is_assist(case: Case, reading: Reading) -> bool:
    return case.assist is not None and reading.instrument == case.assist.instrument


_WORDS: dict[str, Callable[[Case], Text]] = {
    "evidence": _evidence,
    "readings": lambda case: listed([_reading(reading) for reading in case.readings]),
    "heavier_substances": lambda case: listed(
        [_scored(band) for band in case.bands_at("moderate", "high")]
    ),
    "tobacco": _tobacco,
    "start": lambda case: _risk(case.start),
    "risk": lambda case: _risk(case.risk),
    "start_base": lambda case: _base(BASE_OF[case.start] if case.start else None),
    "own_base": lambda case: _base(case.own_base),
    "base": lambda case: _base(case.base),
    "order": lambda case: _base(case.facts.court_order),
    "age": lambda case: same(case.facts.age),
    "days": lambda case: same(case.facts.injecting_days_per_month),
    "relapses": lambda case: same(case.facts.relapses_after_treatment),
    "srq20": lambda case: same(case.facts.srq20),
    "asi": lambda case: same(case.facts.asi_severity),
    "order_by": lambda case: ORDERED_BY.get(case.facts.order_by or "", _SOMEBODY),
    "order_months": lambda case: same(case.facts.order_months),
}
