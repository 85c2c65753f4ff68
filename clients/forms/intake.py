"""The two ways through the door: for the first time, and again."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from clients.enums import FamilyRelation, ReentryReason, VitalReason
from clients.facts import Vital
from clients.forms.consent import ConsentFields, GiveConsentForm
from clients.forms.family import FamilyFields
from clients.forms.fields import NameField, choice
from clients.forms.identity import IdentityFields
from clients.forms.opening import OpeningFields
from clients.rules import family_faults, vital_faults
from common.forms import TextArea


WHO = ("family_name", "family_relation", "family_phone", "family_address")


class IntakeForm(IdentityFields, FamilyFields, OpeningFields, ConsentFields):
    """Asks for somebody of the family, unless the person says that there is none."""

    family_name = NameField(label=_("Nama kontak"), required=False)
    family_relation = choice(FamilyRelation, _("Hubungan dengan klien"), required=False)

    vital_reason = choice(
        VitalReason,
        _("Klien belum dapat menyetujui?"),
        required=False,
        empty=_("Tidak, persetujuan diberikan"),
        help_text=_("Hanya bila jiwanya terancam. Yang terbuka hanya triase, sampai disetujui."),
    )
    vital_words = TextArea(
        label=_("Keadaan klien"), required=False, max_length=1000, help_text=_("Apa yang terlihat.")
    )

    # The order of the page, so that the error summary reads from top to bottom.
    field_order = (
        *IdentityFields.base_fields,
        *FamilyFields.base_fields,
        *OpeningFields.base_fields,
        "vital_reason",
        "vital_words",
        *ConsentFields.base_fields,
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in ("family_name", "family_relation"):
            self.fields[name].required = not self._names_nobody()
        if self._is_vital():
            for name in ConsentFields.base_fields:
                self.fields[name].required = False

    def _is_vital(self) -> bool:
        return bool(self.data.get("vital_reason"))

    def _names_nobody(self) -> bool:
        """No family, and nobody else written down either."""
        box = self.fields["no_family"].widget
        has_none = bool(box.value_from_datadict(self.data, self.files, "no_family"))
        return has_none and not any(str(self.data.get(name) or "").strip() for name in WHO)

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if self._is_vital() and given.get("was_read_out"):
            self.add_error(
                "vital_reason", _("Persetujuan sudah diberikan: pilih salah satu dari keduanya.")
            )
        elif self._is_vital():
            self.show(vital_faults(self._vital()))
        else:
            self.weigh_consent(given.get("birth_date"), self.today)
        relation, no_family = given.get("family_relation", ""), given.get("no_family", False)
        self.show(family_faults([relation], no_family=no_family))
        return given

    def facts(self) -> dict[str, Any]:
        return {
            "identity": self.identity(),
            "family": None if self._names_nobody() else self.family(),
            "opening": self.opening(),
            "agreed": self._vital() if self._is_vital() else self.agreed(),
        }

    def _vital(self) -> Vital:
        given = self.cleaned_data
        return Vital(given.get("vital_reason", ""), given.get("vital_words", ""))


class ReopenForm(OpeningFields, GiveConsentForm):
    """What is new when a known person comes back."""

    reentry_reason = choice(ReentryReason, _("Mengapa klien masuk kembali?"))
    field_order = ("reentry_reason", *OpeningFields.base_fields, *ConsentFields.base_fields)

    def facts(self) -> dict[str, Any]:
        return {"opening": self.opening(), "agreed": self.agreed()}
