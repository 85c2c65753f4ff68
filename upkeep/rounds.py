"""The rounds: a look at everything near, and one alarm for all that is not well."""

import datetime as dt
import logging
from collections.abc import Callable
from smtplib import SMTPException
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.utils.translation import gettext as _, override

from common.links import link_to
from common.scope import MACHINERY, acting
from upkeep import looking
from upkeep.enums import Watched
from upkeep.models import Pulse
from upkeep.selectors import is_bad, is_set_up
from upkeep.services import note, noting


log = logging.getLogger(__name__)

REMINDER = dt.timedelta(hours=24)
# By the clock, or (the end of files) once a year by a person.
EXPECTED = (
    Watched.BACKUP,
    Watched.RESTORE,
    Watched.SEALS,
    Watched.HISTORY,
    Watched.RETENTION,
)


def make_rounds(*, at: dt.datetime) -> None:
    """Every minute. What is not well is written down and told; it does not end the round."""
    _look(Watched.QUEUE, at, lambda: looking.queue(at))
    _look(Watched.DISK, at, looking.disk)
    note(Watched.ROUNDS, is_well=True, text="", at=at)
    _expect(at)
    raise_alarms(at=at)


def _expect(at: dt.datetime) -> None:
    """What never comes is late too: from the first round on."""
    for what in (what for what in EXPECTED if is_set_up(what)):
        Pulse.objects.get_or_create(what=what, defaults={"is_well": True, "seen_at": at})


def look_outside(*, at: dt.datetime) -> None:
    """Every hour: what costs a call to another machine."""
    if settings.EMAIL_BACKEND.endswith("smtp.EmailBackend"):
        _look(Watched.MAIL, at, looking.mail)
    if urlsplit(settings.SITE_URL).scheme == "https":
        _look(Watched.CERTIFICATE, at, lambda: looking.certificate(at))
    if settings.CLAMD_URL:
        _look(Watched.SCANNER, at, looking.scanner)
        _look(Watched.FILES, at, lambda: looking.held_files(at))


def _look(what: Watched, at: dt.datetime, look: Callable[[], str]) -> None:
    try:
        noting(what, at, look, say=str)
    except (looking.NotWell, OSError, SMTPException) as problem:
        log.warning("%s is not well", what, extra={"cause": type(problem).__name__})


def raise_alarms(*, at: dt.datetime) -> None:
    """One letter for all that has become unwell, again each day while it lasts, and once when it is well again."""
    with acting(MACHINERY), transaction.atomic():
        rows = list(Pulse.objects.select_for_update().order_by("what"))
        bad = [row for row in rows if is_bad(row, at)]
        again = [row for row in rows if row.alarmed_at and row not in bad]
        new = [row for row in bad if not row.alarmed_at or at - row.alarmed_at >= REMINDER]
        if (new or again) and _tell(bad, again):
            _remember(new, at)
            _remember(again, None)


def _remember(rows: list[Pulse], at: dt.datetime | None) -> None:
    Pulse.objects.filter(pk__in=[row.pk for row in rows]).update(alarmed_at=at)


def _tell(bad: list[Pulse], again: list[Pulse]) -> bool:
    """False when the letter could not be sent: the next round tries again."""
    if not settings.OPERATORS:
        return False
    with override(settings.LANGUAGE_CODE):
        subject = _("%(product)s: %(count)s hal perlu diperiksa") % {
            "product": settings.PRODUCT_NAME,
            "count": len(bad),
        }
        body = "\n".join(
            [
                *(f"- {row.get_what_display()}: {row.finding or row.seen_at}" for row in bad),
                *(_("- Baik kembali: %s") % row.get_what_display() for row in again),
                "",
                link_to("upkeep:health"),
            ]
        )
    try:
        send_mail(subject, body, None, settings.OPERATORS)
    except (OSError, SMTPException) as problem:
        log.warning("the alarm was not sent", extra={"cause": type(problem).__name__})
        return False
    return True
