from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from accounts.enums import INSTITUTION_ROLES, TAKES_TWO, Theme
from accounts.models import User
from accounts.permissions import chooses_institution, roles_to_give
from common.forms import Form, Line
from partners.models import Institution


class PreferencesForm(Form):
    theme = forms.ChoiceField(label=_("Tampilan"), choices=Theme.choices, widget=forms.RadioSelect)
    language = forms.ChoiceField(
        label=_("Bahasa"),
        help_text=_("Dokumen resmi tetap berbahasa Indonesia."),
        choices=settings.LANGUAGES,
        widget=forms.RadioSelect,
    )


class RoleForm(Form):
    role = forms.ChoiceField(label=_("Peran"))
    institution = forms.ModelChoiceField(
        Institution.objects.none(),
        label=_("Lembaga"),
        help_text=_("Kosongkan untuk peran yang bekerja bagi seluruh Indonesia."),
        required=False,
        empty_label=_("Seluruh Indonesia"),
    )

    reason = Line(
        label=_("Alasan"),
        max_length=300,
        required=False,
        help_text=_(
            "Wajib untuk peran yang menyetujui pekerjaan orang lain atau melihat seluruh Indonesia: orang kedua membacanya sebelum menyetujui."
        ),
    )

    def __init__(self, *args: Any, giver: User, **options: Any) -> None:
        super().__init__(*args, **options)
        self.giver = giver
        roles: Any = self.fields["role"]
        roles.choices = [(role.value, role.label) for role in roles_to_give(giver)]
        if chooses_institution(giver):
            places: Any = self.fields["institution"]
            places.queryset = Institution.objects.filter(is_active=True).order_by("name")
        else:
            del self.fields["institution"]
        if not set(roles_to_give(giver)) & set(TAKES_TWO):
            del self.fields["reason"]

    @property
    def takes_two(self) -> bool:
        return self.cleaned_data["role"] in TAKES_TWO

    def place(self) -> Institution | None:
        """The giver's own institution where there is nothing to choose."""
        if "institution" in self.fields:
            return self.cleaned_data["institution"]
        return self.giver.institution if self.cleaned_data["role"] in INSTITUTION_ROLES else None


class InviteForm(RoleForm):
    email = forms.EmailField(
        label=_("Surel kedinasan"), help_text=_("Undangan dikirim ke alamat ini.")
    )
    name = Line(label=_("Nama lengkap"), max_length=120)

    field_order = ("email", "name", "role", "institution", "reason")


class AcceptForm(Form):
    password = forms.CharField(
        label=_("Kata sandi baru"),
        help_text=_(
            "Paling sedikit 12 karakter. Beberapa kata yang tidak berhubungan mudah diingat dan sulit ditebak."
        ),
        max_length=128,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label=_("Kata sandi baru, sekali lagi"),
        max_length=128,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("password") and given.get("again") and given["password"] != given["again"]:
            self.add_error("again", _("Kedua kata sandi tidak sama."))
        return given
