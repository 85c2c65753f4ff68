from datetime import date, datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from atensi.common.forms import Form
from partners.models import Institution
from reports.months import FIRST_MONTH, month_before, month_name, month_of, months_until
from reports.permissions import can_report_on
from reports.selectors import institutions_to_report_on, months_in_archive


MONTHS_OFFERED = 24


class MonthField(forms.Field):
    """A month as "2026-10", shown as a list."""

    widget = forms.Select

    def offer(self, months: list[date], empty: str | None = None) -> None:
        choices = [(f"{month:%Y-%m}", month_name(month)) for month in months]
        self.widget.choices = [*([("", empty)] if empty else []), *choices]

    def to_python(self, value: Any) -> date | None:
        if value in self.empty_values:
            return None
        try:
            month = datetime.strptime(value, "%Y-%m").date()  # noqa: DTZ007 - a month has no zone
        except ValueError:
            raise ValidationError(_("Pilih bulan dari daftar.")) from None
        if month < FIRST_MONTH:
            raise ValidationError(_("Pilih bulan dari daftar."))
        return month


class ScopeField(forms.ModelChoiceField):
    """An institution or, left empty, the nation: a choice like the others."""

    def validate(self, value: Any) -> None:
        """Nothing to add: what is not in the list was refused before."""


class ReportForm(Form):
    """The ministry chooses the institution, everyone else reports on their own."""

    month = MonthField(label=_("Bulan"), help_text=_("Hanya bulan yang sudah berakhir."))
    institution = ScopeField(
        label=_("Lingkup"),
        queryset=Institution.objects.none(),
        empty_label=_("Nasional (seluruh Indonesia)"),
    )

    def __init__(self, *args: Any, user: User, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.user = user
        last = month_before(month_of(today))
        self.fields["month"].offer(months_until(last, MONTHS_OFFERED)[::-1])  # type: ignore[attr-defined]
        if can_report_on(user, None):
            self.fields["institution"].queryset = institutions_to_report_on()  # type: ignore[attr-defined]
        else:
            del self.fields["institution"]

    def clean(self) -> dict[str, Any]:
        facts = super().clean() or self.cleaned_data
        if "institution" not in self.fields:
            facts["institution"] = self.user.institution
        return facts


class ArchiveFilter(forms.Form):
    bulan = MonthField(label=_("Bulan"), required=False)
    lembaga = forms.ModelChoiceField(
        label=_("Lingkup"),
        queryset=Institution.objects.none(),
        required=False,
        empty_label=_("Semua"),
    )

    def __init__(self, *args: Any, user: User, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["bulan"].offer(months_in_archive(user), empty=str(_("Semua bulan")))  # type: ignore[attr-defined]
        if user.institution_id is None:
            self.fields["lembaga"].queryset = institutions_to_report_on()  # type: ignore[attr-defined]
        else:
            del self.fields["lembaga"]

    @property
    def conditions(self) -> dict[str, Any]:
        """What was asked for and understood; nonsense in the address filters nothing."""
        self.is_valid()
        asked = {
            "month": self.cleaned_data.get("bulan"),
            "institution": self.cleaned_data.get("lembaga"),
        }
        return {name: value for name, value in asked.items() if value}
