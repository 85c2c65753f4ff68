"""What the lists of partners can be narrowed by. An unknown value narrows nothing."""

from datetime import date
from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from common.words import each_word
from partners.models import Agreement, Institution
from partners.selectors import expiring_soon, with_agreement
from regions.models import Province


AGREEMENT_CHOICES = [
    ("valid", _("Berlaku")),
    ("expiring", _("Berakhir dalam 90 hari")),
    ("none", _("Tidak ada yang berlaku")),
]


class Narrowing(django_filters.FilterSet):
    def chosen(self) -> dict[str, Any]:
        """The values in force, under their names in the address."""
        given = self.form.cleaned_data if self.form.is_valid() or self.form.errors else {}
        return {name: value for name, value in given.items() if value}


class InstitutionFilter(Narrowing):
    cari = django_filters.CharFilter(method="search", max_length=160)
    provinsi = django_filters.ModelChoiceFilter(
        queryset=Province.objects.order_by("code"), method="in_province"
    )
    perjanjian = django_filters.ChoiceFilter(choices=AGREEMENT_CHOICES, method="by_agreement")

    def __init__(self, data: Any, queryset: QuerySet[Institution], *, today: date) -> None:
        super().__init__(data, with_agreement(queryset, today))
        self.today = today

    def search(self, rows: QuerySet[Institution], _field: str, text: str) -> QuerySet[Institution]:
        return rows.filter(each_word(text, "name"))

    def in_province(
        self, rows: QuerySet[Institution], _field: str, province: Province
    ) -> QuerySet[Institution]:
        return rows.filter(regency__province=province)

    def by_agreement(self, rows: QuerySet[Any], _field: str, status: str) -> QuerySet[Any]:
        if status == "expiring":
            return expiring_soon(rows, self.today)
        return rows.filter(agreement_until__isnull=status == "none")


class AgreementFilter(Narrowing):
    cari = django_filters.CharFilter(method="search", max_length=160)

    def search(self, rows: QuerySet[Agreement], _field: str, text: str) -> QuerySet[Agreement]:
        return rows.filter(each_word(text, "institution__name", "number", "title"))
