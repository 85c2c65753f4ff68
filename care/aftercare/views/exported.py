"""The calendar of after-care as it may be taken out."""

import calendar
from collections.abc import Iterable, Iterator
from datetime import date, datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy

from accounts.models import User
from care.aftercare.forms import AgendaFilter
from care.aftercare.selectors import agenda
from care.enums import Span, When
from care.models import FollowUp
from care.shared.chips import month_asked
from clients.permissions import can_list_clients
from common.listings import Cell, Column, Found, Listing, Query


def _found(user: User, query: Query, at: datetime) -> Iterable[Found]:
    """Of the month, where the page shows one; else of what the list is narrowed to."""
    today = timezone.localdate(at)
    rows = agenda.planned(user, AgendaFilter(query, user=user).choice(), today=today)
    if month := _month(query, today):
        last = month.replace(day=calendar.monthrange(month.year, month.month)[1])
        rows = rows.filter(due_on__range=(month, last))
    found = agenda.overdue_first(rows, today=today).values_list("pk", "case__client_id")
    return ((pk, (client,)) for pk, client in found)


def _rows(user: User, ids: list[int], at: datetime) -> Iterator[tuple[int, tuple[Cell, ...]]]:
    rows = FollowUp.objects.visible_to(user).filter(pk__in=ids)
    for row in agenda.overdue_first(rows, today=timezone.localdate(at)):
        client = row.case.client
        yield (
            row.pk,
            (
                client.registration_number,
                client.name,
                str(row.label),
                row.due_on,
                row.window_starts_on,
                row.window_ends_on,
                row.tries,
                row.case.lead_worker.name,
            ),
        )


def _month(query: Query, today: date) -> date | None:
    if query.get("tampilan") != "bulan":
        return None
    return month_asked(query.get("bulan", "")) or today.replace(day=1)


def _said(user: User, query: Query) -> list[str]:
    choice = AgendaFilter(query, user=user).choice()
    month = _month(query, timezone.localdate())
    words = (
        choice.worker.name if choice.worker else "",
        Span(choice.span).label if choice.span else "",
        When(choice.when).label if choice.when else "",
        date_format(month, "F Y") if month else "",
    )
    return [str(word) for word in words if word]


SCHEDULE = Listing(
    label=gettext_lazy("Jadwal pascalayanan"),
    order=40,
    page="care:schedule",
    may=can_list_clients,
    columns=(
        Column(gettext_lazy("Nomor klien"), 16),
        Column(gettext_lazy("Nama"), 28),
        Column(gettext_lazy("Tonggak"), 20),
        Column(gettext_lazy("Jatuh tempo"), 13),
        Column(gettext_lazy("Dihubungi sejak"), 13),
        Column(gettext_lazy("Dihubungi sampai"), 13),
        Column(gettext_lazy("Upaya"), 8),
        Column(gettext_lazy("Pekerja sosial"), 24),
    ),
    found=_found,
    rows=_rows,
    said=_said,
)
