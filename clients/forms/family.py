from django import forms
from django.utils.translation import gettext_lazy as _

from clients.enums import FamilyRelation
from clients.facts import Family
from clients.forms.fields import NameField, PhoneField, PlainForm, choice


class FamilyFields(PlainForm):
    """Someone close to the person. The names carry a prefix because intake asks for two people at once."""

    family_name = NameField(label=_("Nama kontak"))
    family_relation = choice(FamilyRelation, _("Hubungan dengan klien"))
    family_phone = PhoneField(label=_("Telepon kontak"))
    family_address = forms.CharField(label=_("Alamat kontak"), max_length=240, required=False)
    family_is_guardian = forms.BooleanField(label=_("Wali atau penanggung jawab"), required=False)
    family_may_be_contacted = forms.BooleanField(
        label=_("Klien setuju orang ini dihubungi"), required=False
    )

    def family(self) -> Family:
        return Family(**self.part(*Family.__slots__, prefix="family_"))
