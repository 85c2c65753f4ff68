from django import forms
from django.utils.translation import gettext_lazy as _

from care.enums import EndReason
from common.forms import DateField, Form, TextArea
from screening.forms import UrgentFields


class StartForm(UrgentFields):
    starts_on = DateField(label=_("Tanggal mulai"))
    planned_end_on = DateField(
        label=_("Rencana berakhir"),
        required=False,
        help_text=_("Kosongkan untuk lama program yang biasa."),
    )


class ReviewForm(Form):
    note = TextArea(
        label=_("Hasil tinjauan"),
        help_text=_("Perkembangan klien, tujuan yang tercapai, dan perubahan rencana."),
        error_messages={"required": _("Tulis hasil tinjauan.")},
    )
    next_review_on = DateField(label=_("Tinjauan berikut"))


class EndForm(Form):
    on = DateField(label=_("Tanggal berakhir"))
    reason = forms.ChoiceField(
        label=_("Alasan"),
        choices=EndReason,
        widget=forms.RadioSelect,
        error_messages={"required": _("Pilih satu alasan.")},
    )
    note = TextArea(
        label=_("Catatan akhir"),
        help_text=_("Ringkasan hasil layanan dan bekal untuk pascalayanan."),
        error_messages={"required": _("Tulis catatan akhir.")},
    )
