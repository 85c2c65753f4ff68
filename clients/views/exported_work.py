"""What waits, and the country's read log, as they may be taken out."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _, gettext_lazy

from accounts.models import User
from accounts.scopes import watching
from clients.accesses import NUMBERS_SHOWN, of_the_country, with_numbers
from clients.forms.accesses import NationalAccessFilter
from clients.models.wait import Wait
from clients.permissions import can_list_tasks, can_watch_accesses
from clients.views.tasks import asks_for_all, waits_of
from clients.waits import label_of
from common import dates
from common.enums import ReadAction
from common.listings import Cell, Column, Found, Listing, Query
from common.scope import acting


# Counting the log takes for ever: beyond so many rows one narrows it (exports refuses one more than it takes).
MOST_OF_THE_LOG = 20_001


def _waiting(user: User, query: Query, at: datetime) -> Iterable[Found]:
    waits = waits_of(user, timezone.localdate(at), of_all=asks_for_all(user, query))
    rows = waits.urgent_first().values_list("pk", "client__pk")
    return ((pk, () if client is None else (client,)) for pk, client in rows)


def _waits(user: User, ids: list[int], at: datetime) -> Iterator[tuple[int, tuple[Cell, ...]]]:
    rows = Wait.objects.visible_to(user).filter(pk__in=ids).with_names()
    for wait in rows:
        yield wait.pk, _of_wait(wait, at)


def _of_wait(wait: Wait, at: datetime) -> tuple[Cell, ...]:
    holder = wait.person or wait.at_institution
    return (
        str(label_of(wait)),
        wait.client.registration_number if wait.client else "",
        wait.client.name if wait.client else "",
        holder.name if holder else "",
        wait.last_day,
        wait.days_late(timezone.localdate(at)) or None,
        wait.falls_on,
    )


def _whose_tasks(user: User, query: Query) -> list[str]:
    return [_("Seluruh lembaga") if asks_for_all(user, query) else _("Tugas saya")]


TASKS = Listing(
    label=gettext_lazy("Tugas"),
    order=20,
    page="clients:tasks",
    may=can_list_tasks,
    columns=(
        Column(gettext_lazy("Tugas"), 34),
        Column(gettext_lazy("Nomor klien"), 16),
        Column(gettext_lazy("Nama"), 28),
        Column(gettext_lazy("Pelaksana"), 26),
        Column(gettext_lazy("Paling lambat"), 13),
        Column(gettext_lazy("Hari terlambat"), 9),
        Column(gettext_lazy("Ditutup otomatis pada"), 13),
    ),
    found=_waiting,
    rows=_waits,
    said=_whose_tasks,
)


def _logged(user: User, query: Query, _at: datetime) -> Iterable[Found]:
    entries = of_the_country(NationalAccessFilter(query).asked())
    with acting(watching(user)):
        rows = list(entries.values_list("pk", "client_ids")[:MOST_OF_THE_LOG])
    return ((pk, tuple(people[:NUMBERS_SHOWN])) for pk, people in rows)


def _log(user: User, ids: list[int], _at: datetime) -> Iterator[tuple[int, tuple[Cell, ...]]]:
    """Numbers of clients, never names, and of each row the first few, as on the page."""
    with acting(watching(user)):
        lines = with_numbers(of_the_country(NationalAccessFilter({}).asked()).filter(pk__in=ids))
    for line in lines:
        entry = line.entry
        yield (
            entry.pk,
            (
                entry.at,
                entry.user.name,
                entry.user.get_role_display(),
                entry.user.institution.name if entry.user.institution else "",
                str(ReadAction(entry.action).label),
                ", ".join(line.people.values()),
                len(entry.client_ids),
                entry.purpose,
            ),
        )


def _said_of_log(_user: User, query: Query) -> list[str]:
    asked = NationalAccessFilter(query).asked()
    return [
        *([str(ReadAction(asked.action).label)] if asked.action else []),
        *([_("Sejak %(day)s") % {"day": dates.day(asked.since)}] if asked.since else []),
        *([_("Sampai %(day)s") % {"day": dates.day(asked.until)}] if asked.until else []),
        *(text for text in (asked.client, asked.user) if text),
    ]


ACCESSES = Listing(
    label=gettext_lazy("Riwayat akses"),
    order=70,
    page="audit:accesses",
    may=can_watch_accesses,
    columns=(
        Column(gettext_lazy("Waktu"), 18),
        Column(gettext_lazy("Petugas"), 26),
        Column(gettext_lazy("Peran"), 18),
        Column(gettext_lazy("Lembaga"), 26),
        Column(gettext_lazy("Tindakan"), 24),
        Column(gettext_lazy("Nomor klien"), 30),
        Column(gettext_lazy("Jumlah klien"), 9),
        Column(gettext_lazy("Keperluan"), 40),
    ),
    found=_logged,
    rows=_log,
    said=_said_of_log,
)
