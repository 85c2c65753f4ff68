"""What is asked before a list leaves the house, and of whoever has to agree."""

from django import forms
from django.utils.translation import gettext_lazy as _

from common.answering import AnswerForm
from common.forms import Form, Line
from exports.enums import Format, Purpose


SHORTEST_REASON = 10


class ExportForm(Form):
    purpose = forms.ChoiceField(
        label=_("Untuk keperluan apa?"), choices=Purpose, widget=forms.RadioSelect
    )
    reason = Line(
        label=_("Penjelasan singkat"),
        min_length=SHORTEST_REASON,
        max_length=160,
        help_text=_(
            "Dicatat pada riwayat akses dan tertulis di dalam berkas. Jangan menulis nama klien."
        ),
    )
    file_format = forms.ChoiceField(
        label=_("Bentuk berkas"), choices=Format, initial=Format.XLSX, widget=forms.RadioSelect
    )


class ConsentForm(AnswerForm):
    note = Line(
        label=_("Catatan"),
        required=False,
        max_length=300,
        help_text=_("Wajib bila ditolak."),
    )
