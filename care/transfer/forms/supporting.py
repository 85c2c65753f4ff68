from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from care.placement.forms.answering import AcceptForm
from clients.models import Client, FamilyContact
from common.forms import DateField, Form, TextArea
from partners.models import Institution


class SupportFields(Form):
    duty = TextArea(
        label=_("Peran"),
        help_text=_("Apa yang dikerjakan basis ini di samping basis utama."),
        error_messages={"required": _("Tulis peran basis pendukung ini.")},
    )
    from_on = DateField(label=_("Mulai"))
    until_on = DateField(
        label=_("Sampai"),
        help_text=_("Sampai hari itu lembaga pendukung dapat membuka berkas klien."),
    )


class SupportByInstitutionForm(SupportFields):
    institution = forms.ModelChoiceField(
        queryset=Institution.objects.none(),
        label=_("Lembaga pendukung"),
        empty_label=_("Pilih lembaga"),
        error_messages={"required": _("Pilih satu lembaga.")},
    )
    field_order = ("institution", "duty", "from_on", "until_on")

    def __init__(self, *args: Any, institutions: QuerySet[Institution], **kwargs: Any):
        super().__init__(*args, **kwargs)
        field: Any = self.fields["institution"]
        field.queryset = institutions


class SupportByFamilyForm(SupportFields):
    family_contact = forms.ModelChoiceField(
        queryset=FamilyContact.objects.none(),
        label=_("Keluarga pendukung"),
        empty_label=_("Pilih anggota keluarga"),
        error_messages={"required": _("Pilih satu anggota keluarga.")},
    )
    field_order = ("family_contact", "duty", "from_on", "until_on")

    def __init__(self, *args: Any, client: Client, **kwargs: Any):
        super().__init__(*args, **kwargs)
        field: Any = self.fields["family_contact"]
        field.queryset = client.family_contacts.order_by("-is_guardian", "pk")
        field.label_from_instance = lambda contact: (
            _("%(name)s (%(relation)s)")
            % {
                "name": contact.name,
                "relation": contact.get_relation_display().lower(),
            }
        )


class AgreeForm(AcceptForm):
    """As an acceptance: who will do it, and a word to whoever asked."""


class DeclineSupportForm(Form):
    note = TextArea(
        label=_("Alasan"), error_messages={"required": _("Tulis alasan tidak bersedia.")}
    )


class EndSupportForm(Form):
    note = TextArea(
        label=_("Hasil dukungan"),
        help_text=_("Apa yang sudah dikerjakan dan mengapa berakhir."),
        error_messages={"required": _("Tulis hasil dukungan.")},
    )


class SupportTaskForm(Form):
    detail = TextArea(
        label=_("Tugas"), error_messages={"required": _("Tulis apa yang dikerjakan.")}
    )
    due_on = DateField(label=_("Paling lambat"))
