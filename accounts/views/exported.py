"""The list of accounts as it may be taken out."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.utils.translation import gettext as _, gettext_lazy

from accounts.models import User
from accounts.permissions import can_manage_accounts
from accounts.selectors import managed_users
from accounts.views.users import narrowed, words_in
from common.listings import Cell, Column, Found, Listing, Query


def _found(user: User, query: Query, _at: datetime) -> Iterable[Found]:
    rows = narrowed(managed_users(user), words_in(query))
    return ((pk, ()) for pk in rows.values_list("pk", flat=True))


def _rows(user: User, ids: list[int], _at: datetime) -> Iterator[tuple[int, tuple[Cell, ...]]]:
    for row in managed_users(user).filter(pk__in=ids):
        yield (
            row.pk,
            (
                row.name,
                row.email,
                row.get_role_display(),
                row.institution.name if row.institution else "",
                _("Aktif") if row.is_active else _("Tidak aktif"),
                row.date_joined,
            ),
        )


def _said(_user: User, query: Query) -> list[str]:
    return [words_in(query)] if words_in(query) else []


USERS = Listing(
    label=gettext_lazy("Pengguna"),
    order=60,
    page="accounts:users",
    may=can_manage_accounts,
    columns=(
        Column(gettext_lazy("Nama"), 28),
        Column(gettext_lazy("Surel"), 32),
        Column(gettext_lazy("Peran"), 20),
        Column(gettext_lazy("Lembaga"), 28),
        Column(gettext_lazy("Status"), 12),
        Column(gettext_lazy("Terdaftar pada"), 18),
    ),
    found=_found,
    rows=_rows,
    said=_said,
)
