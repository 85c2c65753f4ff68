from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from care.aftercare_enums import AdvisedWho, Naloxone
from care.ending.facts import Advice
from care.plan.facts import Staying
from care.plan.selectors import workers
from care.shared.people import PersonField
from clients.models import Case
from common.forms import DateField, Form, TextArea


class WaiveForm(Form):
    reason = TextArea(
        label=_("Alasan pengecualian"),
        max_length=1000,
        help_text=_("Dibaca oleh orang yang menyetujui terminasi."),
        error_messages={"required": _("Tulis mengapa syarat ini dikecualikan.")},
    )


class AdviceForm(Form):
    on = DateField(label=_("Diberikan pada"))
    given_to = forms.ChoiceField(
        label=_("Diberikan kepada"),
        choices=AdvisedWho,
        widget=forms.RadioSelect,
        error_messages={"required": _("Pilih satu jawaban.")},
    )
    naloxone = forms.ChoiceField(
        label=_("Nalokson"),
        choices=Naloxone,
        widget=forms.RadioSelect,
        help_text=_("Penawar overdosis opioid."),
        error_messages={"required": _("Pilih satu jawaban.")},
    )
    words = TextArea(label=_("Catatan"), required=False, max_length=1000)

    def advice(self) -> Advice:
        return Advice(**self.cleaned_data)


class AftercarePlanForm(Form):
    contact_by = PersonField(
        queryset=User.objects.none(), label=_("Petugas yang menghubungi"), empty_label=_("Pilih")
    )
    first_contact_on = DateField(
        label=_("Kontak pertama"), help_text=_("Dalam minggu pertama setelah layanan berakhir.")
    )
    warning_signs = TextArea(
        label=_("Tanda awal kambuh"),
        help_text=_("Yang dikenali klien dan keluarganya, dan apa yang dilakukan bila muncul."),
    )
    emergency_contact = TextArea(
        label=_("Yang dihubungi dalam keadaan darurat"),
        max_length=1000,
        help_text=_("Nama, hubungan, dan nomor telepon."),
    )

    def __init__(self, *args: Any, case: Case, user: User, **kwargs: Any):
        super().__init__(*args, **kwargs)
        field: Any = self.fields["contact_by"]
        field.queryset = workers(case, user)

    def facts(self) -> Staying:
        return Staying(**self.cleaned_data)
