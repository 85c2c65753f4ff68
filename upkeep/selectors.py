"""How the installation is, thing by thing."""

import datetime as dt
from dataclasses import dataclass

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy as _

from upkeep import looking
from upkeep.enums import Watched
from upkeep.models import Pulse


# How long ago the last good look may be.
GOOD_FOR = {
    Watched.ROUNDS: dt.timedelta(minutes=3),
    Watched.QUEUE: dt.timedelta(minutes=3),
    Watched.DISK: dt.timedelta(minutes=3),
    Watched.BACKUP: dt.timedelta(hours=26),
    Watched.RESTORE: dt.timedelta(days=8),
    Watched.SEALS: dt.timedelta(hours=26),
    Watched.HISTORY: dt.timedelta(hours=26),
    Watched.MAIL: dt.timedelta(hours=3),
    Watched.CERTIFICATE: dt.timedelta(hours=3),
    Watched.SCANNER: dt.timedelta(hours=3),
    Watched.FILES: dt.timedelta(hours=3),
    Watched.RETENTION: dt.timedelta(days=400),
}


@dataclass(frozen=True, slots=True)
class Sign:
    """One line of the page."""

    label: str | Promise
    text: str
    tone: str
    icon: str
    well_at: dt.datetime | None = None
    finding: str = ""


def is_bad(pulse: Pulse, at: dt.datetime) -> bool:
    return not pulse.is_well or at - pulse.seen_at > GOOD_FOR[Watched(pulse.what)]


def signs(at: dt.datetime) -> list[Sign]:
    pulses = {pulse.what: pulse for pulse in Pulse.objects.all()}
    return [
        _of_workers(pulses.get(Watched.ROUNDS), at),
        *(_sign(what, pulses.get(what), at) for what in Watched if what != Watched.ROUNDS),
        _of_alarms(),
    ]


def _of_workers(rounds: Pulse | None, at: dt.datetime) -> Sign:
    """Who stands still is told by the broker: with messages it is the workers, without any the clock."""
    label, waiting = _("Pekerja latar dan jam"), looking.messages_waiting()
    well_at = rounds.well_at if rounds else None
    if waiting is None:
        return Sign(label, gettext("Redis tidak menjawab"), "danger", "circle-x", well_at)
    if rounds and not is_bad(rounds, at):
        text = gettext("Bekerja; %(count)s pesan menunggu") % {"count": waiting}
        return Sign(label, text, "success", "circle-check", well_at)
    text = gettext("Pekerja (worker) berhenti") if waiting else gettext("Jam (beat) berhenti")
    return Sign(label, text, "danger", "circle-x", well_at)


def _sign(what: Watched, pulse: Pulse | None, at: dt.datetime) -> Sign:
    if pulse is None or _is_awaited(pulse, at):
        text = gettext("Belum pernah") if is_set_up(what) else gettext("Belum diatur")
        return Sign(what.label, text, "warning", "alert-triangle")
    if not pulse.is_well:
        return Sign(
            what.label, gettext("Bermasalah"), "danger", "circle-x", pulse.well_at, pulse.finding
        )
    if is_bad(pulse, at):
        text = gettext("Terlambat diperiksa")
        return Sign(what.label, text, "danger", "clock", pulse.well_at, pulse.finding)
    return Sign(
        what.label, gettext("Baik"), "success", "circle-check", pulse.well_at, pulse.finding
    )


def _is_awaited(pulse: Pulse, at: dt.datetime) -> bool:
    return pulse.is_well and pulse.well_at is None and not is_bad(pulse, at)


def is_set_up(what: Watched) -> bool:
    wanted = {
        Watched.BACKUP: settings.BACKUP_DIR,
        Watched.RESTORE: settings.BACKUP_DIR,
        Watched.SCANNER: settings.CLAMD_URL,
        Watched.FILES: settings.CLAMD_URL,
        Watched.RETENTION: settings.RETENTION_YEARS,
        Watched.CERTIFICATE: settings.SITE_URL.startswith("https:"),
        Watched.MAIL: settings.EMAIL_BACKEND.endswith("smtp.EmailBackend"),
    }
    return bool(wanted.get(what, True))


def _of_alarms() -> Sign:
    label, count = _("Alarm lewat surel"), len(settings.OPERATORS)
    if count:
        text = gettext("Ke %(count)s alamat") % {"count": count}
        return Sign(label, text, "success", "circle-check")
    return Sign(label, gettext("Belum diatur"), "warning", "alert-triangle")
