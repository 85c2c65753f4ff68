from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from care.aftercare.selectors.agenda import Choice
from care.enums import Channel, ContactOutcome, Span, When
from common.forms import DateField, Form, TextArea


class ContactForm(Form):
    on = DateField(label=_("Tanggal kontak"))
    channel = forms.ChoiceField(
        label=_("Cara"),
        choices=Channel,
        widget=forms.RadioSelect,
        error_messages={"required": _("Pilih cara menghubungi.")},
    )
    outcome = forms.ChoiceField(
        label=_("Hasil"),
        choices=ContactOutcome,
        widget=forms.RadioSelect,
        error_messages={"required": _("Pilih hasil kontak.")},
    )
    note = TextArea(
        label=_("Catatan"),
        required=False,
        help_text=_("Wajib bila klien perlu bantuan atau kambuh."),
    )


class AgendaFilter(Form):
    """Narrows the agenda; a value that is not on its list narrows nothing."""

    petugas = forms.ModelChoiceField(
        queryset=User.objects.none(), label=_("Petugas"), required=False, empty_label=_("Semua")
    )
    jenis = forms.ChoiceField(
        label=_("Tonggak"), choices=[("", _("Semua")), *Span.choices], required=False
    )
    saat = forms.ChoiceField(choices=[("", _("Semua")), *When.choices], required=False)

    def __init__(self, *args: Any, user: User, **kwargs: Any):
        super().__init__(*args, **kwargs)
        field: Any = self.fields["petugas"]
        field.queryset = User.objects.colleagues_of(user).who_carry_cases().order_by("name", "pk")

    def choice(self) -> Choice:
        self.is_valid()
        given = self.cleaned_data
        return Choice(given.get("petugas"), given.get("jenis", ""), given.get("saat", ""))
