"""The list of agreements as it may be taken out."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy

from common.listings import Cell, Column, Found, Listing, Query
from partners.filters import AgreementFilter
from partners.models import Agreement
from partners.selectors import agreement_statuses, soonest_end_first
from partners.views.chips import STATUSES


def _everybody(_user: Any) -> bool:
    """Partners are read by all who are signed in."""
    return True


def _found(_user: Any, query: Query, at: datetime) -> Iterable[Found]:
    today = timezone.localdate(at)
    rows, status = AgreementFilter(query, Agreement.objects.all()).qs, query.get("status", "")
    if status in (statuses := agreement_statuses(today)):
        rows = rows.filter(statuses[status])
    return ((pk, ()) for pk in soonest_end_first(rows, today).values_list("pk", flat=True))


def _rows(_user: Any, ids: list[int], at: datetime) -> Iterator[tuple[int, tuple[Cell, ...]]]:
    today = timezone.localdate(at)
    for row in Agreement.objects.filter(pk__in=ids).select_related("institution"):
        yield (
            row.pk,
            (
                row.institution.name,
                row.get_kind_display(),
                row.number,
                row.title,
                row.first_party,
                row.signed_on,
                row.starts_on,
                row.ends_on,
                row.terminated_on,
                str(row.status_on(today).label),
            ),
        )


def _said(_user: Any, query: Query) -> list[str]:
    status = STATUSES.get(query.get("status", ""))
    words = (status, query.get("cari", ""))
    return [str(word) for word in words if word]


AGREEMENTS = Listing(
    label=gettext_lazy("Perjanjian"),
    order=50,
    page="partners:agreements",
    may=_everybody,
    columns=(
        Column(gettext_lazy("Mitra"), 30),
        Column(gettext_lazy("Jenis"), 8),
        Column(gettext_lazy("Nomor"), 26),
        Column(gettext_lazy("Tentang"), 40),
        Column(gettext_lazy("Pihak pertama"), 28),
        Column(gettext_lazy("Ditandatangani pada"), 13),
        Column(gettext_lazy("Berlaku mulai"), 13),
        Column(gettext_lazy("Berlaku sampai"), 13),
        Column(gettext_lazy("Diakhiri pada"), 13),
        Column(gettext_lazy("Status"), 18),
    ),
    found=_found,
    rows=_rows,
    said=_said,
)
