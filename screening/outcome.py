"""A finished screening in the words of its reader: scores, how they came about, and the proposal."""

from dataclasses import dataclass, field
from typing import Any

from django.utils.timezone import localdate
from django.utils.translation import get_language, gettext as _

from clients.ages import ADULT
from clients.enums import Risk
from partners.enums import CareBase
from screening import engine
from screening.engine.explaining import Explanation
from screening.engine.instrument import Instrument, Substance
from screening.engine.instruments import get
from screening.engine.red_flags import HOTLINES, RedFlag
from screening.engine.rulesets.v2026_1.risk_class import OFTEN_INJECTING_ABOVE
from screening.interview.asks import notes_of, say
from screening.interview.drafts import Draft
from screening.interview.progress import raised_flags
from screening.lenses import Lenses, lenses_of
from screening.models import Screening
from screening.proposals import months_of
from screening.reasons import Reasons, reasons_of


@dataclass(frozen=True, slots=True)
class BandView:
    name: str
    score: int
    highest: int
    risk: str
    lines: tuple[tuple[str, str, int], ...]
    """Question, answer, points."""

    @property
    def risk_label(self) -> str:
        return str(Risk(self.risk).label)


@dataclass(frozen=True, slots=True)
class ProposalView:
    base: str
    risk: str
    supporting: tuple[str, ...]
    reasons: Reasons
    changes: tuple[str, ...]
    ruleset: str
    advice: str
    months: str = ""
    lenses: Lenses = field(default_factory=Lenses)

    @property
    def base_label(self) -> str:
        return str(CareBase(self.base).label) if self.base else ""

    @property
    def risk_label(self) -> str:
        return str(Risk(self.risk).label) if self.risk else ""


@dataclass(frozen=True, slots=True)
class FlagView:
    sign: str
    do_now: str
    hotlines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Scores:
    used: tuple[BandView, ...]
    never_used: tuple[str, ...]
    injecting: str
    contradictions: tuple[tuple[str, str], ...]
    of_a_minor: bool
    instrument: str
    licence: str


def scores(screening: Screening) -> Scores | None:
    """None where a red flag ended the interview before there was a score."""
    if not screening.result:
        return None
    result = engine.Result.from_dict(screening.result)
    instrument = get(result.instrument, result.version)
    bands = [_band(instrument, explanation) for explanation in engine.explain(result)]
    return Scores(
        used=tuple(band for band in bands if band.lines),
        never_used=tuple(band.name for band in bands if not band.lines),
        injecting=_injecting_advice(result, screening.facts),
        contradictions=notes_of(result.contradictions),
        of_a_minor=_was_minor(screening),
        instrument=say(instrument.title),
        licence=say(instrument.licence),
    )


def proposal(screening: Screening) -> ProposalView:
    return proposal_of(screening.proposal or {})


def proposal_of(stored: dict[str, Any]) -> ProposalView:
    return view_of(engine.Proposal.from_dict(stored))


def view_of(frozen: engine.Proposal) -> ProposalView:
    language = get_language() or "id"
    return ProposalView(
        base=frozen.base or "",
        risk=frozen.risk or "",
        supporting=tuple(str(CareBase(base).label) for base in frozen.supporting),
        reasons=reasons_of(frozen),
        changes=_sentences(frozen.would_change_in(language)),
        ruleset=frozen.ruleset,
        advice=say(engine.ADVICE),
        months=months_of(frozen),
        lenses=lenses_of(frozen),
    )


def flags(screening: Screening) -> tuple[FlagView, ...]:
    return tuple(flag_view(flag) for flag in raised_flags(Draft.of(screening)))


def _was_minor(screening: Screening) -> bool:
    """On the day of the interview; the limits of ASSIST were made for adults."""
    return screening.case.client.age_on(localdate(screening.started_at)) < ADULT


def _band(instrument: Instrument, explained: Explanation) -> BandView:
    return BandView(
        name=say(explained.label),
        score=explained.score,
        highest=_highest(instrument, instrument.substance(explained.substance)),
        risk=explained.risk,
        lines=tuple((say(l.prompt), say(l.label), l.points) for l in explained.lines),  # noqa: E741
    )


def _highest(instrument: Instrument, substance: Substance) -> int:
    return sum(
        max(option.points for option in question.options)
        for question in instrument.questions
        if question.counted and substance.code not in question.not_for
    )


def flag_view(flag: RedFlag) -> FlagView:
    numbers = tuple((h.number, say(h.label)) for h in HOTLINES if h.number in flag.hotlines)
    return FlagView(say(flag.sign), say(flag.do_now), numbers)


def _sentences(pairs: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    return tuple(sentence for _code, sentence in pairs)


def _injecting_advice(result: engine.Result, facts: dict[str, object]) -> str:
    """What to offer whoever injects (ASSIST manual, question 8)."""
    days = facts.get("injecting_days_per_month")
    if result.injecting == "earlier":
        return _(
            "Pernah menyuntik, tetapi tidak dalam tiga bulan terakhir. Tawarkan tes HIV, hepatitis B, dan hepatitis C."
        )
    if result.injecting != "past_3_months":
        return ""
    if not isinstance(days, int):
        return _(
            "Menyuntik dalam tiga bulan terakhir, tetapi belum diketahui berapa hari sebulan: tanyakan polanya. Tawarkan tes HIV, hepatitis B, dan hepatitis C."
        )
    if days > OFTEN_INJECTING_ABOVE:
        return _(
            "Menyuntik lebih dari 4 hari sebulan: perlu asesmen lanjutan dan layanan intensif. Tawarkan tes HIV, hepatitis B, dan hepatitis C."
        )
    return _(
        "Menyuntik paling banyak 4 hari sebulan: beri intervensi singkat dan kartu risiko menyuntik. Tawarkan tes HIV, hepatitis B, dan hepatitis C."
    )
