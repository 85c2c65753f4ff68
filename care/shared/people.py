from typing import Any

from django import forms


class PersonField(forms.ModelChoiceField):
    """Colleagues of several institutions: each with the name of theirs."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.name} · {obj.institution.name}"
