from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from clients.enums import ConsentGiver, ConsentMethod
from clients.facts import Agreed
from clients.forms.fields import NameField, PlainForm
from clients.rules import consent_faults
from common.forms import DateField, TextArea


class ConsentFields(PlainForm):
    """Consent to the processing of data, given to a text that was read out."""

    given_by = forms.ChoiceField(
        label=_("Diberikan oleh"), choices=ConsentGiver, widget=forms.RadioSelect
    )
    guardian_name = NameField(
        label=_("Nama wali"),
        required=False,
        help_text=_("Wajib bila orang tua atau wali yang setuju."),
    )
    method = forms.ChoiceField(label=_("Cara"), choices=ConsentMethod, widget=forms.RadioSelect)
    given_on = DateField(label=_("Tanggal persetujuan"))
    was_read_out = forms.BooleanField(
        label=_("Naskah sudah dibacakan dan dijelaskan, dan persetujuan diberikan tanpa paksaan"),
        error_messages={
            "required": _("Klien hanya dapat didaftarkan setelah naskah dibacakan dan disetujui.")
        },
    )

    def weigh_consent(self, birth_date: date | None, today: date) -> None:
        """Show what is wrong beside its field, as soon as the parts are there."""
        if birth_date and not {"given_by", "given_on", "guardian_name"} & set(self.errors):
            self.show(consent_faults(self.agreed(), birth_date, today))

    def agreed(self) -> Agreed:
        given: dict[str, Any] = self.cleaned_data
        guardian = given["guardian_name"] if given["given_by"] == ConsentGiver.GUARDIAN else ""
        return Agreed(given["given_by"], given.get("method", ""), given["given_on"], guardian)


class GiveConsentForm(ConsentFields):
    """Of a known person, whose birth date says who may agree."""

    def __init__(self, *args: Any, birth_date: date, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.birth_date, self.today = birth_date, today
        self.fields["was_read_out"].error_messages["required"] = _(
            "Persetujuan hanya dicatat setelah naskah dibacakan dan disetujui."
        )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        self.weigh_consent(self.birth_date, self.today)
        return given


class WithdrawConsentForm(PlainForm):
    asked_by = forms.ChoiceField(
        label=_("Diminta oleh"), choices=ConsentGiver.choices, widget=forms.RadioSelect
    )
    on = DateField(label=_("Tanggal permintaan"))
    note = TextArea(label=_("Catatan"), required=False, max_length=1000)
