"""What the read log can be narrowed to; nonsense in the address narrows nothing."""

from django import forms
from django.utils.translation import gettext_lazy as _

from clients.accesses import Asked
from common.enums import ReadAction
from common.forms import DateField, Line


class AccessFilter(forms.Form):
    tindakan = forms.ChoiceField(
        label=_("Tindakan"),
        required=False,
        choices=[("", _("Semua tindakan")), *ReadAction.choices],
    )
    sejak = DateField(label=_("Sejak"), required=False)
    sampai = DateField(label=_("Sampai"), required=False)

    def asked(self) -> Asked:
        self.is_valid()
        given = self.cleaned_data
        return Asked(
            action=given.get("tindakan") or "",
            since=given.get("sejak"),
            until=given.get("sampai"),
            client=given.get("klien") or "",
            user=given.get("petugas") or "",
        )


class NationalAccessFilter(AccessFilter):
    klien = Line(label=_("Nomor klien"), required=False, max_length=20)
    petugas = Line(label=_("Nama atau surel petugas"), required=False, max_length=160)
