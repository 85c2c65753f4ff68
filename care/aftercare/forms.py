from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from care.aftercare.selectors.agenda import Choice
from care.aftercare_enums import Acquaintance, LocatorKind
from care.enums import REACHED_OUTCOMES, SEARCHING, Channel, ContactOutcome, Span, When
from common.forms import DateField, Form, Line, TextArea


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


class HeardForm(ContactForm):
    """Of somebody who was lost: only that they were found opens the case again."""

    outcome = forms.ChoiceField(
        label=_("Hasil"),
        choices=[(one.value, one.label) for one in REACHED_OUTCOMES],
        widget=forms.RadioSelect,
        error_messages={"required": _("Pilih hasil kontak.")},
    )


class LocatorForm(Form):
    kind = forms.ChoiceField(
        label=_("Orang ini"),
        choices=LocatorKind,
        widget=forms.RadioSelect,
        error_messages={"required": _("Pilih apakah orang ini boleh ditanya.")},
    )
    name = Line(
        label=_("Nama"), max_length=160, error_messages={"required": _("Isi nama orang ini.")}
    )
    relation = forms.ChoiceField(
        label=_("Hubungan dengan klien"), choices=[("", _("Pilih")), *Acquaintance.choices]
    )
    channel = forms.ChoiceField(
        label=_("Cara menghubungi"),
        choices=[("", _("Pilih")), *((one.value, one.label) for one in SEARCHING)],
        required=False,
    )
    whereabouts = Line(
        label=_("Nomor atau tempat"),
        max_length=240,
        required=False,
        help_text=_("Nomor telepon, alamat, atau tempat orang ini biasa ditemui."),
    )
    words = TextArea(
        label=_("Yang boleh dikatakan"),
        max_length=1000,
        required=False,
        help_text=_(
            "Kalimat yang disetujui klien, tanpa menyebut rehabilitasi bila orang ini tidak tahu."
            " Bagi yang jangan diberi tahu: mengapa."
        ),
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
