"""Breaking the glass, and judging it afterwards."""

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from clients.enums import EmergencyReason, Judgement
from clients.forms.fields import PlainForm, choice
from clients.models.emergency import SHORTEST_REASON
from common.forms import Line, TextArea


class EmergencyForm(PlainForm):
    sought = Line(
        label=_("Nomor klien atau nomor acuan"),
        max_length=20,
        help_text=_("Nomor seperti KPN-26-00001, atau acuan dari hasil pencarian nasional."),
        validators=[RegexValidator(r"\A(?:[0-9]{1,18}|[A-Za-z0-9-]+)\Z", _("Isi nomornya saja."))],
    )
    reason_code = choice(EmergencyReason, _("Alasan"))
    reason = TextArea(
        label=_("Penjelasan"),
        min_length=SHORTEST_REASON,
        max_length=1000,
        help_text=_("Apa yang terjadi dan mengapa berkas ini perlu dibaca sekarang."),
    )
    confirmed = forms.BooleanField(
        label=_("Saya memahami bahwa akses ini dicatat, diberitahukan, dan ditinjau.")
    )


class ReviewEmergencyForm(PlainForm):
    verdict = forms.ChoiceField(
        label=_("Penilaian"), choices=Judgement.choices, widget=forms.RadioSelect
    )
    note = TextArea(label=_("Catatan"), max_length=1000)
