"""How the events of this app are read."""

from django.utils.translation import gettext_lazy as _

from clients.events import EventGroup
from clients.texts import Text, Words, as_is, day, one_of, text
from safety.enums import Danger, Outcome, SafetyEvent as E, Source
from safety.signs import names_of


def _of_a_result(title: Words) -> Text:
    return text(
        title,
        _("Diperiksa %(on)s."),
        _("Tanda bahaya: %(signs)s."),
        outcome=one_of(Outcome),
        on=day,
        signs=names_of,
    )


TEXTS: dict[E, Text] = {
    E.REFERRED: text("%(signs)s", _("Ke %(place)s."), signs=names_of, place=as_is).in_tone(
        "danger"
    ),
    E.SENT: text("", _("Ke %(place)s."), place=as_is),
    E.RESULT: _of_a_result(_("Hasil rujukan medis: %(outcome)s")),
    E.SCREENING_GOES_ON: _of_a_result(_("Hasil rujukan medis: %(outcome)s; skrining dilanjutkan")),
    E.DECIDING_GOES_ON: _of_a_result(_("Hasil rujukan medis: %(outcome)s; keputusan dilanjutkan")),
    E.OVERDUE: text("", _("Hasil ditunggu sejak %(since)s."), since=day).in_tone("danger"),
    E.CONCERN: text("%(what)s", "%(source)s", what=one_of(Danger), source=one_of(Source)).in_tone(
        "danger"
    ),
    E.CONCERN_STEP: text(_("Pelindungan: %(what)s"), what=one_of(Danger)),
    E.CONCERN_SETTLED: text(_("Pelindungan selesai: %(what)s"), what=one_of(Danger)),
}
EVENTS = ((EventGroup("safety", _("Keselamatan"), order=15), TEXTS),)
