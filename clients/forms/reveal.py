from django import forms
from django.utils.translation import gettext_lazy as _

from clients.enums import RevealPurpose
from clients.forms.fields import PlainForm


class RevealForm(PlainForm):
    purpose = forms.ChoiceField(
        label=_("Untuk keperluan apa?"),
        choices=RevealPurpose,
        widget=forms.RadioSelect,
        help_text=_("Keperluan ini dicatat pada riwayat akses klien."),
    )
