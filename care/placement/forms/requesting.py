from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from care.placement.matching.ranking import refusal
from clients.models import Case, Client, FamilyContact
from common.forms import DateField, Form, TextArea
from partners.models import Institution
from screening.forms import UrgentFields


class InstitutionPlaceForm(UrgentFields):
    """Which institution to ask. An institution that has just dropped out gets its own sentence."""

    institution = forms.ModelChoiceField(
        queryset=Institution.objects.none(),
        label=_("Lembaga penerima"),
        empty_label=None,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Pilih satu lembaga."),
            "invalid_choice": _("Lembaga ini tidak dapat dipilih. Pilih dari daftar."),
        },
    )
    note = TextArea(
        label=_("Keterangan untuk lembaga penerima"),
        required=False,
        help_text=_("Hal yang perlu diketahui sebelum menjawab, misalnya waktu kedatangan."),
    )

    def __init__(self, *args: Any, case: Case, today: date, **kwargs: Any):
        super().__init__(*args, gate_of=case.pk, **kwargs)
        self.case, self.today = case, today
        field: Any = self.fields["institution"]
        field.queryset = Institution.objects.all()

    @property
    def chosen(self) -> str:
        return str(self["institution"].value() or "")

    def clean_institution(self) -> Institution:
        institution: Institution = self.cleaned_data["institution"]
        refused = refusal(self.case, institution, today=self.today)
        if refused:
            code, sentence = refused
            raise forms.ValidationError(sentence, code=code)
        return institution


class FamilyPlaceForm(UrgentFields):
    family_contact = forms.ModelChoiceField(
        queryset=FamilyContact.objects.none(),
        label=_("Keluarga pendamping"),
        empty_label=None,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Pilih satu anggota keluarga."),
            "invalid_choice": _("Pilih anggota keluarga klien ini."),
        },
    )
    starts_on = DateField(label=_("Rencana mulai"))

    def __init__(self, *args: Any, client: Client, **kwargs: Any):
        super().__init__(*args, **kwargs)
        field: Any = self.fields["family_contact"]
        field.queryset = client.family_contacts.order_by("-is_guardian", "pk")
        field.label_from_instance = _person

    @property
    def has_family(self) -> bool:
        field: Any = self.fields["family_contact"]
        return bool(len(field.queryset))


def _person(contact: FamilyContact) -> str:
    facts = {"name": contact.name, "relation": contact.get_relation_display().lower()}
    if contact.is_guardian:
        return _("%(name)s (%(relation)s, penanggung jawab)") % facts
    return _("%(name)s (%(relation)s)") % facts


class ReofferForm(Form):
    """The next institution to ask; whether it may be asked today says the service."""

    institution = forms.ModelChoiceField(
        queryset=Institution.objects.active(),
        label=_("Lembaga penerima"),
        widget=forms.HiddenInput,
        error_messages={
            "required": _("Pilih satu lembaga."),
            "invalid_choice": _("Lembaga ini tidak dapat dipilih. Pilih dari daftar."),
        },
    )
