"""The list of placements as it may be taken out."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.utils.translation import gettext_lazy

from accounts.models import User
from care.enums import PlacementStatus, Side
from care.models import Placement
from care.placement.selectors import placements as lists
from clients.field_rules import Field
from clients.permissions import can_list_clients
from clients.showing import shown
from common.listings import Cell, Column, Found, Listing, Query


def _found(user: User, query: Query, _at: datetime) -> Iterable[Found]:
    rows = lists.placements(user, lists.side_of(user, query.get("arah", "")))
    if (status := query.get("status", "")) in PlacementStatus.values:
        rows = rows.filter(status=status)
    found = lists.unanswered_first(rows).values_list("pk", "client_id")
    return ((pk, (client,)) for pk, client in found)


def _rows(user: User, ids: list[int], _at: datetime) -> Iterator[tuple[int, tuple[Cell, ...]]]:
    rows = list(Placement.objects.visible_to(user).filter(pk__in=ids).with_people())
    lists.open_names(rows)
    for row in rows:
        yield row.pk, _cells(user, row)


def _cells(user: User, row: Placement) -> tuple[Cell, ...]:
    return (
        row.client.registration_number,
        row.client.name,
        row.case.institution.name,
        _receiver(user, row),
        row.get_base_display(),
        row.case.risk_in_words,
        row.get_status_display(),
        row.requested_at,
        row.answer_due_on,
        row.answered_at,
        row.starts_on,
        row.planned_end_on,
        row.ends_on,
        row.get_end_reason_display() or row.get_decline_reason_display(),
    )


def _receiver(user: User, row: Placement) -> str:
    if row.institution is not None:
        return row.institution.name
    return shown(user, row.client, Field.FAMILY, row.receiver)


def _said(user: User, query: Query) -> list[str]:
    side, status = lists.side_of(user, query.get("arah", "")), query.get("status", "")
    words = [] if side == Side.ALL else [Side(side).label]
    words += [PlacementStatus(status).label] if status in PlacementStatus.values else []
    return [str(word) for word in words]


PLACEMENTS = Listing(
    label=gettext_lazy("Penempatan"),
    order=30,
    page="care:placements",
    may=can_list_clients,
    columns=(
        Column(gettext_lazy("Nomor klien"), 16),
        Column(gettext_lazy("Nama"), 28),
        Column(gettext_lazy("Pengirim"), 26),
        Column(gettext_lazy("Penerima"), 26),
        Column(gettext_lazy("Basis layanan"), 16),
        Column(gettext_lazy("Risiko"), 14),
        Column(gettext_lazy("Status"), 16),
        Column(gettext_lazy("Diajukan pada"), 18),
        Column(gettext_lazy("Jawaban paling lambat"), 13),
        Column(gettext_lazy("Dijawab pada"), 18),
        Column(gettext_lazy("Mulai"), 13),
        Column(gettext_lazy("Rencana berakhir"), 13),
        Column(gettext_lazy("Berakhir"), 13),
        Column(gettext_lazy("Alasan"), 24),
    ),
    found=_found,
    rows=_rows,
    said=_said,
)
