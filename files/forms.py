"""The field for a file, on every form that has one."""

from typing import Any

from django import forms
from django.utils.functional import lazy
from django.utils.translation import gettext as _

from common.errors import DomainError
from files.enums import FileKind
from files.inspection.content import PAPERS, Upload, demand_bearable, inspect, named


def _told(kinds: tuple[FileKind, ...]) -> str:
    return _("%(kinds)s, paling besar 10 MB.") % {"kinds": named(kinds)}


told = lazy(_told, str)


class UploadField(forms.FileField):
    """`UploadField(FileKind.PDF, label=…)`: cleaned to an `Upload`, or None where nothing was chosen."""

    def __init__(self, *kinds: FileKind, **options: Any) -> None:
        self.kinds = kinds or PAPERS
        widget = forms.FileInput(attrs={"accept": ",".join(self.kinds)})
        usual = {"required": False, "max_length": 255, "widget": widget}
        super().__init__(**{"help_text": told(self.kinds), **usual, **options})

    def clean(self, data: Any, initial: Any = None) -> Upload | None:  # type: ignore[override]
        given = super().clean(data, initial)
        if not given:
            return None
        try:
            demand_bearable(given.size)
            return inspect(given.read(), self.kinds)
        except DomainError as error:
            raise forms.ValidationError(error.message, code=error.code) from error
