"""The published instruments in the words of their reader: what is asked, what counts, what it means."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from clients.enums import Risk
from screening import engine
from screening.engine import Scale, Text, instruments
from screening.engine.instrument import Instrument, Option, Question
from screening.engine.levels import Risk as RiskCode
from screening.engine.scale import Item, ScaleBand
from screening.instrument_notes import notes_on
from screening.interview.asks import say


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that is asked, its answers with their points, and what is special about it."""

    number: int
    code: str
    prompt: str
    hint: str
    choices: tuple[tuple[str, int | None], ...]
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class BandRow:
    label: str
    limits: str
    risk: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One published version, for reading only."""

    code: str
    version: str
    title: str
    intro: str
    period: str
    licence: str
    source: str
    scoring: str
    items: int
    is_newest: bool
    groups: tuple[Group, ...]
    bands: tuple[BandRow, ...]
    views: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def names_risks(self) -> bool:
        return any(band.risk for band in self.bands)


def sheets() -> tuple[Sheet, ...]:
    """Every published version, ASSIST first, the newest of each before its older ones."""
    assist = [of_instrument(one) for one in reversed(instruments.published())]
    ordered = sorted(
        enumerate(engine.published_scales()),
        key=lambda pair: (_place(pair[1].code), -pair[0]),
    )
    return (*assist, *(of_scale(scale) for _number, scale in ordered))


def sheet(code: str, version: str) -> Sheet | None:
    return next((one for one in sheets() if (one.code, one.version) == (code, version)), None)


def _place(code: str) -> int:
    return [scale.code for scale in engine.scales()].index(code)


def of_scale(scale: Scale) -> Sheet:
    return Sheet(
        code=scale.code,
        version=scale.version,
        title=say(scale.title),
        intro=say(scale.intro),
        period=say(scale.period),
        licence=say(scale.licence),
        source=scale.source,
        scoring=say(scale.scoring),
        items=len(scale.items),
        is_newest=engine.get_scale(scale.code) is scale,
        groups=(Group("", tuple(_item(scale, item) for item in scale.items)),),
        bands=_bands(scale.bands),
        views=tuple(say(view.title) for view in scale.views),
        notes=notes_on(scale.code),
    )


def _item(scale: Scale, item: Item) -> Row:
    remarks = [say(scale.domain(item.domain).title)] if item.domain else []
    if item.reverse:
        remarks.append(_("nilai dibalik"))
    if item.flag:
        remarks.append(_("tanda bahaya bila ya"))
    if not item.counted:
        remarks.append(_("tidak dijumlahkan"))
    return Row(
        number=scale.items.index(item) + 1,
        code=item.code,
        prompt=say(item.prompt),
        hint=_said(item.hint),
        choices=tuple((say(option.label), _points(item, option)) for option in item.options),
        remarks=tuple(remarks),
    )


def _points(item: Item, option: Option) -> int | None:
    counts = item.counted and option.value not in item.apart
    return item.points(option) if counts else None


def _said(text: Text | None) -> str:
    return say(text) if text else ""


def _bands(bands: tuple[ScaleBand, ...]) -> tuple[BandRow, ...]:
    rows = []
    for number, band in enumerate(bands):
        start = _("di atas %(n)s") if band.above else _("mulai %(n)s")
        if number == 0:
            start = _("dari %(n)s")
        rows.append(BandRow(say(band.label), start % {"n": band.start}, _risk(band.risk)))
    return tuple(rows)


def _risk(risk: RiskCode | None) -> str:
    return str(Risk(risk).value) if risk else ""


def of_instrument(instrument: Instrument) -> Sheet:
    return Sheet(
        code=instrument.code,
        version=instrument.version,
        title=say(instrument.title),
        intro=_("Wawancara oleh petugas terlatih; tidak untuk diisi sendiri oleh klien."),
        period=_("seumur hidup dan 3 bulan terakhir"),
        licence=say(instrument.licence),
        source=instrument.source,
        scoring=_(
            "Skor tiap zat adalah jumlah nilai butir 2 sampai 7 (tembakau tanpa butir 5). Tidak ada jumlah "
            "untuk semua zat. Kelas klien adalah kelas tertinggi dari semua zat selain tembakau."
        ),
        items=len(instrument.questions),
        is_newest=instruments.get(instrument.code) is instrument,
        groups=tuple(
            Group(say(section.title), tuple(_question(instrument, q) for q in section.questions))
            for section in instrument.sections
        ),
        bands=tuple(
            BandRow(
                say(substance.label),
                _("sedang mulai %(moderate)s, tinggi mulai %(high)s")
                % {"moderate": substance.moderate_from, "high": substance.high_from},
            )
            for substance in instrument.substances
        ),
        notes=notes_on(instrument.code),
    )


def _question(instrument: Instrument, question: Question) -> Row:
    remarks = [_("untuk tiap zat")] if question.per_substance else []
    if not question.counted:
        remarks.append(_("tidak dijumlahkan"))
    return Row(
        number=instrument.questions.index(question) + 1,
        code=question.code,
        prompt=say(question.prompt),
        hint=say(question.hint),
        choices=tuple(
            (say(option.label), option.points if question.counted else None)
            for option in question.options
        ),
        remarks=tuple(remarks),
    )
