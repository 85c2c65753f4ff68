"""Fields that several of our forms share."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from clients.nik import check_nik, looks_like_nik, tidy_nik
from common.forms import Form, Line, check_telephone


CHOOSE = _("Pilih satu")
PHONE = _("Telepon")


class NameField(Line):
    """A person's name: something in it can be read aloud."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=160, **options)

    def validate(self, value: str) -> None:
        super().validate(value)
        if value and not any(sign.isalpha() for sign in value):
            raise forms.ValidationError(_("Isi nama dengan huruf."))


class NikField(forms.CharField):
    """Digits, however people group them; only certain mistakes are errors."""

    default_error_messages = {"max_length": _("NIK harus terdiri atas 16 angka.")}

    def __init__(self, **options: Any) -> None:
        widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})
        super().__init__(label=_("NIK"), max_length=40, required=False, widget=widget, **options)

    def to_python(self, value: Any) -> str:
        return tidy_nik(super().to_python(value) or "")

    def validate(self, value: str) -> None:
        super().validate(value)
        if value and (errors := check_nik(value).errors):
            raise forms.ValidationError(list(errors))


class KkField(forms.CharField):
    """The number of the family card; it names a household, so it is weighed by its shape alone."""

    def __init__(self, **options: Any) -> None:
        widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})
        super().__init__(
            label=_("Nomor KK"), max_length=40, required=False, widget=widget, **options
        )

    def to_python(self, value: Any) -> str:
        return tidy_nik(super().to_python(value) or "")

    def validate(self, value: str) -> None:
        super().validate(value)
        if value and not looks_like_nik(value):
            raise forms.ValidationError(_("Nomor KK harus terdiri atas 16 angka."))


class PhoneField(forms.CharField):
    default_validators = [check_telephone]
    widget = forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"})

    def __init__(self, *, label: Any = PHONE, **options: Any) -> None:
        super().__init__(label=label, max_length=30, required=False, **options)


def choice(
    choices: Any, label: Any, *, required: bool = True, empty: Any = CHOOSE, **options: Any
) -> forms.ChoiceField:
    """A select that starts on nothing, so that nobody saves a default they did not see."""
    return forms.ChoiceField(
        label=label, required=required, choices=[("", empty), *choices.choices], **options
    )


class ColleagueField(forms.ModelChoiceField):
    """People of one's own institution who carry cases; `offer_to` says whose."""

    def __init__(self, **options: Any) -> None:
        super().__init__(queryset=User.objects.none(), empty_label=CHOOSE, **options)

    asks: User | None = None

    def offer_to(self, user: User, *, without: User | None = None) -> None:
        self.asks = user
        colleagues = User.objects.colleagues_of(user).who_carry_cases()
        if without:
            colleagues = colleagues.exclude(pk=without.pk)
        self.queryset = colleagues.order_by("name", "pk")

    def to_python(self, value: Any) -> User | None:
        """Whoever chooses themselves is known already."""
        asks = self.asks
        if asks is not None and str(value) == str(asks.pk) and asks.carries_cases:
            return asks
        return super().to_python(value)

    def label_from_instance(self, user: User) -> str:  # type: ignore[override]
        return user.name


class PlainForm(Form):
    """Fields of one part of a bigger form; hands over what `names` are called in `cleaned_data`."""

    def part(self, *names: str, prefix: str = "") -> dict[str, Any]:
        return {name: self.cleaned_data[f"{prefix}{name}"] for name in names}
