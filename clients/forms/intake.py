"""The two ways through the door: for the first time, and again."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from clients.enums import FamilyRelation, ReentryReason
from clients.forms.consent import GiveConsentForm
from clients.forms.family import FamilyFields
from clients.forms.fields import NameField, choice
from clients.forms.identity import IdentityFields
from clients.forms.opening import OpeningFields
from clients.forms.vital import GroundFields
from clients.rules import family_faults


WHO = ("family_name", "family_relation", "family_phone", "family_address")


class IntakeForm(IdentityFields, FamilyFields, OpeningFields, GroundFields):
    """Asks for somebody of the family, unless the person says that there is none."""

    family_name = NameField(label=_("Nama kontak"), required=False)
    family_relation = choice(FamilyRelation, _("Hubungan dengan klien"), required=False)

    # The order of the page, so that the error summary reads from top to bottom.
    field_order = (
        *IdentityFields.base_fields,
        *FamilyFields.base_fields,
        *OpeningFields.base_fields,
        *GroundFields.field_order,
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in ("family_name", "family_relation"):
            self.fields[name].required = not self._names_nobody()

    def _names_nobody(self) -> bool:
        """No family, and nobody else written down either."""
        box = self.fields["no_family"].widget
        has_none = bool(box.value_from_datadict(self.data, self.files, "no_family"))
        return has_none and not any(str(self.data.get(name) or "").strip() for name in WHO)

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        self.weigh_consent(given.get("birth_date"), self.today)
        relation, no_family = given.get("family_relation", ""), given.get("no_family", False)
        self.show(family_faults([relation], no_family=no_family))
        return given

    def facts(self) -> dict[str, Any]:
        return {
            "identity": self.identity(),
            "family": None if self._names_nobody() else self.family(),
            "opening": self.opening(),
            "agreed": self.ground(),
        }


class ReopenForm(OpeningFields, GroundFields, GiveConsentForm):
    """What is new when a known person comes back."""

    reentry_reason = choice(ReentryReason, _("Mengapa klien masuk kembali?"))
    field_order = ("reentry_reason", *OpeningFields.base_fields, *GroundFields.field_order)

    def facts(self) -> dict[str, Any]:
        return {"opening": self.opening(), "agreed": self.ground()}
