"""The list of clients as it may be taken out: with what this person is shown of each, masks and all."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from django.http import QueryDict
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy

from accounts.models import User
from clients.ages import age_on
from clients.enums import NextStep
from clients.field_rules import Field
from clients.filters import STAGE_LABELS, in_order, narrow, workers_for
from clients.models import Case, Client
from clients.models.wait import late_from
from clients.permissions import can_list_clients
from clients.selectors import overview
from clients.showing import rule_of, under
from clients.views.chips import active_filters
from clients.views.searching import spelled_out
from common.listings import Cell, Column, Found, Listing, Query, all_of
from common.sealed import preload


COLUMNS = (
    Column(gettext_lazy("Nomor klien"), 16),
    Column(gettext_lazy("Nama"), 28),
    Column(gettext_lazy("NIK"), 20, is_code=True),
    Column(gettext_lazy("Jenis kelamin"), 12),
    Column(gettext_lazy("Tanggal lahir"), 13),
    Column(gettext_lazy("Usia"), 6),
    Column(gettext_lazy("Telepon"), 18, is_code=True),
    Column(gettext_lazy("Alamat"), 34),
    Column(gettext_lazy("Kabupaten/kota"), 22),
    Column(gettext_lazy("Tahap"), 20),
    Column(gettext_lazy("Risiko"), 14),
    Column(gettext_lazy("Pekerja sosial"), 24),
    Column(gettext_lazy("Lembaga pengelola"), 26),
    Column(gettext_lazy("Basis layanan"), 16),
    Column(gettext_lazy("Lembaga pelayanan"), 26),
    Column(gettext_lazy("Dibuka pada"), 13),
    Column(gettext_lazy("Langkah berikut"), 24),
    Column(gettext_lazy("Paling lambat"), 13),
    Column(gettext_lazy("Terlambat sejak"), 13),
)
BESIDE = ("client__regency", "lead_worker", "institution", "care_institution")


def _query(request: Any) -> Query:
    return all_of(spelled_out(request))


def _found(user: User, query: Query, at: datetime) -> Iterable[Found]:
    cases, _chosen = narrow(overview(user, at).cases, _asked(query), timezone.localdate(at))
    rows = in_order(cases, query.get("urut", "")).values_list("pk", "client_id")
    return ((pk, (client,)) for pk, client in rows)


def _rows(user: User, ids: list[int], at: datetime) -> Iterator[tuple[int, tuple[Cell, ...]]]:
    rows = Case.objects.visible_to(user).filter(pk__in=ids).annotate(late_from=late_from())
    cases: list[Any] = list(rows.select_related(*BESIDE))
    preload(case.client.key_id for case in cases)
    for case in cases:
        yield case.pk, _cells(user, case, at)


def _cells(user: User, case: Any, at: datetime) -> tuple[Cell, ...]:
    client: Client = case.client
    return (
        client.registration_number,
        client.name,
        _told(user, client, Field.NIK, client.nik),
        client.get_sex_display(),
        _told(user, client, Field.BIRTH_DATE, client.birth_date),
        age_on(client.birth_date, timezone.localdate(at)),
        _told(user, client, Field.PHONE, client.phone),
        _told(user, client, Field.ADDRESS, client.address),
        client.regency.name,
        case.get_status_display(),
        case.risk_in_words,
        case.lead_worker.name,
        case.institution.name,
        case.get_base_display(),
        case.care_institution.name if case.care_institution else "",
        case.opened_on,
        str(NextStep(case.next_step).label) if case.next_step else "",
        case.next_due_on,
        case.late_from,
    )


def _told(user: User, client: Client, field: Field, value: Any) -> Cell:
    """A day that is open stays a day; all else is the text that a page would show."""
    rule = rule_of(user, client, field)
    return value if rule.is_open else under(rule, field, value)


def _said(user: User, query: Query) -> list[str]:
    asked = _asked(query)
    _cases, chosen = narrow(Case.objects.none(), asked, timezone.localdate())
    words = [STAGE_LABELS[chosen["tahap"]]] if "tahap" in chosen else []
    words += [chip.label for chip in active_filters(asked, chosen, workers_for(user))]
    return [str(word) for word in words]


def _asked(query: Query) -> QueryDict:
    return QueryDict(urlencode(query))


CLIENTS = Listing(
    label=gettext_lazy("Klien"),
    order=10,
    page="clients:list",
    may=can_list_clients,
    columns=COLUMNS,
    found=_found,
    rows=_rows,
    query=_query,
    said=_said,
)
