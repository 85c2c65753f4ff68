from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from care.enums import TransferReason
from care.placement.forms.requesting import FamilyPlaceForm, InstitutionPlaceForm
from clients.models import Case, Client
from common.forms import DateField, Form, TextArea


class HandoverFields(Form):
    """What is told of every transfer, wherever it leads."""

    reason = forms.ChoiceField(
        label=_("Alasan pindah"),
        choices=TransferReason,
        error_messages={"required": _("Pilih satu alasan.")},
    )
    planned_on = DateField(label=_("Rencana berangkat"))
    handover_note = TextArea(
        label=_("Catatan serah terima"),
        help_text=_(
            "Keadaan klien, layanan yang sudah berjalan, obat, dan hal yang perlu segera diteruskan."
        ),
        error_messages={"required": _("Tulis catatan serah terima.")},
    )


class TransferToInstitutionForm(HandoverFields, InstitutionPlaceForm):
    field_order = ("institution", "reason", "planned_on", "handover_note")

    def __init__(self, *args: Any, case: Case, today: date, **kwargs: Any):
        super().__init__(*args, case=case, today=today, **kwargs)
        del self.fields["note"]  # the handover note stands in its place


class TransferToFamilyForm(HandoverFields, FamilyPlaceForm):
    field_order = ("family_contact", "reason", "planned_on", "handover_note")

    def __init__(self, *args: Any, client: Client, **kwargs: Any):
        super().__init__(*args, client=client, **kwargs)
        del self.fields["starts_on"]  # the plan to leave stands in its place


class DepartForm(Form):
    on = DateField(label=_("Tanggal berangkat"))
    contact_on = DateField(
        label=_("Serah terima dibicarakan pada"),
        help_text=_("Paling lama 7 hari sebelum berangkat."),
    )
    contact_note = TextArea(
        label=_("Siapa berbicara dengan siapa"),
        help_text=_("Nama, jabatan, dan apa yang disepakati dengan pihak penerima."),
        error_messages={"required": _("Tulis siapa berbicara dengan siapa.")},
    )


class ArriveForm(Form):
    arrived_on = DateField(label=_("Tanggal tiba"))
    note = TextArea(
        label=_("Keadaan saat tiba"),
        required=False,
        help_text=_("Kesehatan, barang dan obat yang dibawa, hal yang perlu segera ditangani."),
    )


class NotArrivedForm(Form):
    note = TextArea(
        label=_("Apa yang diketahui"),
        help_text=_("Di mana klien terakhir terlihat dan siapa yang sudah dihubungi."),
        error_messages={"required": _("Tulis apa yang diketahui.")},
    )
