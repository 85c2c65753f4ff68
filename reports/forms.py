from datetime import date, datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from common.conflicts import EditForm, VersionField
from common.errors import DomainError, StaleVersion
from common.forms import DateField, Form, Line, TextArea
from partners.models import Institution
from reports.enums import ActivityKind, CareSetting, MoneyComponent
from reports.facts import ActivityFacts, MoneyFacts
from reports.models import Submission
from reports.months import (
    FIRST_MONTH,
    days_of_quarter,
    month_before,
    month_name,
    month_of,
    months_until,
    quarters_before,
)
from reports.permissions import can_report_on
from reports.selectors import institutions_to_report_on, months_in_archive, submitting_institutions


MONTHS_OFFERED = 24
CHOOSE = ("", _("Pilih satu"))
MOST_SESSIONS = 10_000
MOST_RUPIAH = 10**12


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


def understood(form: forms.Form, **names: str) -> dict[str, Any]:
    """What was asked for and understood; nonsense in the address filters nothing."""
    form.is_valid()
    asked = {column: form.cleaned_data.get(name) for column, name in names.items()}
    return {column: value for column, value in asked.items() if value}


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
        return understood(self, month="bulan", institution="lembaga")


class NewSubmissionForm(Form):
    month = MonthField(label=_("Bulan"))
    note = TextArea(label=_("Catatan lembaga"), max_length=2000, required=False)

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        months = months_until(month_of(today), MONTHS_OFFERED)[::-1]
        self.fields["month"].offer(months)  # type: ignore[attr-defined]


class SubmissionNoteForm(EditForm):
    note = TextArea(label=_("Catatan lembaga"), max_length=2000, required=False)

    def known(self, row: Submission) -> dict[str, Any]:
        return {"note": row.note}


class ActivityForm(Form):
    kind = forms.ChoiceField(label=_("Jenis kegiatan"), choices=[CHOOSE, *ActivityKind.choices])
    setting = forms.ChoiceField(
        label=_("Tatanan"), choices=CareSetting.choices, widget=forms.RadioSelect
    )
    sessions = forms.IntegerField(
        label=_("Berapa kali"), min_value=1, max_value=MOST_SESSIONS, initial=1
    )
    people = forms.IntegerField(
        label=_("Berapa orang"),
        help_text=_("Orang yang mengikuti, masing-masing dihitung satu kali."),
        min_value=1,
        max_value=MOST_SESSIONS,
        initial=1,
    )

    def facts(self) -> ActivityFacts:
        return ActivityFacts(**self.cleaned_data)


class MoneyForm(Form):
    component = forms.ChoiceField(label=_("Komponen"), choices=[CHOOSE, *MoneyComponent.choices])
    amount = forms.IntegerField(
        label=_("Jumlah (rupiah)"),
        help_text=_("Tanpa titik dan sen, misalnya 1250000."),
        min_value=1,
        max_value=MOST_RUPIAH,
    )
    receipt_number = Line(label=_("Nomor nota, kuitansi, atau tanda terima"), max_length=80)
    on = DateField(label=_("Tanggal bukti"))

    def facts(self) -> MoneyFacts:
        return MoneyFacts(**self.cleaned_data)


class SeenForm(Form):
    """Agrees to what was on the page: when that changed meanwhile, the page shows the new and asks again."""

    version = VersionField(required=False)

    def __init__(self, data: Any = None, *, row: Submission) -> None:
        super().__init__(data, initial={"version": row.version})

    def refuse(self, error: DomainError) -> None:
        super().refuse(error)
        if isinstance(error, StaleVersion):
            self.data = {**self.data.dict(), "version": error.row.version}  # type: ignore[attr-defined]


class ReturnForm(SeenForm):
    answer_note = TextArea(label=_("Apa yang perlu diperbaiki"), max_length=2000)


class SubmissionFilter(forms.Form):
    bulan = MonthField(label=_("Bulan"), required=False)
    lembaga = forms.ModelChoiceField(
        label=_("Lembaga"),
        queryset=Institution.objects.none(),
        required=False,
        empty_label=_("Semua lembaga"),
    )

    def __init__(self, *args: Any, user: User, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        months = months_until(month_of(today), MONTHS_OFFERED)[::-1]
        self.fields["bulan"].offer(months, empty=str(_("Semua bulan")))  # type: ignore[attr-defined]
        if user.institution_id is None:
            self.fields["lembaga"].queryset = submitting_institutions()  # type: ignore[attr-defined]
        else:
            del self.fields["lembaga"]

    @property
    def conditions(self) -> dict[str, Any]:
        return understood(self, month="bulan", institution="lembaga")


class PeriodForm(Form):
    """Two days, both counted."""

    sejak = DateField(label=_("Sejak"))
    sampai = DateField(label=_("Sampai"))

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if "sejak" in given and "sampai" in given and given["sejak"] > given["sampai"]:
            raise ValidationError({"sampai": _("Tanggal akhir mendahului tanggal awal.")})
        return given

    @property
    def period(self) -> dict[str, date]:
        given = self.cleaned_data
        return {"since": given["sejak"], "until": given["sampai"]}


class QuarterForm(Form):
    """One of the quarters that are over."""

    triwulan = forms.ChoiceField(label=_("Triwulan"))

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["triwulan"]
        field.choices = [
            (quarter, _("Triwulan %(number)s %(year)s") % _named(quarter))
            for quarter in quarters_before(today)
        ]

    @property
    def period(self) -> dict[str, date]:
        first, last = days_of_quarter(self.cleaned_data["triwulan"])
        return {"since": first, "until": last}


def _named(quarter: str) -> dict[str, str]:
    year, _dash, number = quarter.partition("-")
    return {"number": number, "year": year}
