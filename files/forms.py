"""The field for a file, on every form that has one."""

from typing import Any

from django import forms
from django.utils.functional import lazy
from django.utils.translation import gettext as _

from common.errors import DomainError
from common.forms import Form
from files.enums import FileKind
from files.inspection.content import PAPERS, Upload, demand_bearable, inspect, named


def _told(kinds: tuple[FileKind, ...]) -> str:
    return _("%(kinds)s, paling besar 10 MB.") % {"kinds": named(kinds)}


told = lazy(_told, str)


class AsksForFilesAgain(Form):
    """For forms with files: a browser never sends a chosen file back to its page, so that is said."""

    def full_clean(self) -> None:
        super().full_clean()
        self._ask_again()

    def refuse(self, error: DomainError) -> None:
        super().refuse(error)
        self._ask_again()

    def _ask_again(self) -> None:
        if self.errors:
            for name in (self.files.keys() & self.fields.keys()) - self.errors.keys():
                self.add_error(name, _("Pilih kembali berkasnya."))


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
