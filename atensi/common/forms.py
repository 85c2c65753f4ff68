"""What every form of ours shares."""

from typing import Any

from django import forms

from atensi.common.errors import DomainError


class DateInput(forms.DateInput):
    """The browser's own date field; always ISO in the markup, whatever the language."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs=attrs, format="%Y-%m-%d")


class DateField(forms.DateField):
    widget = DateInput


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
