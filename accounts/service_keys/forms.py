from datetime import date, timedelta
from ipaddress import ip_network
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.enums import INSTITUTION_ROLES, KEY_ROLES, KeyScope
from accounts.models import User
from accounts.service_keys.services import Machine
from common.forms import DateField, Form, Line
from partners.models import Institution


CHOOSE = ("", _("Pilih satu"))
MOST_NETWORKS = 20
A_YEAR = timedelta(days=364)


class NetworksField(forms.CharField):
    """One network on each line; a single address is a network of one."""

    widget = forms.Textarea(attrs={"rows": 3, "spellcheck": "false"})

    def clean(self, value: Any) -> list[str]:  # type: ignore[override]
        lines = str(super().clean(value)).split()
        if len(lines) > MOST_NETWORKS:
            raise forms.ValidationError(
                _("Paling banyak %(most)d jaringan.") % {"most": MOST_NETWORKS}
            )
        return [self._network(line) for line in lines]

    def _network(self, line: str) -> str:
        try:
            return str(ip_network(line))
        except ValueError:
            raise forms.ValidationError(
                _("“%(line)s” bukan alamat jaringan. Contoh: 10.20.0.0/16.") % {"line": line[:60]}
            ) from None


class ServiceKeyForm(Form):
    name = Line(
        label=_("Nama sistem"),
        max_length=120,
        help_text=_(
            "Misalnya SIKS Sentra Melati. Kunci baru dengan nama, peran, dan lembaga yang sama meneruskan akun yang lama."
        ),
    )
    role = forms.ChoiceField(
        label=_("Peran"), choices=[CHOOSE, *((role.value, role.label) for role in KEY_ROLES)]
    )
    institution = forms.ModelChoiceField(
        label=_("Lembaga"),
        queryset=Institution.objects.active().order_by("name", "pk"),
        required=False,
        empty_label=_("Seluruh Indonesia (auditor)"),
    )
    purpose = Line(
        label=_("Keperluan"),
        max_length=300,
        help_text=_(
            "Untuk apa sistem itu memerlukannya. Dibaca petugas pelindungan data sebelum menyetujui."
        ),
    )
    scopes = forms.MultipleChoiceField(
        label=_("Cakupan"),
        help_text=_("Hanya yang benar-benar dipakai sistem itu."),
        choices=KeyScope.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    networks = NetworksField(
        label=_("Jaringan yang boleh memakai kunci ini"),
        max_length=1000,
        help_text=_(
            "Satu alamat atau jaringan tiap baris, misalnya 203.0.113.7 atau 10.20.0.0/16. Paling luas /16 (IPv4) atau /48 (IPv6)."
        ),
    )
    expires_on = DateField(
        label=_("Berlaku sampai"), help_text=_("Paling lama satu tahun; makin pendek makin aman.")
    )

    def __init__(self, *args: Any, today: date, asker: User, **options: Any) -> None:
        super().__init__(*args, **options)
        self.initial = {"expires_on": today + A_YEAR, **self.initial}
        self.asker = asker
        if asker.institution_id is not None:
            self._keep_at_home()

    def _keep_at_home(self) -> None:
        del self.fields["institution"]
        roles: Any = self.fields["role"]
        roles.choices = [CHOOSE, *((role.value, role.label) for role in INSTITUTION_ROLES)]

    def machine(self) -> Machine:
        return Machine(**{"institution": self.asker.institution, **self.cleaned_data})
