"""What the client list can be narrowed and sorted by. An unknown value narrows nothing."""

from datetime import date
from typing import Any

import django_filters
from django import forms
from django.core.validators import RegexValidator
from django.db.models import BooleanField, ExpressionWrapper, F, Q, QuerySet
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from clients.enums import Risk, Sex
from clients.models import Case
from clients.models.case import at_risk
from clients.models.wait import is_late, late_from
from clients.naming.keys import asked_for
from clients.stages import STAGES
from common.prepared import prepared
from partners.enums import CareBase


NOT_ASSESSED = "none"
A_NUMBER = RegexValidator(r"^[0-9]{1,18}\Z")
STAGE_LABELS = {
    "waiting_screening": _("Menunggu skrining"),
    "waiting_placement": _("Menunggu penempatan"),
    "service": _("Layanan"),
    "aftercare": _("Pascalayanan"),
    "closed": _("Selesai"),
}
RISKS = [*Risk.choices, (NOT_ASSESSED, _("Belum dinilai"))]
SORTS = {
    "": ("-pk",),
    "nama": ("client__name", "pk"),
    "-nama": ("-client__name", "pk"),
    "nomor": ("client__registration_number", "pk"),
    "-nomor": ("-client__registration_number", "pk"),
    "tempo": (F("late_from").asc(nulls_last=True), "pk"),
    "-tempo": (F("late_from").desc(nulls_last=True), "pk"),
}


class CaseFilter(django_filters.FilterSet):
    cari = django_filters.CharFilter(method="search", max_length=160)
    tahap = django_filters.ChoiceFilter(choices=[*STAGE_LABELS.items()], method="in_stage")
    risiko = django_filters.ChoiceFilter(choices=RISKS, method="at_risk", label=_("Risiko"))
    petugas = django_filters.CharFilter(method="carried_by", validators=[A_NUMBER])
    basis = django_filters.ChoiceFilter(
        choices=CareBase.choices, field_name="base", label=_("Basis layanan")
    )
    kelamin = django_filters.ChoiceFilter(
        choices=Sex.choices, field_name="client__sex", label=_("Jenis kelamin")
    )
    terlambat = django_filters.BooleanFilter(
        method="that_is_overdue", label=_("Terlambat"), widget=forms.CheckboxInput
    )
    sejak = django_filters.DateFilter(
        field_name="opened_on", lookup_expr="gte", label=_("Dibuka sejak")
    )
    sampai = django_filters.DateFilter(
        field_name="opened_on", lookup_expr="lte", label=_("Dibuka sampai")
    )

    def __init__(self, data: Any, queryset: QuerySet[Case], *, today: date) -> None:
        super().__init__(data, queryset)
        self.today = today

    def chosen(self) -> dict[str, Any]:
        """The values in force, under their names in the address."""
        given = self.form.cleaned_data if self.form.is_valid() or self.form.errors else {}
        return {name: value for name, value in given.items() if value}

    def search(self, cases: QuerySet[Case], _field: str, text: str) -> QuerySet[Case]:
        asked = asked_for(text, loosely=True)
        return cases.filter(client__keys_index__found=asked) if asked else cases.none()

    def carried_by(self, cases: QuerySet[Case], _field: str, pk: str) -> QuerySet[Case]:
        return cases.filter(lead_worker_id=int(pk))

    def in_stage(self, cases: QuerySet[Case], _field: str, stage: str) -> QuerySet[Case]:
        return cases.filter(status__in=STAGES[stage])

    def at_risk(self, cases: QuerySet[Case], _field: str, risk: str) -> QuerySet[Case]:
        return cases.filter(at_risk("" if risk == NOT_ASSESSED else risk))

    def that_is_overdue(self, cases: QuerySet[Case], _field: str, on: bool) -> QuerySet[Case]:  # noqa: FBT001  django-filter's signature
        return cases.filter(is_late(self.today)) if on else cases


def narrow(
    cases: QuerySet[Case], query: MultiValueDict[str, str], today: date
) -> tuple[QuerySet[Case], dict[str, Any]]:
    """The cases that the address asks for, and which filters are in force.

    Most visits ask for everybody: those are spared the making of a form with nine fields.
    """
    if not query.keys() & CaseFilter.base_filters.keys():
        return cases, {}
    filters = CaseFilter(query, cases, today=today)
    return filters.qs, filters.chosen()


def in_order(found: QuerySet[Case], sort: str, sought: str = "") -> QuerySet[Case]:
    """As the heading that was pressed says; an unknown one is the usual order.

    Of those who were searched for, unless a heading was pressed, the ones written just so come first.
    """
    rows: QuerySet[Case] = found.annotate(late_from=late_from())
    order = SORTS.get(sort, SORTS[""])
    if sought and order is SORTS[""]:
        just_so = Q(client__keys_index__found=asked_for(sought, loosely=False))
        return rows.annotate(just_so=ExpressionWrapper(just_so, BooleanField())).order_by(
            "-just_so", *order
        )
    return rows.order_by(*order)


def workers_for(user: User) -> list[tuple[str, str]]:
    """Whom the list can be narrowed to; auditors look at the whole country and choose otherwise."""
    if user.institution_id is None:
        return []
    # Ids as text: printed as numbers they would carry a thousands separator.
    return [(str(pk), name) for pk, name in _workers(user)]


@prepared
def _workers(user: User) -> QuerySet[User, tuple[int, str]]:
    rows = User.objects.colleagues_of(user).who_carry_cases().order_by("name", "pk")
    return rows.values_list("pk", "name")
