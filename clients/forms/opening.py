from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from clients.enums import LegalStatus, ReferralSource
from clients.facts import Opening
from clients.forms.fields import ColleagueField, PlainForm, choice


class OpeningFields(PlainForm):
    """How the case begins. Who carries cases leads it; a head of the institution says who does."""

    referral_source = choice(ReferralSource, _("Asal rujukan"))
    referred_by = forms.CharField(
        label=_("Nama perujuk"),
        max_length=160,
        required=False,
        help_text=_("Orang atau lembaga yang mengantar atau merujuk."),
    )
    legal_status = choice(LegalStatus, _("Status hukum"))
    lead_worker = ColleagueField(label=_("Pekerja sosial yang menangani"))

    def __init__(self, *args: Any, user: User, **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["lead_worker"]
        assert isinstance(field, ColleagueField)  # noqa: S101  told to the type checker
        field.offer_to(user)
        field.initial = user.pk

    def opening(self) -> Opening:
        return Opening(**self.part(*(set(Opening.__slots__) & self.fields.keys())))
