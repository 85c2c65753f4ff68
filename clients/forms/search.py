from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from clients.duplicates import Sought
from clients.forms.fields import NameField, NikField, PhoneField, PlainForm
from clients.rules import birth_faults
from common.forms import DateField


class SearchForm(PlainForm):
    """What has to be known before a new client is written down."""

    nik = NikField(help_text=_("16 angka. Kosongkan bila tidak ada."))
    name = NameField(label=_("Nama lengkap"))
    birth_date = DateField(label=_("Tanggal lahir"), help_text=_("Perkiraan juga boleh."))
    birth_date_estimated = forms.BooleanField(label=_("Tanggal lahir perkiraan"), required=False)
    phone = PhoneField(help_text=_("Milik klien atau keluarganya. Boleh dikosongkan."))

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.today = today

    def clean_birth_date(self) -> date:
        birth_date: date = self.cleaned_data["birth_date"]
        for fault in birth_faults(birth_date, self.today).values():
            raise forms.ValidationError(str(fault))
        return birth_date

    def sought(self) -> Sought:
        return Sought(**self.part(*Sought.__slots__))
