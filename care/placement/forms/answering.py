from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from care.enums import DeclineReason
from common.forms import Form, TextArea


class AcceptForm(Form):
    worker = forms.ModelChoiceField(
        queryset=User.objects.none(),
        label=_("Pendamping di lembaga Anda"),
        required=False,
        empty_label=_("Belum ditentukan"),
        help_text=_("Orang ini akan melihat dan mengerjakan kasus ini."),
    )
    note = TextArea(
        label=_("Catatan untuk pengirim"),
        required=False,
        help_text=_("Misalnya kapan klien dapat datang dan apa yang perlu dibawa."),
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any):
        super().__init__(*args, **kwargs)
        field: Any = self.fields["worker"]
        field.queryset = User.objects.colleagues_of(user).who_carry_cases().order_by("name", "pk")


class DeclineForm(Form):
    reason = forms.ChoiceField(
        label=_("Alasan"),
        choices=DeclineReason,
        widget=forms.RadioSelect,
        error_messages={"required": _("Pilih satu alasan.")},
    )
    note = TextArea(
        label=_("Penjelasan untuk pengirim"),
        required=False,
        help_text=_("Wajib diisi bila alasannya lain dari daftar."),
    )


class WithdrawForm(Form):
    note = TextArea(
        label=_("Alasan penarikan"), error_messages={"required": _("Tulis alasan penarikan.")}
    )
