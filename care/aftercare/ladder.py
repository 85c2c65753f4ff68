"""How somebody who does not answer is looked for, and when they may be called lost (domain facts, section 5).

Facts in, sentences out. “Temporarily not found” is no column: it follows from the tries since somebody was last heard
of, and ends with the next word from them.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from django.utils.translation import gettext as _, ngettext

from care.enums import ON_THE_SPOT, SEARCHING
from common.dates import day


TRIES = 3
SPAN = timedelta(days=14)
CHANNELS = 3
LOST_AFTER = timedelta(days=90)
CORE_MISSED = 2


class Try(NamedTuple):
    on: date
    channel: str


@dataclass(frozen=True, slots=True)
class Ladder:
    """`tries` without an answer since `heard_on`, the oldest first; `core_missed` core points gone by since then."""

    heard_on: date
    tries: tuple[Try, ...] = ()
    core_missed: int = 0

    @property
    def not_found_since(self) -> date | None:
        """The day of the try with which it was enough."""
        for place, one in enumerate(self.tries):
            if not missing(self.tries[: place + 1]):
                return one.on
        return None

    @property
    def lost_from(self) -> date:
        return self.heard_on + LOST_AFTER

    @property
    def missing(self) -> list[str]:
        """What has to be tried before somebody is temporarily not found."""
        return missing(self.tries)

    def missing_for_lost(self, today: date) -> list[str]:
        found = self.missing
        if self.core_missed < CORE_MISSED and today < self.lost_from:
            sentence = _(
                "Belum 90 hari tanpa kabar (genap pada %(day)s), dan baru %(n)d dari %(all)d titik inti terlewat."
            )
            about = {"day": day(self.lost_from), "n": self.core_missed, "all": CORE_MISSED}
            found = [*found, sentence % about]
        return found


def missing(tries: tuple[Try, ...]) -> list[str]:
    """Three days, over two weeks, by three channels, once at the door or through a volunteer."""
    days, channels = {one.on for one in tries}, {one.channel for one in tries}
    found = []
    if (few := TRIES - len(days)) > 0:
        sentence = ngettext(
            "Kurang %(n)d upaya pada hari yang lain.",
            "Kurang %(n)d upaya pada hari yang lain.",
            few,
        )
        found.append(sentence % {"n": few})
    if tries and max(days) - min(days) < SPAN:
        sentence = _("Belum mencakup 14 hari: upaya berikut pada %(day)s atau sesudahnya.")
        found.append(sentence % {"day": day(min(days) + SPAN)})
    if (few := CHANNELS - len(channels)) > 0:
        names = ", ".join(str(one.label) for one in SEARCHING if one not in channels)
        sentence = ngettext(
            "Kurang %(n)d cara: pilih di antara %(names)s.",
            "Kurang %(n)d cara: pilih di antara %(names)s.",
            few,
        )
        found.append(sentence % {"n": few, "names": names})
    elif not channels.intersection(ON_THE_SPOT):
        found.append(_("Belum ada kunjungan rumah atau upaya melalui kader."))
    return found
