"""The two ways through the door: for the first time, and again."""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from clients.enums import ReentryReason
from clients.forms.consent import ConsentFields
from clients.forms.family import FamilyFields
from clients.forms.fields import choice
from clients.forms.identity import IdentityFields
from clients.forms.opening import OpeningFields


class IntakeForm(IdentityFields, FamilyFields, OpeningFields, ConsentFields):
    # The order of the page, so that the error summary reads from top to bottom.
    field_order = (
        *IdentityFields.base_fields,
        *FamilyFields.base_fields,
        *OpeningFields.base_fields,
        *ConsentFields.base_fields,
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        self.weigh_consent(given.get("birth_date"), self.today)
        return given

    def facts(self) -> dict[str, Any]:
        return {
            "identity": self.identity(),
            "family": self.family(),
            "opening": self.opening(),
            "agreed": self.agreed(),
        }


class ReopenForm(OpeningFields, ConsentFields):
    """What is new when a known person comes back."""

    reentry_reason = choice(ReentryReason, _("Mengapa klien masuk kembali?"))
    field_order = ("reentry_reason", *OpeningFields.base_fields, *ConsentFields.base_fields)

    def __init__(self, *args: Any, birth_date: date, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.birth_date, self.today = birth_date, today

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        self.weigh_consent(self.birth_date, self.today)
        return given

    def facts(self) -> dict[str, Any]:
        return {"opening": self.opening(), "agreed": self.agreed()}
