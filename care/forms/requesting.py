from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from atensi.common.forms import DateField, Form, TextArea, row_id
from care.selectors.matching import refusal
from clients.models import Case, Client, FamilyContact
from partners.models import Institution


class InstitutionPlaceForm(Form):
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

    def __init__(self, *args: Any, case: Case, today: date, offered: QuerySet[Any], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.case, self.today = case, today
        field: Any = self.fields["institution"]
        field.queryset = offered

    @property
    def chosen(self) -> str:
        return str(self["institution"].value() or "")

    def add_error(self, field: str | None, error: Any) -> None:
        if field == "institution" and getattr(error, "code", "") == "invalid_choice":
            error = self._why_not() or error
        super().add_error(field, error)

    def _why_not(self) -> str | None:
        """What has changed since the list was drawn."""
        asked = row_id(self.data.get(self.add_prefix("institution"), ""))
        institution = Institution.objects.filter(pk=asked).first() if asked else None
        refused = institution and refusal(self.case, institution, today=self.today)
        return refused[1] if refused else None


class FamilyPlaceForm(Form):
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
