"""On which ground somebody is received: their consent, or that their life is at stake before they can give it."""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from clients.enums import VitalReason
from clients.facts import Agreed, Vital
from clients.forms.consent import ConsentFields
from clients.forms.fields import PlainForm, choice
from clients.rules import vital_faults
from common.forms import TextArea


class GroundFields(ConsentFields):
    """A consent, or in its place why it cannot be asked for yet."""

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
    field_order = ("vital_reason", "vital_words", *ConsentFields.base_fields)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if self.is_vital:
            for name in ConsentFields.base_fields:
                self.fields[name].required = False

    @property
    def is_vital(self) -> bool:
        return bool(self.data.get("vital_reason"))

    def weigh_consent(self, birth_date: date | None, today: date) -> None:
        if not self.is_vital:
            super().weigh_consent(birth_date, today)
        elif self.cleaned_data.get("was_read_out"):
            self.add_error(
                "vital_reason", _("Persetujuan sudah diberikan: pilih salah satu dari keduanya.")
            )
        else:
            self.show(vital_faults(_vital(self)))

    def ground(self) -> Agreed | Vital:
        return _vital(self) if self.is_vital else self.agreed()


class VitalForm(PlainForm):
    """Of an open case whose consent has ended."""

    vital_reason = choice(VitalReason, _("Mengapa klien belum dapat menyetujui?"))
    vital_words = TextArea(
        label=_("Keadaan klien"), max_length=1000, help_text=_("Apa yang terlihat.")
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if "vital_words" in given:
            self.show(vital_faults(_vital(self)))
        return given

    def vital(self) -> Vital:
        return _vital(self)


def _vital(form: PlainForm) -> Vital:
    given = form.cleaned_data
    return Vital(given.get("vital_reason", ""), given.get("vital_words", ""))
