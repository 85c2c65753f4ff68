"""What every form of ours shares."""

import re
from typing import Any
from unicodedata import category

from django import forms
from django.utils.translation import gettext_lazy as _

from common.errors import DomainError
from common.faults import Faults


A_ROW = re.compile(r"[0-9]{1,18}")
A_TELEPHONE = re.compile(r"\+?[0-9 ().\-]{6,30}")
FEWEST_DIGITS = 6


def row_id(text: str) -> int | None:
    """The id that an address or a form names; None for what cannot be one."""
    return int(text) if A_ROW.fullmatch(text) else None


class DateInput(forms.DateInput):
    """The browser's own date field; always ISO in the markup, whatever the language."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs=attrs, format="%Y-%m-%d")


class DateField(forms.DateField):
    widget = DateInput


def check_telephone(text: str) -> None:
    """Digits that can be rung: people are found by them, so "------" and "000000" would find whoever has none."""
    digits = re.sub(r"\D", "", text)
    if not A_TELEPHONE.fullmatch(text) or len(digits) < FEWEST_DIGITS or len({*digits}) == 1:
        raise forms.ValidationError(_("Isi nomor telepon dengan angka."))


class Line(forms.CharField):
    """One line of text with single spaces and no marks that nobody sees, so that the same name is found again."""

    def to_python(self, value: Any) -> str:
        text = super().to_python(value) or ""
        return " ".join("".join(sign for sign in text if category(sign) != "Cf").split())


class TextArea(forms.CharField):
    """Free text of at most 4,000 characters."""

    widget = forms.Textarea(attrs={"rows": 4})

    def __init__(self, *, max_length: int = 4000, **options: Any) -> None:
        super().__init__(max_length=max_length, **options)


class Form(forms.Form):
    """A plain form: it validates and returns domain values; it never saves."""

    def refuse(self, error: DomainError) -> None:
        """Show what a service refused where the person can mend it."""
        self.add_error(error.field if error.field in self.fields else None, error.message)

    def show(self, faults: Faults) -> None:
        """All that a rule finds wrong, each where the person can mend it."""
        for field, fault in faults.items():
            self.add_error(field if field in self.fields else None, str(fault))
